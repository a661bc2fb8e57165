"""Reads a rule profile from its text (TOML), with every fault named by its key."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from station_desk import i18n, paths
from station_desk.domain import numbering
from station_desk.domain.deadlines import ClockRule, Unit
from station_desk.domain.profile import (
    EARLIER_LIMITS,
    EARLIER_PATTERNS,
    LONGEST,
    Category,
    Caution,
    ClassGrade,
    ClassScheme,
    Door,
    Limit,
    Numbering,
    Origin,
    RuleProfile,
    Scale,
)
from station_desk.domain.profile_reader import Reader, Table
from station_desk.domain.vocabulary import VERDICTS
from station_desk.domain.workdays import Calendar, CalendarYear, Holiday
from station_desk.errors import Problem, UserError, ValidationError

_ORIGIN = ("source", "confirmed")
_NAMED = ("name", "name_en", *_ORIGIN)


def _clocks(read: Reader, root: Table, shift: bool) -> Iterator[ClockRule]:
    names = [name for name, _ in Reader().tables(root, "clocks", "clocks")]
    for name, of in read.tables(root, "clocks", "clocks"):
        key = f"clocks.{name}"
        read.known(of, key, *_NAMED, "unit", "n", "extended")
        unit_text = read.text(of, "unit", key)
        unit = next((u for u in Unit if u.value == unit_text), None)
        if unit is None and unit_text:
            read.wrong(f"{key}.unit", i18n.translate("profile", "must be working_days, days or months"))
        unit = unit or Unit.DAYS
        n = of.get("n")
        if not isinstance(n, int) or isinstance(n, bool) or not 0 <= n <= LONGEST[unit]:
            read.wrong(
                f"{key}.n",
                i18n.translate("profile", "must be a whole number from 0 to {most}", most=LONGEST[unit]),
            )
            n = 0
        extended = read.text(of, "extended", key, "")
        if extended and extended not in names:
            read.wrong(
                f"{key}.extended",
                i18n.translate("profile", "names the clock {name}, which is not here", name=extended),
            )
        yield ClockRule(name, read.label(of, key), unit, n, *read.origin(of, key), extended, shift)


def _class_schemes(read: Reader, root: Table) -> Iterator[ClassScheme]:
    for name, of in read.tables(root, "class_schemes", "class_schemes"):
        key = f"class_schemes.{name}"
        read.known(of, key, *_NAMED, "grades")
        grades = []
        for place, row in read.rows(of, "grades", f"{key}.grades"):
            read.known(row, place, "code", "meaning", "meaning_en")
            grades.append(
                ClassGrade(read.text(row, "code", place), read.label(row, place, "meaning", "meaning_en"))
            )
        _unique(read, f"{key}.grades", [grade.code for grade in grades])
        yield ClassScheme(name, read.label(of, key), tuple(grades), *read.origin(of, key))


def _scales(read: Reader, root: Table) -> Iterator[Scale]:
    for name, of in read.tables(root, "scales", "scales"):
        key = f"scales.{name}"
        read.known(of, key, *_NAMED, "grades")
        grades = read.texts(of, "grades", key)
        for grade in grades:
            if grade not in VERDICTS.terms:
                read.wrong(
                    f"{key}.grades", i18n.translate("profile", "has no verdict called {name}", name=grade)
                )
        _unique(read, f"{key}.grades", list(grades))
        yield Scale(name, read.label(of, key), grades, *read.origin(of, key))


def _categories(read: Reader, root: Table) -> Iterator[Category]:
    for order, (key, of) in enumerate(read.rows(root, "categories", "categories"), 1):
        read.known(of, key, "name", "tags", "code_12345", *_ORIGIN)
        yield Category(
            read.text(of, "name", key),
            order,
            read.texts(of, "tags", key, ()),
            read.text(of, "code_12345", key, ""),
            *read.origin(of, key),
        )


def _limits(read: Reader, root: Table) -> Iterator[Limit]:
    for name, of in read.tables(root, "limits", "limits") if "limits" in root else ():
        key = f"limits.{name}"
        read.known(of, key, *_NAMED, "n")
        n = of.get("n")
        if not isinstance(n, int) or isinstance(n, bool) or not 0 <= n <= 1000:
            read.wrong(
                f"{key}.n", i18n.translate("profile", "must be a whole number from 0 to {most}", most=1000)
            )
            n = 0
        if name not in EARLIER_LIMITS:
            read.wrong(key, i18n.translate("profile", "unknown name"))
        yield Limit(name, read.label(of, key), n, *read.origin(of, key))


def _numbering(read: Reader, root: Table) -> Iterator[Numbering]:
    for name, of in read.tables(root, "numbering", "numbering") if "numbering" in root else ():
        key = f"numbering.{name}"
        read.known(of, key, *_NAMED, "pattern")
        pattern = read.text(of, "pattern", key)
        said = numbering.wrong_in(pattern) if pattern else ""
        if said:
            read.wrong(f"{key}.pattern", said)
        if name not in EARLIER_PATTERNS:
            read.wrong(key, i18n.translate("profile", "unknown name"))
        yield Numbering(name, read.label(of, key), pattern, *read.origin(of, key))


def _doors(read: Reader, root: Table) -> Iterator[Door]:
    for name, of in read.tables(root, "doors", "doors"):
        key = f"doors.{name}"
        read.known(of, key, *_NAMED, "reason", "reason_en")
        yield Door(
            name, read.label(of, key), read.label(of, key, "reason", "reason_en"), *read.origin(of, key)
        )


def _negative_list(read: Reader, root: Table) -> Iterator[Caution]:
    for name, of in read.tables(root, "negative_list", "negative_list"):
        key = f"negative_list.{name}"
        read.known(of, key, "keywords", "hint", "hint_en", *_ORIGIN)
        words, hint = read.texts(of, "keywords", key), read.label(of, key, "hint", "hint_en")
        yield Caution(name, words, hint, *read.origin(of, key))


def _calendar_years(read: Reader, root: Table) -> Iterator[CalendarYear]:
    for name, of in read.tables(root, "calendar", "calendar"):
        key = f"calendar.{name}"
        if not (name.isascii() and name.isdigit() and len(name) == 4):
            read.wrong(key, i18n.translate("profile", "must be a year of four digits"))
            continue
        read.known(of, key, "holidays", *_ORIGIN)
        year = int(name)
        found = (
            _holiday(read, year, place, row) for place, row in read.rows(of, "holidays", f"{key}.holidays")
        )
        holidays = tuple(holiday for holiday in found if holiday is not None)
        yield CalendarYear(year, holidays, *read.origin(of, key))


def _holiday(read: Reader, year: int, key: str, row: Table) -> Holiday | None:
    read.known(row, key, "name", "from", "to", "work")
    name = read.text(row, "name", key)
    first, last = read.day(row.get("from"), f"{key}.from"), read.day(row.get("to"), f"{key}.to")
    listed = row.get("work", [])
    work = [read.day(day, f"{key}.work") for day in listed] if isinstance(listed, list) else [None]
    if not isinstance(listed, list):
        read.wrong(f"{key}.work", i18n.translate("profile", "must be a list of dates"))
    if first is None or last is None or None in work:
        return None
    made_up = tuple(day for day in work if day is not None)
    if first > last:
        read.wrong(key, i18n.translate("profile", "ends before it begins"))
        return None
    if any(day.year != year for day in (first, last, *made_up)):
        read.wrong(key, i18n.translate("profile", "has a date outside {year}", year=year))
        return None
    if any(day.weekday() < 5 or first <= day <= last for day in made_up):
        read.wrong(
            f"{key}.work", i18n.translate("profile", "make-up days are weekend days outside the holiday")
        )
        return None
    return Holiday(name, first, last, made_up)


def _unique(read: Reader, key: str, names: list[str]) -> None:
    for name in sorted({name for name in names if name and names.count(name) > 1}):
        read.wrong(key, i18n.translate("profile", "has {name} twice", name=name))


def _setting(
    read: Reader, root: Table, name: str, origins: dict[str, Origin], value: Callable[[Table, str], object]
) -> object:
    """One entry of [settings]; its source and confirmed flag go into `origins`."""
    key = f"settings.{name}"
    of = read.table(read.table(root, "settings", "settings"), name, key)
    if not of:
        return None
    read.known(of, key, "value", *_ORIGIN)
    origins[name] = Origin(*read.origin(of, key))
    return value(of, key)


def _chosen(
    read: Reader, root: Table, name: str, origins: dict[str, Origin], among: Mapping[str, object]
) -> str:
    chosen = str(_setting(read, root, name, origins, lambda of, key: read.text(of, "value", key)) or "")
    if chosen and chosen not in among:
        read.wrong(
            f"settings.{name}.value",
            i18n.translate("profile", "chooses {name}, which is not here", name=chosen),
        )
    return chosen


def parse(text: str) -> RuleProfile:
    """The profile written in `text` (TOML, as `resources/rules/guangdong.toml`).

    Raises ValidationError with one problem for each key that is missing, misspelt or wrong.
    """
    try:
        root: Table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message = i18n.translate("profile", "The rule profile cannot be read as TOML: {error}", error=error)
        raise ValidationError([Problem("", message)]) from error
    read = Reader()
    read.known(
        root,
        "",
        "id",
        "version",
        "name",
        "settings",
        "clocks",
        "class_schemes",
        "scales",
        "categories",
        "tags",
        "doors",
        "negative_list",
        "calendar",
        "limits",
        "numbering",
    )
    origins: dict[str, Origin] = {}
    shift = bool(
        _setting(read, root, "shift_to_working_day", origins, lambda of, key: read.flag(of, "value", key))
    )
    schemes = {scheme.key: scheme for scheme in _class_schemes(read, root)}
    scales = {scale.key: scale for scale in _scales(read, root)}
    categories = tuple(_categories(read, root))
    _unique(read, "categories", [category.name for category in categories])
    tags = read.table(root, "tags", "tags")
    read.known(tags, "tags", "names", *_ORIGIN)
    read.origin(tags, "tags")
    profile = RuleProfile(
        id=read.text(root, "id", ""),
        version=read.text(root, "version", ""),
        name=read.text(root, "name", ""),
        clocks=MappingProxyType({rule.key: rule for rule in _clocks(read, root, shift)}),
        class_schemes=MappingProxyType(schemes),
        scales=MappingProxyType(scales),
        categories=categories,
        tags=read.texts(tags, "names", "tags"),
        doors=MappingProxyType({door.key: door for door in _doors(read, root)}),
        negative_list=tuple(_negative_list(read, root)),
        calendar=Calendar({year.year: year for year in _calendar_years(read, root)}),
        class_scheme=_chosen(read, root, "class_scheme", origins, schemes),
        visitor_scale=_chosen(read, root, "visitor_scale", origins, scales),
        deputy_scale=_chosen(read, root, "deputy_scale", origins, scales),
        shift_to_working_day=shift,
        settings=MappingProxyType(origins),
        limits=MappingProxyType({limit.key: limit for limit in _limits(read, root)}),
        numbering=MappingProxyType({series.key: series for series in _numbering(read, root)}),
    )
    if read.problems:
        raise ValidationError(read.problems)
    return profile


def builtin_text(name: str) -> str:
    """The text of the built-in profile `name` (`guangdong`), as a desk stores it in its own log."""
    file = paths.resource(f"rules/{name}.toml")
    if not (name.isidentifier() and file.is_file()):
        raise UserError(
            i18n.translate("profile", "There is no built-in rule profile called {name}.", name=name)
        )
    return file.read_text("utf-8")


def load_builtin(name: str) -> RuleProfile:
    """The built-in profile `name`, read anew at each call (about 5 ms); keep the result."""
    return parse(builtin_text(name))
