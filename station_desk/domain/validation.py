"""A record against its declarations: a list of problems in plain words."""

from __future__ import annotations

from collections.abc import Container
from datetime import date

from station_desk.domain import limits
from station_desk.domain.declare import Declared, Kind, Record, fields_of
from station_desk.domain.vocabulary import ALL
from station_desk.errors import Problem, ValidationError
from station_desk.i18n import translate


def problems(
    record: Record, only: Container[str] | None = None, standing: Container[str] = ()
) -> list[Problem]:
    """What is wrong with the record's fields (`only` those named), in order of declaration. `standing`: those
    whose value is kept already and not written again, however far off it is."""
    found: list[Problem] = []
    for name, declared in fields_of(type(record)).items():
        if only is not None and name not in only:
            continue
        value = getattr(record, name)
        message = _problem(declared, value) or ("" if name in standing else _too_far(declared, value))
        if message:
            found.append(Problem(name, message))
    return found


def check(record: Record, only: Container[str] | None = None, standing: Container[str] = ()) -> None:
    """Raise ValidationError where `problems` finds any."""
    found = problems(record, only, standing)
    if found:
        raise ValidationError(found)


def _problem(declared: Declared, value: object) -> str:
    if value is None or value == "":
        if declared.required:
            return translate("validation", "Fill in “{field}”.", field=declared.label)
        return ""
    if isinstance(value, str):
        if len(value) > declared.limit:
            return translate(
                "validation",
                "“{field}” is {length} characters long; shorten it to {limit}.",
                field=declared.label,
                length=len(value),
                limit=declared.limit,
            )
        if "\x00" in value or not _writable(value):
            return translate(
                "validation", "“{field}” holds a character that cannot be kept.", field=declared.label
            )
        if declared.kind is Kind.CODE and not declared.codes and not limits.is_name(value):
            return translate(
                "validation", "“{field}” is one line, without tabs. Type it anew.", field=declared.label
            )
        if declared.kind is Kind.CODE and declared.codes and value not in ALL[declared.codes].terms:
            return translate(
                "validation",
                "“{value}” is not one of the choices for “{field}”.",
                value=value,
                field=declared.label,
            )
    if declared.kind is Kind.INT and isinstance(value, int) and value < 0:
        return translate("validation", "“{field}” cannot be less than 0.", field=declared.label)
    return ""


def _too_far(declared: Declared, value: object) -> str:
    """Why a value is beyond what anybody means, and so beyond what other desks take."""
    if isinstance(value, date) and not limits.is_typed_day(value):
        return translate(
            "validation",
            "“{field}” is {day}; give a year from {first} to {last}.",
            field=declared.label,
            day=value.isoformat()[:10],
            first=limits.FIRST_TYPED,
            last=limits.LAST_TYPED,
        )
    if declared.kind is Kind.INT and isinstance(value, int) and value > declared.limit:
        return translate(
            "validation",
            "“{field}” is {number}; it goes up to {limit}. Look whether it is a telephone or ID number.",
            field=declared.label,
            number=value,
            limit=declared.limit,
        )
    return ""


def _writable(value: str) -> bool:
    try:
        value.encode()
    except UnicodeEncodeError:  # half of a pair, as a broken clipboard hands over
        return False
    return True
