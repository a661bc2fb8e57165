"""The items of a rule profile as a person edits them: named fields of plain text, read back with mistakes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import Enum
from types import MappingProxyType

from station_desk.casework import rules_calendar
from station_desk.domain.profile import (
    RuleProfile,
)  # fmt: skip
from station_desk.domain.tracks import TRACKS
from station_desk.domain.vocabulary import VERDICTS
from station_desk.domain.workdays import CalendarYear
from station_desk.i18n import CHINESE, Label, language, translate

Ref = tuple[str, str]
"""Which item: its group (a section of the profile) and its key."""

Values = Mapping[str, str]
"""An item's fields as typed: numbers and codes as text, a flag as "1" or "", lists with 、 or by line."""

Edits = Mapping[Ref, Values | None]
"""What an edit session changed: the new values of an item; None where it is taken out."""


def place_of(ref: Ref, field: str) -> str:
    """The name that a mistake in this field goes by in a ValidationError."""
    return f"{ref[0]}/{ref[1]}/{field}"


class Entry(Enum):
    """How a field is typed."""

    NUMBER = "number"
    CHOICE = "choice"
    TEXT = "text"
    LONG = "long"
    WORDS = "words"  # several words with 、 between
    LINES = "lines"
    FLAG = "flag"


@dataclass(frozen=True, slots=True)
class ItemField:
    """One field of an item's form."""

    name: str
    label: Label
    entry: Entry
    hint: Label | None = None


_SOURCE = ItemField("source", Label("Where it is written", "依据出处"), Entry.TEXT)
_CONFIRMED = ItemField("confirmed", Label("Confirmed with the congress", "已与人大核对"), Entry.FLAG)
_ORIGIN = (_SOURCE, _CONFIRMED)

FIELDS: Mapping[str, tuple[ItemField, ...]] = MappingProxyType(
    {
        "clocks": (
            ItemField("n", Label("Length", "时限"), Entry.NUMBER),
            ItemField("unit", Label("Unit", "单位"), Entry.CHOICE),
            *_ORIGIN,
        ),
        "settings": (ItemField("value", Label("In force", "采用"), Entry.CHOICE), *_ORIGIN),
        "limits": (ItemField("n", Label("Number", "数量"), Entry.NUMBER), *_ORIGIN),
        "numbering": (
            ItemField(
                "pattern", Label("How it is written", "编号写法"), Entry.TEXT,
                Label("{session} {year} {n:3}", "{session} {year} {n:3}"),
            ),
            *_ORIGIN,
        ),
        "class_schemes": (
            ItemField(
                "grades", Label("Classes", "类别"), Entry.LINES,
                Label("One a line: letter, then meaning", "每行一类：字母、含义"),
            ),
            *_ORIGIN,
        ),
        "scales": (
            ItemField(
                "grades", Label("Verdicts, best first", "等次（由好到差）"), Entry.WORDS,
                Label("With 、 between", "用顿号隔开"),
            ),
            *_ORIGIN,
        ),
        "doors": (
            ItemField("name", Label("Name", "去向名称"), Entry.TEXT),
            ItemField(
                "reason", Label("What the visitor is told", "告知来访人的话"), Entry.LONG,
                Label("Printed on the notice", "印在告知单上"),
            ),
            *_ORIGIN,
        ),
        "negative_list": (
            ItemField(
                "keywords", Label("Found by these words", "按这些词提示"), Entry.WORDS,
                Label("With 、 between", "用顿号隔开"),
            ),
            ItemField("hint", Label("Hint", "提示语"), Entry.LONG),
            *_ORIGIN,
        ),
        "calendar": (
            ItemField(
                "holidays", Label("Holidays and days worked", "放假与补班"), Entry.LINES,
                Label("One a line", "每行一个假期"),
            ),
            *_ORIGIN,
        ),
    }
)  # fmt: skip
"""The groups that can be edited here, each with its form."""

GROUPS: Mapping[str, Label] = MappingProxyType(
    {
        "": Label("Profile", "规则"),
        "clocks": Label("Terms", "期限"),
        "limits": Label("Numbers", "数量规定"),
        "settings": Label("In force", "采用的口径"),
        "numbering": Label("Official numbers", "正式编号"),
        "class_schemes": Label("Reply classes", "答复分类"),
        "scales": Label("Verdicts", "评价等次"),
        "doors": Label("Where it belongs", "不受理去向"),
        "negative_list": Label("Not for a suggestion", "不宜作建议"),
        "calendar": Label("Holidays", "放假调休"),
        "categories": Label("Categories", "事项类别"),
        "tags": Label("Tags", "标签"),
    }
)
OPEN_GROUPS = frozenset({"doors", "negative_list", "calendar"})
"""Groups that items may be added to and taken out of."""

SETTINGS: Mapping[str, Label] = MappingProxyType(
    {
        "class_scheme": Label("Classes of a reply", "答复分类"),
        "visitor_scale": Label("Visitors' verdicts", "群众评价等次"),
        "deputy_scale": Label("Deputies' verdicts", "代表评价等次"),
        "shift_to_working_day": Label("A term that ends on a rest day", "期限末日逢休息日"),
    }
)
UNITS: Mapping[str, Label] = MappingProxyType(
    {
        "working_days": Label("working days", "个工作日"),
        "days": Label("days", "日"),
        "months": Label("months", "个月"),
    }
)
_SHIFT = {"1": Label("moves to the next working day", "顺延到下一个工作日"), "": Label("stays", "不顺延")}


@dataclass(frozen=True, slots=True)
class Item:
    """One item as shown: its name, and its fields as text."""

    ref: Ref
    label: str
    values: Values

    @property
    def confirmed(self) -> bool:
        return self.values.get("confirmed", "1") == "1"


def _flag(value: bool) -> str:
    return "1" if value else ""


def _origin(source: str, confirmed: bool) -> dict[str, str]:
    return {"source": source, "confirmed": _flag(confirmed)}


def items(profile: RuleProfile) -> dict[Ref, Item]:
    """All items of a profile in the order of its sections; categories and tags are there to be compared."""
    found: list[Item] = []

    def put(group: str, key: str, label: object, **values: str) -> None:
        found.append(Item((group, key), str(label), values))

    put("", "name", GROUPS[""], value=profile.name)
    for c in profile.clocks.values():
        put("clocks", c.key, c.label, n=str(c.n), unit=c.unit.value, **_origin(c.source, c.confirmed))
    for limit in profile.limits.values():
        put("limits", limit.key, limit.label, n=str(limit.n), **_origin(limit.source, limit.confirmed))
    chosen = {
        "class_scheme": profile.class_scheme,
        "visitor_scale": profile.visitor_scale,
        "deputy_scale": profile.deputy_scale,
        "shift_to_working_day": _flag(profile.shift_to_working_day),
    }
    for name, label in SETTINGS.items():
        origin = profile.settings[name]
        put("settings", name, label, value=chosen[name], **_origin(origin.source, origin.confirmed))
    for series in profile.numbering.values():
        told = _origin(series.source, series.confirmed)
        put("numbering", series.key, series.label, pattern=series.pattern, **told)
    for s in profile.class_schemes.values():
        grades = "\n".join(f"{grade.code} {grade.label.zh}" for grade in s.grades)
        put("class_schemes", s.key, s.label, grades=grades, **_origin(s.source, s.confirmed))
    for scale in profile.scales.values():
        names = "、".join(map(VERDICTS.official, scale.grades))
        put("scales", scale.key, scale.label, grades=names, **_origin(scale.source, scale.confirmed))
    for d in profile.doors.values():
        words = {"name": d.label.zh, "reason": d.reason.zh}
        put("doors", d.key, d.label, **words, **_origin(d.source, d.confirmed))
    for n in profile.negative_list:
        words = {"keywords": "、".join(n.keywords), "hint": n.hint.zh}
        put("negative_list", n.key, "、".join(n.keywords[:3]), **words, **_origin(n.source, n.confirmed))
    found.extend(map(year_item, profile.calendar.years.values()))
    for category in profile.categories:
        more = {"tags": "、".join(category.tags), "code_12345": category.code_12345}
        told = _origin(category.source, category.confirmed)
        put("categories", category.name, category.name, **more, **told)
    put("tags", "tags", GROUPS["tags"], names="、".join(profile.tags))
    return {item.ref: item for item in found}


def term_words(n: str, unit: str) -> str:
    """15 个工作日, 3 个月; as typed where it is no number yet."""
    label = UNITS.get(unit)
    words = str(label) if label is not None else unit
    return f"{n} {words.removesuffix('s') if n == '1' else words}"


def year_item(year: CalendarYear) -> Item:
    """A year of holidays as an item."""
    days = rules_calendar.written(year.holidays)
    values = {"holidays": days, **_origin(year.source, year.confirmed)}
    return Item(("calendar", str(year.year)), str(year.year), values)


def choices(profile: RuleProfile, ref: Ref, field: str) -> list[tuple[str, str]]:
    """What a choice offers: (code, word)."""
    if (ref[0], field) == ("clocks", "unit"):
        return [(code, str(label)) for code, label in UNITS.items()]
    if ref == ("settings", "shift_to_working_day"):
        return [(code, str(label)) for code, label in _SHIFT.items()]
    if ref == ("settings", "class_scheme"):
        return [(scheme.key, str(scheme.label)) for scheme in profile.class_schemes.values()]
    wanted = ref[1].partition("_")[0]  # visitor_scale offers the scales for visitors
    mine = [scale for scale in profile.scales.values() if scale.key.startswith(wanted)]
    return [(scale.key, str(scale.label)) for scale in mine or profile.scales.values()]


def shown(profile: RuleProfile, ref: Ref, field: str, value: str) -> str:
    """A field's value in words, as lists of differences show it."""
    entry = next((f.entry for f in FIELDS.get(ref[0], ()) if f.name == field), Entry.TEXT)
    if entry is Entry.FLAG:
        return translate("rules", "confirmed") if value else translate("rules", "to be confirmed")
    if entry is Entry.CHOICE:
        return dict(choices(profile, ref, field)).get(value, value)
    return value


def used_by(clock: str) -> tuple[str, ...]:
    """Where the tracks count this term: the track, and the steps that start it where they name it."""
    out: list[str] = []
    for track in TRACKS.values():
        steps = [str(step.label) for step in track.steps.values() if step.starts == clock]
        named = any(
            getattr(track, field.name) == clock for field in fields(track) if field.name.endswith("_clock")
        )
        if steps or named:
            listed = ("、" if language() == CHINESE else ", ").join(steps[:3])
            said = translate("rules", "{track} ({steps})", track=track.label, steps=listed)
            out.append(said if steps else str(track.label))
    return tuple(out)


def used_words(clock: str) -> str:
    """Where a term is counted, in one line."""
    return ("；" if language() == CHINESE else "; ").join(used_by(clock))
