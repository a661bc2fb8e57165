"""Days as clerks type them: `5-3`, `昨天`, `5月3日`, `周五`, `20260503`."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta

from station_desk.domain import limits

_WORDS = {
    "大前天": -3, "前天": -2, "昨天": -1, "昨日": -1, "今天": 0, "今日": 0, "明天": 1, "明日": 1, "后天": 2,
    "大后天": 3, "yesterday": -1, "today": 0, "tomorrow": 1,
}  # fmt: skip
_WEEKDAYS = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6}
_FULL = re.compile(r"(\d{4}|\d{2})[-./年](\d{1,2})[-./月](\d{1,2})[日号]?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_SHORT = re.compile(r"(\d{1,2})[-./月](\d{1,2})[日号]?")
_DAY = re.compile(r"(\d{1,2})[日号]")
_WEEK = re.compile(r"(上|下|本|这)?(?:个)?(?:周|星期|礼拜)([一二三四五六日天])")
_AGO = re.compile(r"(\d{1,3})天(前|后)")


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _nearest(today: date, month: int, day: int) -> date | None:
    """The day of that month and day nearest to today: `12-30` typed in January is last year's."""
    tries = (_made(today.year + step, month, day) for step in (-1, 0, 1))
    found = [made for made in tries if made is not None]
    return min(found, key=lambda made: abs((made - today).days), default=None)


def parse_day(text: str, today: date) -> date | None:
    """The day meant by `text`, or None if it means none, or one in a year that nobody means.

    Understands words (昨天, yesterday), weekdays (周五: this week's; 上周五, 下周五), `3天前`, and figures
    with any of `- . / 年月日`, full-width digits included; without a year the nearest such day is meant.
    """
    day = _read(text, today)
    return day if day is not None and limits.is_typed_day(day) else None


def is_far(text: str, today: date) -> bool:
    """Whether `text` is a day, but in a year that nobody means: 0226-05-07."""
    return _read(text, today) is not None and parse_day(text, today) is None


def _read(text: str, today: date) -> date | None:
    words = unicodedata.normalize("NFKC", text).strip().lower().replace(" ", "").replace("。", ".")
    if words in _WORDS:
        return today + timedelta(days=_WORDS[words])
    if match := _AGO.fullmatch(words):
        return today + timedelta(days=int(match[1]) * (-1 if match[2] == "前" else 1))
    if match := _WEEK.fullmatch(words):
        monday = today - timedelta(days=today.weekday())
        weeks = {"上": -1, "下": 1}.get(match[1] or "", 0)
        return monday + timedelta(days=_WEEKDAYS[match[2]] + 7 * weeks)
    if match := _FULL.fullmatch(words) or _COMPACT.fullmatch(words):
        year = int(match[1])
        return _made(year if year > 99 else 2000 + year, int(match[2]), int(match[3]))
    if match := _SHORT.fullmatch(words):
        return _nearest(today, int(match[1]), int(match[2]))
    if match := _DAY.fullmatch(words):
        return _made(today.year, today.month, int(match[1]))
    return None
