"""An item's typed fields read back into the rule profile, each mistake said in words beside its field."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from station_desk.casework import rules_calendar
from station_desk.casework.rules_items import Edits, Values, choices, place_of
from station_desk.domain import numbering
from station_desk.domain.deadlines import Unit
from station_desk.domain.profile import LONGEST, Caution, ClassGrade, Door, Origin, RuleProfile
from station_desk.domain.vocabulary import VERDICTS
from station_desk.domain.workdays import Calendar, CalendarYear
from station_desk.errors import Problem, UserError, ValidationError
from station_desk.i18n import Label, translate

_MOST = 1000


class _Slip(Exception):
    """One or more mistakes in a field."""

    def __init__(self, field: str, *messages: str) -> None:
        super().__init__(field)
        self.field, self.messages = field, messages


def edited(profile: RuleProfile, edits: Edits) -> RuleProfile:
    """The profile with these edits; ValidationError names each wrong field by `place_of`."""
    problems: list[Problem] = []
    for ref, values in edits.items():
        try:
            _whole(values)
            profile = _REMOVE[ref[0]](profile, ref[1]) if values is None else _PUT[ref[0]](
                profile, ref[1], values
            )  # fmt: skip
        except _Slip as slip:
            problems += [Problem(place_of(ref, slip.field), message) for message in slip.messages]
        except KeyError as error:
            raise UserError(translate("rules", "There is no such term in the rules any more.")) from error
    if not problems:
        problems += _agree(profile, edits)
    if problems:
        raise ValidationError(problems)
    return profile


def _whole(values: Values | None) -> None:
    if values is None:
        return
    if not values.get("source", "").strip():
        raise _Slip("source", translate("rules", "Say where this is written, or that it is your own."))
    if any(ord(sign) < 32 and sign != "\n" for text in values.values() for sign in text):
        raise _Slip("source", translate("rules", "There is a sign here that cannot be written."))


def _agree(profile: RuleProfile, edits: Edits) -> list[Problem]:
    """What two items say together: an extended term is not the shorter one."""
    out: list[Problem] = []
    for rule in profile.clocks.values():
        longer = profile.clocks.get(rule.extended)
        if longer is None or longer.unit is not rule.unit or longer.n >= rule.n:
            continue
        message = translate(
            "rules", "“{longer}” ({n}) would be shorter than “{term}” ({m}).",
            longer=longer.label, n=longer.n, term=rule.label, m=rule.n,
        )  # fmt: skip
        ref = ("clocks", rule.key if ("clocks", rule.key) in edits else longer.key)
        out.append(Problem(place_of(ref, "n"), message))
    return out


def _from(values: Values) -> tuple[str, bool]:
    return values["source"].strip(), values.get("confirmed") == "1"


def _needed(values: Values, field: str, message: str) -> str:
    text = " ".join(values.get(field, "").split())
    if not text:
        raise _Slip(field, message)
    return text


def _kept(old: Label | None, zh: str) -> Label:
    """The label, with its English only while the Chinese is what was translated."""
    return old if old is not None and old.zh == zh else Label(zh, zh)


def _put_clock(profile: RuleProfile, key: str, values: Values) -> RuleProfile:
    rule = profile.clocks[key]
    unit = next((unit for unit in Unit if unit.value == values["unit"]), None)
    if unit is None:
        raise _Slip("unit", translate("rules", "Choose what is counted."))
    text = values["n"].strip()
    if not re.fullmatch(r"[0-9]{1,5}", text) or not 0 < int(text) <= LONGEST[unit]:
        raise _Slip(
            "n", translate("rules", "A whole number from 1 to {most}, please.", most=LONGEST[unit])
        )  # fmt: skip
    source, confirmed = _from(values)
    changed = replace(rule, n=int(text), unit=unit, source=source, confirmed=confirmed)
    return replace(profile, clocks=MappingProxyType({**profile.clocks, key: changed}))


def _put_limit(profile: RuleProfile, key: str, values: Values) -> RuleProfile:
    limit = profile.limits[key]
    text = values["n"].strip()
    if not re.fullmatch(r"[0-9]{1,4}", text) or int(text) > _MOST:
        raise _Slip("n", translate("rules", "A whole number from 0 to {most}, please.", most=_MOST))
    source, confirmed = _from(values)
    changed = replace(limit, n=int(text), source=source, confirmed=confirmed)
    return replace(profile, limits=MappingProxyType({**profile.limits, key: changed}))


def _put_numbering(profile: RuleProfile, key: str, values: Values) -> RuleProfile:
    series = profile.numbering[key]
    pattern = values["pattern"].strip()
    if not pattern:
        raise _Slip("pattern", translate("rules", "Write how the number looks."))
    wrong = numbering.wrong_in(pattern)
    if wrong:
        raise _Slip("pattern", translate("rules", "It {mistake}.", mistake=wrong))
    source, confirmed = _from(values)
    changed = replace(series, pattern=pattern, source=source, confirmed=confirmed)
    return replace(profile, numbering=MappingProxyType({**profile.numbering, key: changed}))


def _put_setting(profile: RuleProfile, key: str, values: Values) -> RuleProfile:
    value = values["value"]
    origin = Origin(*_from(values))
    profile = replace(profile, settings=MappingProxyType({**profile.settings, key: origin}))
    if value not in dict(choices(profile, ("settings", key), "value")):
        raise _Slip("value", translate("rules", "Choose one of these."))
    if key == "class_scheme":
        return replace(profile, class_scheme=value)
    if key == "visitor_scale":
        return replace(profile, visitor_scale=value)
    if key == "deputy_scale":
        return replace(profile, deputy_scale=value)
    shift = value == "1"
    clocks = {name: replace(rule, shift=shift) for name, rule in profile.clocks.items()}
    return replace(profile, shift_to_working_day=shift, clocks=MappingProxyType(clocks))


def _put_scheme(profile: RuleProfile, key: str, values: Values) -> RuleProfile:
    scheme = profile.class_schemes[key]
    old = {grade.code: grade.label for grade in scheme.grades}
    grades: list[ClassGrade] = []
    for place, line in enumerate(values["grades"].splitlines(), 1):
        code, _, meaning = line.strip().partition(" ")
        if not line.strip():
            continue
        if not re.fullmatch(r"[A-Z]", code) or not meaning.strip():
            raise _Slip(
                "grades", translate("rules", "Line {n}: write the letter, a space and its meaning.", n=place)
            )
        if code in {grade.code for grade in grades}:
            raise _Slip("grades", translate("rules", "{code} stands here twice.", code=code))
        grades.append(ClassGrade(code, _kept(old.get(code), meaning.strip())))
    if len(grades) < 2:
        raise _Slip("grades", translate("rules", "Write at least two classes."))
    source, confirmed = _from(values)
    changed = replace(scheme, grades=tuple(grades), source=source, confirmed=confirmed)
    return replace(profile, class_schemes=MappingProxyType({**profile.class_schemes, key: changed}))


def _put_scale(profile: RuleProfile, key: str, values: Values) -> RuleProfile:
    scale = profile.scales[key]
    codes = {term.zh: code for code, term in VERDICTS.terms.items()}
    grades: list[str] = []
    for word in _words(values["grades"]):
        if word not in codes:
            known = "、".join(codes)
            raise _Slip(
                "grades", translate("rules", "“{word}” is not a verdict. There are {known}.",
                                    word=word, known=known)
            )  # fmt: skip
        if codes[word] in grades:
            raise _Slip("grades", translate("rules", "{code} stands here twice.", code=word))
        grades.append(codes[word])
    if len(grades) < 2:
        raise _Slip("grades", translate("rules", "Write at least two verdicts."))
    source, confirmed = _from(values)
    changed = replace(scale, grades=tuple(grades), source=source, confirmed=confirmed)
    return replace(profile, scales=MappingProxyType({**profile.scales, key: changed}))


def _words(text: str) -> list[str]:
    return [word.strip() for word in re.split(r"[、，,；;\n]", text) if word.strip()]


def _put_door(profile: RuleProfile, key: str, values: Values) -> RuleProfile:
    name = _needed(values, "name", translate("rules", "Give it a name."))
    reason = _needed(values, "reason", translate("rules", "Write what the visitor is told."))
    old = profile.doors.get(key)
    if any(door.label.zh == name for door in profile.doors.values() if door.key != key):
        raise _Slip("name", translate("rules", "There is one of this name already."))
    door = Door(
        key,
        _kept(old.label if old else None, name),
        _kept(old.reason if old else None, reason),
        *_from(values),
    )
    return replace(profile, doors=MappingProxyType({**profile.doors, key: door}))


def _put_caution(profile: RuleProfile, key: str, values: Values) -> RuleProfile:
    words = tuple(dict.fromkeys(_words(values.get("keywords", ""))))
    if not words:
        raise _Slip("keywords", translate("rules", "Write the words that call this hint."))
    hint = _needed(values, "hint", translate("rules", "Write the hint."))
    old = next((caution for caution in profile.negative_list if caution.key == key), None)
    made = Caution(key, words, _kept(old.hint if old else None, hint), *_from(values))
    found = {caution.key: caution for caution in profile.negative_list} | {key: made}
    return replace(profile, negative_list=tuple(found.values()))


def _put_year(profile: RuleProfile, key: str, values: Values) -> RuleProfile:
    holidays, wrong = rules_calendar.read(values["holidays"], int(key))
    if wrong:
        raise _Slip("holidays", *wrong)
    year = CalendarYear(int(key), holidays, *_from(values))
    return replace(profile, calendar=Calendar({**profile.calendar.years, int(key): year}))


def _remove_door(profile: RuleProfile, key: str) -> RuleProfile:
    left = {name: door for name, door in profile.doors.items() if name != key}
    if not left:
        raise _Slip("name", translate("rules", "At least one must stay."))
    return replace(profile, doors=MappingProxyType(left))


def _remove_caution(profile: RuleProfile, key: str) -> RuleProfile:
    left = tuple(caution for caution in profile.negative_list if caution.key != key)
    if not left:
        raise _Slip("keywords", translate("rules", "At least one must stay."))
    return replace(profile, negative_list=left)


def _remove_year(profile: RuleProfile, key: str) -> RuleProfile:
    left = {year: days for year, days in profile.calendar.years.items() if str(year) != key}
    if not left:
        raise _Slip("holidays", translate("rules", "At least one must stay."))
    return replace(profile, calendar=Calendar(left))


_PUT: Mapping[str, Callable[[RuleProfile, str, Values], RuleProfile]] = {
    "clocks": _put_clock,
    "limits": _put_limit,
    "numbering": _put_numbering,
    "settings": _put_setting,
    "class_schemes": _put_scheme,
    "scales": _put_scale,
    "doors": _put_door,
    "negative_list": _put_caution,
    "calendar": _put_year,
}
_REMOVE: Mapping[str, Callable[[RuleProfile, str], RuleProfile]] = {
    "doors": _remove_door,
    "negative_list": _remove_caution,
    "calendar": _remove_year,
}
