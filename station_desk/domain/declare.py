"""How a record and its fields are declared: one declaration feeds table, form, mask, search and merging."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from types import MappingProxyType
from typing import Any, ClassVar, NewType, TypeVar, dataclass_transform

from station_desk.domain import limits
from station_desk.i18n import Label

RecordId = NewType("RecordId", bytes)
"""16 bytes, time-ordered, made by the record's creator (see `store.ids`)."""


class Kind(Enum):
    """What a field holds, and so its column, its JSON form and its input widget."""

    TEXT = "text"
    LONG = "long"  # several lines
    INT = "int"
    FLAG = "flag"
    DATE = "date"  # ISO text
    MOMENT = "moment"  # local wall time, ISO text to the second
    CODE = "code"  # a code of `vocabulary`
    REF = "ref"  # id of one record
    REFS = "refs"  # ids of several


class Write(Enum):
    """The write class of a field (`docs/architecture.md`, "Who may write").

    The last three are owned: the named authority's word counts, anyone else's change is a proposal. The
    authority is judged from the record's own changes, so that a record stays a pure function of them.
    """

    ADDED = "added"  # written once with its record; all stay
    PLAIN = "plain"  # whoever holds the record
    CREATOR = "creator"  # the site that made the record
    OWNER = "owner"  # the record's owner site, first its creator's
    OFFICE = "office"  # the congress office fixed when the record was made

    @property
    def owned(self) -> bool:
        """True where one named authority decides."""
        return self in (Write.CREATOR, Write.OWNER, Write.OFFICE)


class Privacy(Enum):
    """How a value shows where it is not needed."""

    OPEN = "open"
    NAME = "name"  # 陈某
    PHONE = "phone"  # 138****1234
    HIDDEN = "hidden"  # left out


@dataclass(frozen=True, slots=True)
class Declared:
    """One field as declared. `limit` is in characters, of a number the greatest; `codes` names a
    vocabulary; `target` a record type."""

    name: str
    kind: Kind
    label: Label
    write: Write
    privacy: Privacy
    search: bool
    required: bool
    limit: int
    codes: str
    target: str


_META = "declared"


def _field(
    kind: Kind,
    en: str,
    zh: str,
    *,
    write: Write = Write.PLAIN,
    privacy: Privacy = Privacy.OPEN,
    search: bool = False,
    required: bool = False,
    limit: int = 200,
    codes: str = "",
    target: str = "",
) -> Any:
    declared = Declared("", kind, Label(en, zh), write, privacy, search, required, limit, codes, target)
    return dataclasses.field(default=None, metadata={_META: declared})


def text(en: str, zh: str, **options: Any) -> Any:
    """A single line."""
    return _field(Kind.TEXT, en, zh, **options)


def long(en: str, zh: str, **options: Any) -> Any:
    """Several lines, up to 20,000 characters unless said otherwise."""
    return _field(Kind.LONG, en, zh, **{"limit": 20_000, **options})


def number(en: str, zh: str, **options: Any) -> Any:
    """A whole number, up to what people enter unless said otherwise."""
    return _field(Kind.INT, en, zh, **{"limit": limits.MAX_TYPED, **options})


def flag(en: str, zh: str, **options: Any) -> Any:
    """Yes, no, or not said."""
    return _field(Kind.FLAG, en, zh, **options)


def day(en: str, zh: str, **options: Any) -> Any:
    """A calendar day."""
    return _field(Kind.DATE, en, zh, **options)


def moment(en: str, zh: str, **options: Any) -> Any:
    """A local wall time to the second."""
    return _field(Kind.MOMENT, en, zh, **options)


def code(en: str, zh: str, codes: str = "", **options: Any) -> Any:
    """A code of the vocabulary `codes`; with no vocabulary, a free code such as a site's."""
    return _field(Kind.CODE, en, zh, codes=codes, **options)


def ref(en: str, zh: str, target: str, **options: Any) -> Any:
    """The id of one record of type `target` (`matter` stands for any track)."""
    return _field(Kind.REF, en, zh, target=target, **options)


def refs(en: str, zh: str, target: str, **options: Any) -> Any:
    """The ids of several records of type `target`, in order."""
    return _field(Kind.REFS, en, zh, target=target, **options)


Value = str | int | bool | date | datetime | RecordId | tuple[RecordId, ...] | None
"""What a field can hold in Python."""

Wire = str | int | bool | list[str] | None
"""What a field holds in a change's JSON: days and moments as ISO text, ids as 32 hex digits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Base of all records. Every value may be missing: a change can arrive before the one that fills it."""

    type_name: ClassVar[str] = ""
    label: ClassVar[Label] = Label("", "")
    withheld: ClassVar[bool] = False
    """True: left out of packages whole unless the recipient needs it (who asked)."""
    casework: ClassVar[bool] = False
    """True: compared by `digest` between a station and its town."""

    office: str | None = code("Congress office", "交办机关", write=Write.ADDED)
    void: str | None = text("Voided because", "作废原因", write=Write.OWNER, limit=500)


R = TypeVar("R", bound=type[Record])


@dataclass_transform(kw_only_default=True, frozen_default=True)
def record(
    name: str, en: str, zh: str, *, withheld: bool = False, casework: bool = False
) -> Callable[[R], R]:
    """Declare a record type stored under `name`; the class body lists its fields."""

    def wrap(cls: R) -> R:
        cls.type_name = name
        cls.label = Label(en, zh)
        cls.withheld = withheld
        cls.casework = casework
        made: R = dataclass(frozen=True, slots=True, kw_only=True)(cls)  # type: ignore[assignment]
        return made

    return wrap


_FIELDS: dict[type[Record], Mapping[str, Declared]] = {}


def fields_of(cls: type[Record]) -> Mapping[str, Declared]:
    """The declared fields of a record type by name, in order of declaration."""
    known = _FIELDS.get(cls)
    if known is None:
        known = _FIELDS[cls] = MappingProxyType(_declared(cls))
    return known


def _declared(cls: type[Record]) -> dict[str, Declared]:
    return {
        f.name: dataclasses.replace(f.metadata[_META], name=f.name)
        for f in dataclasses.fields(cls)
        if _META in f.metadata
    }


def to_wire(value: Value) -> Wire:
    """A Python value as the JSON value of a change."""
    if value is None or isinstance(value, (str, bool, int)):
        return value
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    return [item.hex() for item in value]


def from_wire(kind: Kind, value: Wire) -> Value:
    """The Python value of a change's JSON value; ValueError where it does not fit the kind."""
    if value is None:
        return None
    match kind:
        case Kind.TEXT | Kind.LONG | Kind.CODE:
            if isinstance(value, str):
                return value
        case Kind.INT:
            if isinstance(value, int) and not isinstance(value, bool):
                return value
        case Kind.FLAG:
            if isinstance(value, bool):
                return value
        case Kind.DATE:
            if isinstance(value, str):
                return date.fromisoformat(value)
        case Kind.MOMENT:
            if isinstance(value, str):
                return datetime.fromisoformat(value)
        case Kind.REF:
            if isinstance(value, str) and len(value) == 32:
                return RecordId(bytes.fromhex(value))
        case Kind.REFS:
            if isinstance(value, list) and all(isinstance(item, str) and len(item) == 32 for item in value):
                return tuple(RecordId(bytes.fromhex(item)) for item in value)
    raise ValueError(f"a value does not fit {kind.value}")
