"""Official numbers: a series' pattern, the number it gives next, and the session's short code."""

from __future__ import annotations

import re
from collections.abc import Iterable

from station_desk.i18n import translate

_PART = re.compile(r"\{(session|year|n)(?::(\d))?\}")
_FIGURES = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}


def wrong_in(pattern: str) -> str:
    """What is wrong with a pattern, in words; "" where it can be used.

    A pattern holds `{n}` once (`{n:3}` with three figures at least), and may hold `{session}` and `{year}`.
    """
    left = _PART.sub("", pattern)
    if "{" in left or "}" in left:
        return translate("numbering", "may hold only {parts}", parts="{session}, {year}, {n}")
    if sum(found[1] == "n" for found in _PART.finditer(pattern)) != 1:
        return translate("numbering", "must hold {part} once, the running number", part="{n}")
    return ""


def written(pattern: str, n: int, *, session: str, year: int) -> str:
    """The number `n` of the series, e.g. 16-4-012 or 2026闭-007."""

    def part(found: re.Match[str]) -> str:
        match found[1]:
            case "n":
                return str(n).zfill(int(found[2] or 1))
            case "year":
                return str(year)
            case _:
                return session_code(session)

    return _PART.sub(part, pattern)


def following(pattern: str, given: Iterable[str], *, session: str, year: int) -> int:
    """The running number after the largest one of this series among the numbers `given`."""
    shape = "".join(
        r"(\d+)" if piece == "\0" else re.escape(piece)
        for piece in re.split("(\0)", _PART.sub(lambda m: _series(m, session, year), pattern))
    )
    found = (re.fullmatch(shape, number) for number in given)
    return max((int(match[1]) for match in found if match), default=0) + 1


def _series(found: re.Match[str], session: str, year: int) -> str:
    if found[1] == "n":
        return "\0"
    return str(year) if found[1] == "year" else session_code(session)


def session_code(session: str) -> str:
    """The short code of a session: 十六届四次会议 → 16-4; words of another form stand as they are."""
    found = re.search(r"([零〇一二三四五六七八九十\d]+)届.*?([零〇一二三四五六七八九十\d]+)次", session)
    if found is None:
        return session.strip()
    return f"{_number(found[1])}-{_number(found[2])}"


def _number(figures: str) -> int:
    if figures.isdigit():
        return int(figures)
    if "十" in figures:
        tens, _, ones = figures.partition("十")
        return _FIGURES.get(tens, 1) * 10 + _FIGURES.get(ones, 0)
    return int("".join(str(_FIGURES[c]) for c in figures if c in _FIGURES) or 0)
