"""A letter on paper as GB/T 9704-2012 has it: red head, double lines, pages numbered from the second."""

from __future__ import annotations

from station_desk.reports.fonts import Face, balanced, font, wrap
from station_desk.reports.pages import MM, Paper

SIZE = 156 * MM / 28
"""28 characters to a line of 156 mm."""
LEAD = 225 * MM / 22 / SIZE
"""22 lines to a page of 225 mm."""
SMALL = 14.0
_RULE_LEFT, _RULE_RIGHT = 20 * MM, 190 * MM
_SIGN_TOP = 30 * MM
_LARGEST, _LEAST = 36.0, 20.0


class Letter(Paper):
    """A paper that letters are written on, one after another; `begin` starts each on a page of its own."""

    _first = 0

    def begin(self, sender: str, number: str, corner: str, issuer: str) -> None:
        """Head a new letter: the sender's name in red, double lines, the document's number, the class letter
        in the corner, and who signed it for issue."""
        if self._first:
            self.turn()
        self._first = self.number
        middle = self.width / 2
        size = _LARGEST
        while size > _LEAST and font(Face.SONG_BOLD).width(sender, size) > 156 * MM:
            size -= 1
        y = self.height - _SIGN_TOP
        for at, line in enumerate(balanced(sender, Face.SONG_BOLD, size, 156 * MM)):
            y -= size * (1.2 if at else 0.9)
            self.text(middle, y, line, face=Face.SONG_BOLD, size=size, align="center", red=True)
        y -= size * 0.15 + 4 * MM
        self._double(y, thick_above=True)
        if corner:
            self.text(
                self.right, self.height - 22 * MM, corner, face=Face.SONG_BOLD, size=SIZE, align="right"
            )
        self._double(20 * MM, thick_above=False)
        # The number stands seven eighths of a character below the line, at the right.
        self.y = y - SIZE * 1.9
        numbers = wrap(number, Face.SONG, SIZE, self.wide * (0.6 if issuer else 1))
        named = wrap(f"签发人：{issuer}", Face.SONG, SIZE, self.wide * 0.38) if issuer else []
        for at in range(max(len(numbers), len(named))):
            if at:
                self.y -= SIZE * 1.4
            if at < len(numbers):
                self.text(self.right, self.y, numbers[at], size=SIZE, align="right")
            if at < len(named):
                self.text(self.left, self.y, named[at], size=SIZE)
        self.y -= SIZE * LEAD

    def _double(self, y: float, *, thick_above: bool) -> None:
        wide, thin = (y, y - 2.4) if thick_above else (y - 2.4, y)
        self.line(_RULE_LEFT, wide, _RULE_RIGHT, wide, width=2.0, red=True)
        self.line(_RULE_LEFT, thin, _RULE_RIGHT, thin, width=0.6, red=True)

    def say(self, text: str, *, indent: bool = True) -> None:
        """Body text in the letter's own size."""
        self.paragraph(text, size=SIZE, lead=LEAD, indent=indent)

    def skip(self, lines: float = 1) -> None:
        """Empty lines."""
        self.y -= SIZE * LEAD * lines

    def need(self, lines: float) -> None:
        """Go on with a new page where so many lines no longer fit on this one."""
        if self.room < SIZE * LEAD * lines:
            self.turn()

    def title(self, *parts: str) -> None:
        """The title in the middle, two lines below what stands above it; broken between its parts first."""
        self.y -= SIZE
        for line in _broken(parts, self.wide):
            self.y -= 22 * 1.5
            self.text(self.width / 2, self.y, line, face=Face.SONG_BOLD, size=22, align="center")
        self.skip(0.6)

    def signed(self, unit: str, day: str) -> None:
        """The sender above its day at the lower right, with room for the seal over both."""
        lines = wrap(unit, Face.SONG, SIZE, self.wide * 0.75)
        self.need(len(lines) + 4)
        self.skip(2.2)
        wide = font(Face.SONG).width
        right = self.right - 4 * SIZE
        middle = right - max(wide(day, SIZE), *(wide(line, SIZE) for line in lines)) / 2
        for line in (*lines, day):
            self.y -= SIZE * LEAD
            self.text(middle, self.y, line, size=SIZE, align="center")

    def copies(self, text: str) -> None:
        """抄送 at the foot of the last page."""
        inset = SMALL
        lines = wrap(f"抄送：{text}。", Face.SONG, SMALL, self.wide - 2 * inset)
        if self.room < (len(lines) + 1) * SMALL * 1.5:
            self.turn()
        y = self.bottom + (len(lines) - 1) * SMALL * 1.5 + 3
        for place, line in enumerate(lines):
            self.text(self.left + inset + (3 * SMALL if place else 0), y, line, size=SMALL)
            y -= SMALL * 1.5
        self.y = self.bottom

    def _foot(self) -> None:
        """No number on a letter's first page; then 4号 with dashes, odd at the right, even at the left."""
        self._say_lost(11 * MM)
        page = self.number - self._first + 1
        if page == 1:
            return
        y = self.bottom - 7 * MM - SMALL * 0.8
        text = f"— {page} —"
        if page % 2:
            self.text(self.right - SMALL, y, text, size=SMALL, align="right")
        else:
            self.text(self.left + SMALL, y, text, size=SMALL)


def _broken(parts: tuple[str, ...], wide: float) -> list[str]:
    """One line, or as many parts to a line as fit, else lines of like length."""
    measure = font(Face.SONG_BOLD).width
    whole = "".join(parts)
    if measure(whole, 22) <= 136 * MM:
        return [whole]
    if any(measure(part, 22) > wide for part in parts):
        return balanced(whole, Face.SONG_BOLD, 22, 136 * MM)
    lines: list[str] = []
    for part in parts:
        if lines and measure(lines[-1] + part, 22) <= wide:
            lines[-1] += part
        else:
            lines.append(part)
    return lines
