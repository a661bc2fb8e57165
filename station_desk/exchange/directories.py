"""A sheet of deputies, units, grids, categories or answers becomes entries of the office's own lists."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from station_desk.domain import declare, validation
from station_desk.domain.declare import Kind, Record
from station_desk.domain.records import Answer, Category, Deputy, Grid, Unit
from station_desk.domain.vocabulary import ALL
from station_desk.exchange import mapping, sheetin
from station_desk.exchange.fields import LedgerKind
from station_desk.exchange.ledgerrows import DirectoryRow, read_directory

KINDS: Mapping[type[Record], LedgerKind] = MappingProxyType(
    {
        Deputy: LedgerKind.DEPUTIES,
        Unit: LedgerKind.UNITS,
        Grid: LedgerKind.GRIDS,
        Category: LedgerKind.CATEGORIES,
        Answer: LedgerKind.ANSWERS,
    }
)
_TITLE = 30
# A sheet's field where the record's has another name.
_RENAMED = {"constituency": "district", "card": "credential", "short_name": "short"}
# How sheets write a deputy's level, most telling first: 县（市、区） holds 市 too, so it comes before.
_LEVELS = (
    ("全国", "national"), ("省", "province"), ("镇", "town"), ("乡", "town"), ("街道", "town"),
    ("区", "county"), ("县", "county"), ("市", "city"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ListLine:
    """One row of the sheet: its line as Excel shows it, what it would become, or why it cannot."""

    line: int
    record: Record | None
    message: str


@dataclass(frozen=True, slots=True)
class ListPreview:
    """What a sheet holds for one list; `columns` pairs each recognised field with the sheet's own header."""

    path: Path
    sheet: str
    columns: tuple[tuple[str, str], ...]
    lines: tuple[ListLine, ...]

    @property
    def records(self) -> tuple[Record, ...]:
        """The rows that can be taken in, in the sheet's order, each name once."""
        return tuple(line.record for line in self.lines if line.record is not None)


def preview(path: Path, cls: type[Record]) -> ListPreview:
    """Read a sheet for the list of `cls`; nothing is written. UserError where no header is recognised."""
    kind = KINDS[cls]
    sheet, header = mapping.find_sheet(sheetin.open_book(path), kind)
    plan = mapping.propose(header, sheet, kind)
    lines: list[ListLine] = []
    seen: set[Record] = set()
    for row in read_directory(sheet, header, plan):
        line = _line(cls, row)
        if line.record is not None and line.record in seen:
            continue
        if line.record is not None:
            seen.add(line.record)
        lines.append(line)
    columns = tuple((_label(cls, choice.field), header.columns[choice.index]) for choice in plan.choices)
    return ListPreview(path, sheet.name, columns, tuple(lines))


def _label(cls: type[Record], field: str) -> str:
    declared = declare.fields_of(cls).get(_RENAMED.get(field, field))
    return str(declared.label) if declared is not None else field


def _line(cls: type[Record], row: DirectoryRow) -> ListLine:
    if row.problems:
        return ListLine(row.line, None, " ".join(problem.message for problem in row.problems))
    make: Callable[..., Record] = cls
    record = make(**_values(cls, row.values))
    problems = validation.problems(record)
    if problems:
        return ListLine(row.line, None, " ".join(problem.message for problem in problems))
    return ListLine(row.line, record, "")


def _values(cls: type[Record], texts: Mapping[str, str]) -> dict[str, object]:
    if cls is Category:
        deepest = "second" not in texts and "third" not in texts
        return {"name": texts.get("first"), "code_12345": texts.get("code") if deepest else None}
    declared = declare.fields_of(cls)
    values: dict[str, object] = {}
    for field, text in texts.items():
        name = _RENAMED.get(field, field)
        known = declared.get(name)
        if known is None or known.kind not in (Kind.TEXT, Kind.LONG, Kind.CODE):
            continue
        values[name] = _code(known.codes, text) if known.codes else text[: known.limit]
    if cls is Answer and not values.get("title") and isinstance(said := values.get("text"), str):
        values["title"] = said[:_TITLE]
    if cls is Grid and not values.get("name"):
        values["name"] = values.get("code")
    return values


def _code(codes: str, text: str) -> str | None:
    vocabulary = ALL[codes]
    for code, term in vocabulary.terms.items():
        if text in (code, term.zh, term.en):
            return code
    if codes == "level":
        return next((code for word, code in _LEVELS if word in text), None)
    return next((code for code, term in vocabulary.terms.items() if term.zh in text), None)
