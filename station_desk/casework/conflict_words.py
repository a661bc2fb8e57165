"""What a disputed record and its values are called, personal details masked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from station_desk.domain import declare
from station_desk.domain.declare import Declared, Kind, Privacy, Value, Wire
from station_desk.domain.privacy import masked, masked_name
from station_desk.domain.records import MATTERS, TYPES
from station_desk.domain.vocabulary import ALL
from station_desk.errors import Problem, ValidationError
from station_desk.i18n import translate
from station_desk.store.engine import Connection
from station_desk.store.sqlio import rows_for

_NAMED = ("name", "title", "what", "version", "number", "code")
_SITES = frozenset({"owner", "station", "office", "parent", "site", "desk"})


class Namer:
    """Names of sites and records, each read once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._sites: Mapping[str, str] | None = None
        self._names: dict[tuple[str, bytes], str] = {}

    def site(self, code: str) -> str:
        """A site's name, else its code."""
        if self._sites is None:
            rows = self._connection.exec_driver_sql(
                "SELECT code, name FROM site WHERE void IS NULL AND name IS NOT NULL ORDER BY id DESC"
            )
            self._sites = {row[0]: row[1] for row in rows}
        return self._sites.get(code, code)

    def record(self, type_name: str, record: bytes) -> str:
        """What a record is called; its kind where it has no name or has not arrived."""
        key = (type_name, record)
        if key not in self._names:
            self._names[key] = self._called(type_name, record)
        return self._names[key]

    def _called(self, type_name: str, record: bytes) -> str:
        name = "matter" if type_name in MATTERS else type_name
        cls = TYPES.get(type_name)
        columns = ("title",) if name == "matter" else _NAMED
        known = declare.fields_of(cls) if cls is not None else {}
        named = next((column for column in columns if column in known or name == "matter"), "")
        if not named:
            return str(cls.label) if cls is not None else ""
        found = rows_for(self._connection, f'SELECT "{named}" FROM {name} WHERE id IN {{keys}}', [record])
        text = str(found[0][0] or "") if found else ""
        if name == "visitor":
            text = masked_name(text)
        return text or (str(cls.label) if cls is not None else "")

    def value(self, declared: Declared, wire: Wire) -> str:
        """A value as a person reads it."""
        if wire is None or wire in ("", []):
            return translate("conflicts", "(empty)")
        try:
            value = declare.from_wire(declared.kind, wire)
        except ValueError:
            value = str(wire)
        if isinstance(value, bool):
            return translate("conflicts", "yes") if value else translate("conflicts", "no")
        if isinstance(value, bytes):
            return self._reference(declared.target, value)
        if isinstance(value, tuple):
            return "、".join(self._reference(declared.target, one) for one in value)
        if isinstance(value, datetime):
            return f"{value:%Y-%m-%d %H:%M}"
        text = str(value)
        if declared.codes in ALL:
            return ALL[declared.codes].label(text)
        if declared.kind is Kind.CODE and declared.name in _SITES:
            return self.site(text)
        if declared.privacy is Privacy.HIDDEN:
            return translate("conflicts", "(not shown)")
        return masked(declared.privacy, text)

    def _reference(self, target: str, record: bytes) -> str:
        if target in TYPES:
            return self.record(target, record)
        if target == "matter":
            found = rows_for(self._connection, "SELECT title FROM matter WHERE id IN {keys}", [record])
            return str(found[0][0] or "") if found else ""
        return record.hex()[:8]


TYPED = (Kind.TEXT, Kind.LONG, Kind.INT, Kind.DATE)
"""Kinds of field for which a new value can be typed; of the others one that is there is chosen."""


def typed(type_name: str, field: str, text: str) -> Value:
    """A new value for a field, as typed. ValidationError where it does not fit."""
    declared = declare.fields_of(TYPES[type_name])[field]
    text = text.strip()
    try:
        if not text:
            return None
        if declared.kind is Kind.INT:
            return int(text)
        if declared.kind is Kind.DATE:
            return declare.from_wire(Kind.DATE, text)
    except ValueError as error:
        said = translate("conflicts", "“{value}” does not fit “{field}”.", value=text, field=declared.label)
        raise ValidationError([Problem(field, said)]) from error
    if declared.kind not in TYPED:
        raise ValidationError([Problem(field, translate("conflicts", "Choose one of the values shown."))])
    return text


def may_type(type_name: str, field: str) -> bool:
    """Whether a new value can be typed for the field."""
    declared = declare.fields_of(TYPES[type_name]).get(field) if type_name in TYPES else None
    return declared is not None and declared.kind in TYPED
