"""Official papers as GB/T 9704-2012 has them: lines and characters on a grid, and a letter's red head."""

from __future__ import annotations

import math

from station_desk.reports.fonts import Face, balanced, font, wrap
from station_desk.reports.pages import MM, Paper

FONT = 16.0
"""3号, the size of the body."""
SIZE = 156 * MM / 28
"""What a character takes: 28 to a line of 156 mm, so that they stand a fifth of a point closer."""
PITCH = SIZE * 15 / 8
"""From line to line, a character and seven eighths: 22 lines and the gaps between them are 225 mm."""
SMALL = 14.0
_ABOVE = 0.88
"""How much of a Chinese character stands above its baseline."""
_CLOSE = 0.5
"""Points by which sums of lengths may differ."""
_RULE_LEFT, _RULE_RIGHT = 20 * MM, 190 * MM
_SIGN_TOP = 30 * MM
_NOTE = 6 * MM
_LARGEST, _LEAST = 36.0, 20.0


class Official(Paper):
    """A paper whose text stands on the grid: 22 lines of 28 characters; `y` is the top of the next line."""

    def put(self, x: float, text: str, *, align: str = "left") -> None:
        """One line at the height reached, then on to the next line of the grid."""
        if self.y - SIZE < self.bottom - _CLOSE:
            self.turn()
        self.text(x, self.y - SIZE * _ABOVE, text, size=FONT, align=align, spacing=SIZE - FONT)
        self.y -= PITCH

    def say(self, text: str, *, indent: bool = True, keep: int = 0) -> None:
        """Body text over as many pages as it takes; its last two lines stay with the `keep` lines below."""
        lines = [
            line
            for part in text.split("\n")
            for line in self.broken(("　　" if indent and part else "") + part)
        ]
        for at, line in enumerate(lines):
            if keep and at == max(0, len(lines) - 2):
                self.need(len(lines) - at + keep)
            self.put(self.left, line)

    def broken(self, text: str, part: float = 1.0) -> list[str]:
        """The text in lines of the body's size, as wide as the text area or a part of it."""
        return wrap(text, Face.SONG, SIZE, self.wide * part + _CLOSE)

    def skip(self, lines: int = 1) -> None:
        """Empty lines."""
        self.y -= PITCH * lines

    def snap(self) -> None:
        """Down to the next line of the grid."""
        self.y = self.top - math.ceil((self.top - self.y - _CLOSE) / PITCH) * PITCH

    def fits(self, lines: int) -> bool:
        """Whether so many lines find room on this page."""
        return self.y - (lines - 1) * PITCH - SIZE >= self.bottom - _CLOSE

    def need(self, lines: int) -> None:
        """Go on with a new page where so many lines no longer fit on this one."""
        if not self.fits(lines) and self.y < self.top:
            self.turn()

    def title(self, *parts: str) -> None:
        """The title in the middle, two lines below what stands above it; broken between its parts first."""
        for line in title_lines(parts, self.wide):
            self.text(
                self.width / 2 + (self.left - (self.width - self.right)) / 2, self.y - 22 * _ABOVE, line,
                face=Face.SONG_BOLD, size=22, align="center",
            )  # fmt: skip
            self.y -= 22 * 1.5
        self.y -= PITCH * 0.4
        self.snap()

    def signed_lines(self, unit: str) -> int:
        """Lines that `signed` takes, the room above it included."""
        return len(self.broken(unit, 0.75)) + 3

    def signed(self, unit: str, day: str) -> None:
        """The sender above its day at the lower right, with room for the seal over both."""
        lines = self.broken(unit, 0.75)
        self.need(len(lines) + 3)
        self.skip(2)
        wide = font(Face.SONG).width
        right = self.right - 4 * SIZE
        middle = right - max(wide(day, SIZE), *(wide(line, SIZE) for line in lines)) / 2
        for line in (*lines, day):
            self.put(middle, line, align="center")


class Letter(Official):
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
                self.right, self.height - 22 * MM, corner, face=Face.SONG_BOLD, size=FONT, align="right"
            )
        self._double(20 * MM, thick_above=False)
        # The number stands seven eighths of a character below the line, at the right.
        self.y = y - 2.4 - SIZE * 7 / 8
        numbers = self.broken(number, 0.6 if issuer else 1)
        named = self.broken(f"签发人：{issuer}", 0.38) if issuer else []
        for at in range(max(len(numbers), len(named))):
            before = self.y
            if at < len(named):
                self.put(self.left, named[at])
                self.y = before
            self.put(self.right, numbers[at] if at < len(numbers) else "", align="right")
        self.skip(1)

    def _double(self, y: float, *, thick_above: bool) -> None:
        wide, thin = (y, y - 2.4) if thick_above else (y - 2.4, y)
        self.line(_RULE_LEFT, wide, _RULE_RIGHT, wide, width=2.0, red=True)
        self.line(_RULE_LEFT, thin, _RULE_RIGHT, thin, width=0.6, red=True)

    def _copied(self, text: str) -> list[str]:
        return wrap(f"抄送：{text}。", Face.SONG, SMALL, self.wide - 2 * SMALL)

    def copied_lines(self, text: str) -> int:
        """Lines of the grid that `copies` takes, an empty one above it included."""
        return math.ceil(len(self._copied(text)) * SMALL * 1.5 / PITCH) + 1 if text else 0

    def copies(self, text: str) -> None:
        """抄送 at the foot of the last page."""
        lines = self._copied(text)
        self.need(self.copied_lines(text))
        y = self.bottom + (len(lines) - 1) * SMALL * 1.5 + 3
        for place, line in enumerate(lines):
            self.text(self.left + SMALL + (3 * SMALL if place else 0), y, line, size=SMALL)
            y -= SMALL * 1.5
        self.y = self.bottom

    def _foot(self) -> None:
        """No number on a letter's first page; then 4号 with dashes, odd at the right, even at the left. What
        is not decided yet, and what could not be shown, stands below it all: it is no word of the letter."""
        self._say_lost(max(self._say_note(_NOTE), 11 * MM))
        page = self.number - self._first + 1
        if page == 1:
            return
        y = self.bottom - 7 * MM - SMALL * _ABOVE
        text = f"— {page} —"
        if page % 2:
            self.text(self.right - SMALL, y, text, size=SMALL, align="right")
        else:
            self.text(self.left + SMALL, y, text, size=SMALL)


def title_lines(parts: tuple[str, ...], wide: float) -> list[str]:
    """A title in lines of at most `wide` points: one, or as many parts to a line as fit, else even ones."""
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
