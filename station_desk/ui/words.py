"""Words that several pages share: days, due days with tone and icon, stages, telephones, who has a matter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from station_desk.casework.browse import MatterRow
from station_desk.domain.deadlines import Nearness, Remaining, remaining
from station_desk.domain.tracks import TRACKS
from station_desk.domain.workdays import Calendar
from station_desk.i18n import Label, translate

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAY = Label("{day} {name}", "{month}月{day}日")
_DAY_OF_YEAR = Label("{day} {name} {year}", "{year}年{month}月{day}日")
_WEEKDAYS = (
    Label("Mon", "周一"),
    Label("Tue", "周二"),
    Label("Wed", "周三"),
    Label("Thu", "周四"),
    Label("Fri", "周五"),
    Label("Sat", "周六"),
    Label("Sun", "周日"),
)
_DOT = Label(" · ", "·")

_AT_OFFICE = {
    "suggestion": ("submitted", "reassign", "to_meet", "tracking"),
    "motion": ("submitted", "reassign"),
}
"""Stages in which the congress office has a matter, and no unit or station."""

_TONES = {
    Nearness.OVERDUE: ("red", "circle-alert"),
    Nearness.TODAY: ("amber", "clock"),
    Nearness.TOMORROW: ("amber", "clock"),
    Nearness.SOON: ("amber", "clock"),
    Nearness.LATER: ("text", "calendar"),
}


def day_words(day: date | None, today: date) -> str:
    """5月21日, or 21 May; with the year only where it is not this one. Empty for no day."""
    if day is None:
        return ""
    form = _DAY if day.year == today.year else _DAY_OF_YEAR
    return str(form).format(day=day.day, month=day.month, year=day.year, name=_MONTHS[day.month - 1])


def stage_day(day: date | None, today: date) -> str:
    """A day for the narrow cells of a stage bar: 5月21日, of another year 2025-12-22."""
    return day.isoformat() if day is not None and day.year != today.year else day_words(day, today)


def weekday_words(day: date) -> str:
    """周四, or Thu."""
    return str(_WEEKDAYS[day.weekday()])


def joined(parts: Sequence[str]) -> str:
    """The parts that say something, with the dot between (no spaces round it in Chinese)."""
    return str(_DOT).join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class DueWords:
    """A due day for a list: `first` how far off, `second` the day; `tone` red, amber, text or text2.

    `pressing` (overdue, today, tomorrow) is shown at medium weight; `short` is for a narrow list.
    """

    first: str
    second: str
    tone: str
    icon: str
    pressing: bool
    short: str


def due_tone(near: Remaining | None) -> tuple[str, str]:
    """Tone and icon of a due day; ("text2", "calendar") where no clock runs."""
    return _TONES[near.state] if near is not None else ("text2", "calendar")


def due_words(near: Remaining | None, due: date | None, today: date) -> DueWords:
    """How a due day is said in a list; both None where no clock runs."""
    tone, icon = due_tone(near)
    if near is None or due is None:
        none = translate("words", "No due day")
        return DueWords(none, "", tone, icon, False, "")
    text = near.text()
    first = text[:1].upper() + text[1:]
    day = day_words(due, today)
    second = translate("words", "was due {day}", day=day) if near.state is Nearness.OVERDUE else day
    later = near.state is Nearness.LATER
    pressing = near.state in (Nearness.OVERDUE, Nearness.TODAY, Nearness.TOMORROW)
    return DueWords(first, second, tone, icon, pressing, day if later else first)


def due_of(row: MatterRow, today: date, calendar: Calendar) -> DueWords:
    """The due day of a list's row in words, over the calendar in force."""
    near = remaining(today, row.due_on, calendar) if row.due_on is not None else None
    return due_words(near, row.due_on, today)


def stage_label(row: MatterRow) -> str:
    """The stage's name in the language shown; a stage of a newer desk shows as its code."""
    track = TRACKS.get(row.track)
    if track is None or row.stage not in track.stages:
        return row.stage or translate("words", "Rules not here yet")
    return str(track.stages[row.stage].label)


def stage_second(row: MatterRow) -> str:
    """The stage and what is notable in it: 处置中·已催 1 次."""
    urged = translate("words", "urged {n} times", n=row.urged) if row.urged else ""
    again = translate("words", "handled again") if row.redone else ""
    return joined((stage_label(row), urged, again))


def who_has_it(row: MatterRow) -> str:
    """The unit that has the matter now, else its office, its deputies or its station by name ("this station"
    at its own desk); that it is filed once it is."""
    if row.holder:
        return row.holder
    track = TRACKS.get(row.track)
    stage = track.stages.get(row.stage) if track is not None else None
    if stage is not None and not stage.open:
        return translate("words", "Filed")
    if row.track in _AT_OFFICE and row.stage in _AT_OFFICE[row.track]:
        return translate("words", "Congress office")
    if row.track == "suggestion" and row.stage in ("replied", "unhappy", "second"):
        return translate("words", "Deputies")
    if row.track == "motion" and row.stage in ("replied", "agenda"):
        return translate("words", "The meeting")
    return row.site or translate("words", "This station")


def shown_number(row: MatterRow) -> str:
    """The official number where there is one, else the station's own."""
    return row.official_number or row.number


def person_words(row: MatterRow) -> str:
    """Who raised it: the visitor (with how many), the lead deputy, or anonymous."""
    if row.track in ("suggestion", "motion"):
        return translate("words", "{name} leads", name=row.person) if row.person else ""
    name = row.person or translate("words", "anonymous")
    if row.people > 1:
        return translate("words", "{name} and others, {n} people", name=name, n=row.people)
    return name


def second_line(row: MatterRow) -> str:
    """Number, category and person, as under every title."""
    return joined((shown_number(row), row.category, person_words(row)))


def masked_phone(phone: str | None) -> str:
    """138****1234; short numbers keep their last two digits."""
    text = (phone or "").strip()
    if len(text) >= 11:
        return f"{text[:3]}****{text[-4:]}"
    if len(text) > 4:
        return f"{text[:2]}****{text[-2:]}"
    return "*" * len(text)
