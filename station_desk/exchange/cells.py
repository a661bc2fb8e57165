"""Turns what a spreadsheet's cell holds into clean text, days, moments and counts."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from station_desk import i18n

# What a cell may hold; an empty one is "" (or None). `timedelta` is a length of time such as 30:00.
CellValue = str | int | float | bool | date | datetime | time | timedelta | None

MIDNIGHT = time()
# Excel counts days from here (its day 60, 1900-02-29, never was; nothing that early concerns us).
_EPOCH = datetime(1899, 12, 30)
_FIRST_YEAR, _LAST_YEAR = 1949, 2100
_FIRST_SERIAL = (datetime(_FIRST_YEAR, 1, 1) - _EPOCH).days
_LAST_SERIAL = (datetime(_LAST_YEAR, 12, 31) - _EPOCH).days
_MOST = 999_999_999
# What clerks type where there is no date or number to give.
_NOTHING = frozenset({"", "-", "--", "—", "——", "/", "\\", "无", "暂无", "空", "NULL", "null", "None"})

_DATE = re.compile(
    r"(?:(?P<year>\d{4})\s*[-/.年．／－]\s*)?(?P<month>\d{1,2})\s*[-/.月．／－]\s*(?P<day>\d{1,2})\s*[日号]?"
    r"(?:\s*[（(]?(?:星期|周|礼拜)[一二三四五六日天][)）]?)?"
    r"(?:[T\s]*(?P<half>上午|下午|中午|晚上|早上|凌晨|AM|PM|am|pm)?\s*(?P<hour>\d{1,2})\s*[:：时点]"
    r"\s*(?:(?P<minute>\d{1,2})\s*(?:[:：分]\s*(?:(?P<second>\d{1,2})(?:\.\d+)?\s*秒?)?)?)?"
    r"\s*(?P<tail>AM|PM|am|pm)?(?:Z|\+08:?00)?)?"
)
_COMPACT = re.compile(
    r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)(?:(?P<hour>\d\d)(?P<minute>\d\d)(?P<second>\d\d)?)?"
)
_AFTERNOON = frozenset({"下午", "晚上", "PM", "pm"})
_MORNING = frozenset({"上午", "早上", "凌晨", "AM", "am"})


def clean_text(value: CellValue) -> str:
    """The cell as text: odd spaces and the emptiness around it gone, line breaks inside kept.

    U+3000, U+00A0 and tabs become plain spaces, invisible marks go, each line is trimmed, runs of empty lines
    become one break. A whole number loses its ".0"; midnight shows as a day alone.
    """
    if type(value) is str:
        text = value.strip()
        # One call at C speed settles most cells: no break, no odd space, nothing invisible.
        return text if text.isprintable() else _clean_lines(text)
    if value is None:
        return ""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == MIDNIGHT else value.isoformat(" ", "seconds")
    return str(value).strip()


def _clean_lines(text: str) -> str:
    # Chained replaces run at memchr speed; str.translate costs 30 ns a character on Chinese text.
    for odd in ("\u200b", "\ufeff", "\u200e", "\u200f", "\x00", "_x000D_"):
        if odd in text:
            text = text.replace(odd, "")
    for odd in ("\u00a0", "\u3000", "\t"):
        if odd in text:
            text = text.replace(odd, " ")
    lines = [line.strip() for line in text.splitlines()]
    return "\n".join([line for line in lines if line])


def clean_line(value: CellValue) -> str:
    """Clean text on one line, for names and headers: every run of white space is one space."""
    text = clean_text(value)
    return " ".join(text.split()) if "\n" in text or "  " in text else text


def is_blank(value: CellValue) -> bool:
    """Nothing there: empty, or spaces of any kind."""
    return value is None or (type(value) is str and not value.strip("\u200b\ufeff \t\r\n\u3000\u00a0"))


def is_nothing(value: CellValue) -> bool:
    """Nothing there, or a dash or 无 that stands for nothing."""
    return value is None or (type(value) is str and clean_text(value) in _NOTHING)


def to_moment(value: CellValue, *, year: int | None = None) -> datetime | None:
    """The moment in a cell, to the second (midnight where only a day is given); None when it is no date.

    Reads dates of the sheet, serial numbers, and texts such as `2019/1/6 9:32:09`, `2019-01-06`, `2019.1.6`,
    `2019年1月6日 下午3时`, `20190106`; `1月6日` needs `year`. Years 1949 to 2100.
    `why_no_date` gives the reason for a None.
    """
    if type(value) is str:
        return _moment_in(value, year)
    if isinstance(value, datetime):
        return _sane(value.replace(microsecond=0, tzinfo=None))
    if isinstance(value, date):
        return _sane(datetime(value.year, value.month, value.day))
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _moment_of_number(value)
    return None


def to_date(value: CellValue, *, year: int | None = None) -> date | None:
    """The day in a cell; None when it is no date."""
    moment = to_moment(value, year=year)
    return None if moment is None else moment.date()


def lacks_year(value: CellValue) -> bool:
    """A day without its year, such as `1月6日`."""
    if type(value) is not str:
        return False
    found = _DATE.fullmatch(value.strip())
    return found is not None and found["year"] is None


def why_no_date(value: CellValue) -> str:
    """A sentence for the row report: why this cell was not taken as a date."""
    shown = clean_line(value)[:30]
    if lacks_year(value):
        return i18n.translate("ledger", "“{value}” has no year; write the whole date.", value=shown)
    if type(value) is str and _DATE.fullmatch(value.strip()):
        return i18n.translate(
            "ledger", "“{value}” is a day that does not exist or lies too far off.", value=shown
        )
    return i18n.translate("ledger", "“{value}” is not a date; write it like 2019-01-06.", value=shown)


def to_count(value: CellValue) -> int | None:
    """A whole number of people or votes (`3`, `3.0`, `３人`, `1,200`); None when it is none."""
    if isinstance(value, bool):
        return None
    if isinstance(value, float):
        return int(value) if value.is_integer() and 0 <= value <= _MOST else None
    if isinstance(value, int):
        return value if 0 <= value <= _MOST else None
    text = clean_text(value).replace(",", "").replace("，", "").rstrip("人次个名 ")
    if text.endswith(".0"):
        text = text[:-2]
    return int(text) if text.isdecimal() and len(text) <= 9 else None


def _moment_in(text: str, year: int | None) -> datetime | None:
    text = text.strip()
    plain = _plain_moment(text)
    if plain is not None:
        return _sane(plain)
    found = _DATE.fullmatch(text)
    if found is None:
        found = _COMPACT.fullmatch(text)
        if found is None:
            return _moment_of_number(float(text)) if _looks_like_serial(text) else None
        half = None
    else:
        half = found["half"] or found["tail"]
    years = found["year"]
    if years is None and year is None:
        return None
    hour = int(found["hour"] or 0)
    if half in _AFTERNOON and hour < 12:
        hour += 12
    elif half in _MORNING and hour == 12:
        hour = 0
    try:
        moment = datetime(
            int(years) if years else year or 0,
            int(found["month"]),
            int(found["day"]),
            hour,
            int(found["minute"] or 0),
            int(found["second"] or 0),
        )
    except ValueError:
        return None
    return _sane(moment)


def _plain_moment(text: str) -> datetime | None:
    """The commonest forms, `2019/1/6` and `2019-1-6 9:32:09`, at half the cost of the pattern."""
    day, _, clock = text.partition(" ")
    try:
        year, month, number = day.split("/" if "/" in day else "-")
        if len(year) != 4:
            return None
        if not clock:
            return datetime(int(year), int(month), int(number))
        hour, minute, second = clock.split(":")
        return datetime(int(year), int(month), int(number), int(hour), int(minute), int(second))
    except ValueError:
        return None


def _looks_like_serial(text: str) -> bool:
    whole, _, part = text.partition(".")
    return len(whole) == 5 and whole.isdecimal() and (not part or part.isdecimal())


def _moment_of_number(number: float) -> datetime | None:
    if _FIRST_SERIAL <= number <= _LAST_SERIAL:
        return _EPOCH + timedelta(seconds=round(number * 86_400))
    # 20190106 kept as a number.
    return _moment_in(str(int(number)), None) if 19_490_101 <= number <= 21_001_231 else None


def _sane(moment: datetime) -> datetime | None:
    return moment if _FIRST_YEAR <= moment.year <= _LAST_YEAR else None
