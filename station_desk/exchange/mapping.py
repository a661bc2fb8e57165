"""Finds a sheet's header and proposes which column holds which field of a ledger."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from station_desk import i18n
from station_desk.errors import UserError
from station_desk.exchange.cells import (
    CellValue,
    clean_line,
    clean_text,
    is_blank,
    is_nothing,
    to_count,
    to_moment,
)
from station_desk.exchange.fields import FIELDS, NEEDED, Field, Holds, LedgerKind
from station_desk.exchange.sheetin import Book, SheetData

_HEADER_ROWS = 30
_SAMPLED_ROWS = 50
_SAMPLES = 3
_LONGEST_NAME = 20
_LEAST_CONFIDENCE = 0.35
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】")
_YEAR = re.compile(r"(?<!\d)(20\d\d|19[5-9]\d)(?!\d)")

# (field, index of the column, how sure from 0 to 1)
_Match = tuple[Field, int, float]


@dataclass(frozen=True, slots=True)
class Header:
    """Where the header ends and what it calls each column.

    `row_index` is its last row, from 0: the data begins in the row below. `columns` has a name for each
    column of the sheet ("" where it has none); a header of two rows is joined (来访人 over 姓名 makes
    来访人姓名). `year` is the one in the title rows or the sheet's name, for days written without theirs.
    """

    row_index: int
    columns: tuple[str, ...]
    year: int | None = None

    @property
    def signature(self) -> str:
        """A hex name of this layout: equal for files with the same columns in the same order."""
        return hashlib.sha256("\x1f".join(map(_normal, self.columns)).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the sheet: its header and a few values for a person to judge by."""

    name: str
    samples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """The column `index` is taken for `field`; `confidence` from 0 to 1, and 1 where a person chose."""

    field: str
    index: int
    confidence: float


@dataclass(frozen=True, slots=True)
class Mapping:
    """Which column holds which field, at most one each; `columns` describes every column of the sheet."""

    kind: LedgerKind
    signature: str
    columns: tuple[Column, ...]
    choices: tuple[Choice, ...]

    def index(self, field: str) -> int | None:
        """The column of `field`, from 0; None when no column holds it."""
        return next((choice.index for choice in self.choices if choice.field == field), None)

    def with_column(self, field: str, index: int | None) -> Mapping:
        """The same with `field` in column `index` (taken from another field if need be), or in none.

        Raises ValueError for a field or a column that does not exist.
        """
        names = [known.name for known in FIELDS[self.kind]]
        if field not in names or not (index is None or 0 <= index < len(self.columns)):
            raise ValueError(f"{field} in column {index}")
        kept = [c for c in self.choices if c.field != field and c.index != index]
        if index is not None:
            kept.append(Choice(field, index, 1.0))
        return replace(self, choices=tuple(sorted(kept, key=lambda c: names.index(c.field))))

    @property
    def unused(self) -> tuple[int, ...]:
        """Columns that hold something but go into no field, for a person to see what is left out."""
        used = {choice.index for choice in self.choices}
        return tuple(i for i, column in enumerate(self.columns) if column.samples and i not in used)

    @property
    def is_enough(self) -> bool:
        """Whether a row can become anything: one of the fields its kind cannot do without has a column."""
        return any(self.index(field) is not None for field in NEEDED[self.kind])

    def to_json(self) -> str:
        """For remembering: kind, layout and columns, and no value of the sheet. `recall` reads it."""
        fields = {choice.field: choice.index for choice in self.choices}
        return json.dumps({"kind": self.kind.value, "signature": self.signature, "fields": fields})


def find_sheet(book: Book, kind: LedgerKind) -> tuple[SheetData, Header]:
    """The sheet of `book` whose header fits `kind` best, shown ones before hidden ones.

    Raises UserError when no sheet has a header.
    """
    found: list[tuple[bool, float, int]] = []
    headers: list[Header | None] = []
    for number, sheet in enumerate(book.sheets):
        header, score = _best_header(sheet, kind)
        headers.append(header)
        if header is not None:
            found.append((not sheet.hidden, score, -number))
    if not found:
        raise _no_header(book.name)
    number = -max(found)[2]
    header = headers[number]
    assert header is not None
    return book.sheets[number], header


def find_header(sheet: SheetData, kind: LedgerKind = LedgerKind.ISSUES) -> Header:
    """The header among the first 30 rows, by the names it uses and the data beneath.

    Raises UserError when no row looks like one; `header_at` takes a person's word instead.
    """
    header, _ = _best_header(sheet, kind)
    if header is None:
        raise _no_header(sheet.name)
    return header


def header_at(sheet: SheetData, row_index: int) -> Header:
    """The row a person points at (from 0) as the header."""
    return Header(row_index, tuple(map(clean_line, sheet.rows[row_index])), _year_near(sheet, row_index))


def propose(header: Header, sheet: SheetData, kind: LedgerKind = LedgerKind.ISSUES) -> Mapping:
    """The likeliest column of each field: by its name first, weakened where the cells look otherwise."""
    below = sheet.rows[header.row_index + 1 : header.row_index + 1 + _SAMPLED_ROWS]
    cells = [[row[i] for row in below if not is_blank(row[i])] for i in range(len(header.columns))]
    matches = [
        (field, index, score * _likeness(field.holds, cells[index]))
        for field, index, score in _matches(header.columns, FIELDS[kind])
    ]
    chosen = _assign(match for match in matches if match[2] >= _LEAST_CONFIDENCE)
    if kind is LedgerKind.ISSUES:
        chosen += _guesses(chosen, cells)
    order = [field.name for field in FIELDS[kind]]
    choices = [Choice(field.name, index, round(score, 2)) for field, index, score in chosen]
    return Mapping(
        kind,
        header.signature,
        _columns(header, cells),
        tuple(sorted(choices, key=lambda choice: order.index(choice.field))),
    )


def recall(text: str, header: Header, sheet: SheetData) -> Mapping | None:
    """The mapping remembered with `to_json`, for a sheet of the same layout; else None."""
    try:
        saved = json.loads(text)
        kind = LedgerKind(saved["kind"])
        if saved["signature"] != header.signature:
            return None
        mapping = replace(propose(header, sheet, kind), choices=())
        for field, index in saved["fields"].items():
            mapping = mapping.with_column(field, index)
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    return mapping


def _no_header(name: str) -> UserError:
    return UserError(
        i18n.translate(
            "ledger",
            "“{name}” has no header that could be recognised in its first {count} rows. "
            "Write the columns' names above the data, such as 编号, 反映人, 内容, 日期.",
            name=name,
            count=_HEADER_ROWS,
        )
    )


def _best_header(sheet: SheetData, kind: LedgerKind) -> tuple[Header | None, float]:
    best: Header | None = None
    best_score = 0.0
    for number, row in enumerate(sheet.rows[:_HEADER_ROWS]):
        names = tuple(clean_line(cell) if type(cell) is str else "" for cell in row)
        for columns, last in ((names, number), (_joined(sheet, number, names), number + 1)):
            score = _header_score(sheet, columns, last, kind) if columns else 0.0
            # A second row must bring another field, or data that only sounds like one would be eaten.
            if score > best_score + (0.5 if last > number else 0.0):
                best, best_score = Header(last, columns, _year_near(sheet, number)), score
    return best, best_score


def _header_score(sheet: SheetData, columns: Sequence[str], last: int, kind: LedgerKind) -> float:
    chosen = _assign(_matches(columns, FIELDS[kind]))
    total = sum(score for _, _, score in chosen)
    if total < 1.5 and not (
        total > 0.9 and sum(map(bool, columns)) <= 2 and chosen[0][0].name in NEEDED[kind]
    ):
        return 0.0
    below = sheet.rows[last + 1 : last + 6]
    filled = sum(any(not is_blank(row[index]) for row in below) for _, index, _ in chosen)
    return total * (0.5 + 0.5 * filled / len(chosen))


def _joined(sheet: SheetData, number: int, upper: tuple[str, ...]) -> tuple[str, ...]:
    """Rows `number` and `number + 1` as one header, or () when they cannot be one.

    In a header of two rows some upper name stands over several lower ones, so an upper cell is empty where
    the lower is not, and the lower cells are short words.
    """
    if number + 1 >= len(sheet.rows):
        return ()
    row = sheet.rows[number + 1]
    if any(not is_blank(c) and (type(c) is not str or len(clean_line(c)) > _LONGEST_NAME) for c in row):
        return ()
    lower = tuple(map(clean_line, row))
    if not any(low and not up for up, low in zip(upper, lower, strict=True)):
        return ()
    names: list[str] = []
    over = ""
    for up, low in zip(upper, lower, strict=True):
        over = up or (over if low else "")
        names.append(over + low if low and low != over else over)
    return tuple(names)


def _year_near(sheet: SheetData, row_index: int) -> int | None:
    texts = [clean_line(cell) for row in sheet.rows[:row_index] for cell in row if type(cell) is str]
    for text in (*texts, sheet.name):
        if found := _YEAR.search(text):
            return int(found[1])
    return None


def _normal(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name).split()).lower().strip("*:：.、")


def _matches(columns: Sequence[str], fields: tuple[Field, ...]) -> list[_Match]:
    found: list[_Match] = []
    for index, name in enumerate(columns):
        normal = _normal(name)
        if normal:
            scores = ((field, index, _resemblance(normal, field)) for field in fields)
            found.extend(match for match in scores if match[2])
    return found


def _resemblance(normal: str, field: Field) -> float:
    """How well a normalised header names the field: 1 its first name, then its others, then a part of it."""
    names = [_normal(name) for name in field.names]
    if normal in names:
        return 1.0 - 0.002 * names.index(normal)
    bare = _BRACKETS.sub("", normal).strip("*:")
    if bare in names:
        return 0.95 - 0.002 * names.index(bare)
    if len(bare) > _LONGEST_NAME or bare.startswith("是否"):
        return 0.0
    longest = max((len(part) for part in field.parts if part in bare), default=0)
    return 0.5 + 0.3 * longest / len(bare) if longest else 0.0


def _assign(matches: Iterable[_Match]) -> list[_Match]:
    """The surest first, each field and each column once; of equals the leftmost column."""
    chosen: list[_Match] = []
    fields: set[str] = set()
    columns: set[int] = set()
    for match in sorted(matches, key=lambda match: (-match[2], match[1])):
        if match[0].name not in fields and match[1] not in columns:
            chosen.append(match)
            fields.add(match[0].name)
            columns.add(match[1])
    return chosen


def _likeness(holds: Holds, cells: Sequence[CellValue]) -> float:
    """1 where the cells look like the field, down to 0.3 where none does; 1 for an empty column."""
    known = [cell for cell in cells if not is_nothing(cell)]
    if not known:
        return 1.0
    if holds is Holds.DAY:
        fits = sum(to_moment(cell, year=2000) is not None for cell in known)
    elif holds is Holds.COUNT:
        fits = sum(to_count(cell) is not None for cell in known)
    elif holds is Holds.PHONE:
        fits = sum(sum(c.isdigit() or c == "*" for c in clean_text(cell)) >= 7 for cell in known)
    else:
        fits = sum(not _is_day(cell) for cell in known)
    return 0.3 + 0.7 * fits / len(known)


def _is_day(cell: CellValue) -> bool:
    return isinstance(cell, date) or (type(cell) is str and len(cell) >= 8 and to_moment(cell) is not None)


def _guesses(chosen: list[_Match], cells: list[list[CellValue]]) -> list[_Match]:
    """By the data alone: the longest texts, and the only days, where no name said so."""
    have = {field.name for field, _, _ in chosen}
    free = [i for i in range(len(cells)) if cells[i] and i not in {index for _, index, _ in chosen}]
    by_name = {field.name: field for field in FIELDS[LedgerKind.ISSUES]}
    guesses: list[_Match] = []
    if "opened_on" not in have:
        days = [i for i in free if sum(map(_is_day, cells[i])) >= 0.8 * len(cells[i])]
        if len(days) == 1:
            guesses.append((by_name["opened_on"], days[0], 0.4))
    if not have & {"text", "title"}:
        lengths = {i: sum(len(clean_text(cell)) for cell in cells[i]) / len(cells[i]) for i in free}
        longest = max(lengths, key=lambda i: lengths[i], default=None)
        if longest is not None and lengths[longest] >= _LONGEST_NAME:
            guesses.append((by_name["text"], longest, 0.4))
    return guesses


def _columns(header: Header, cells: list[list[CellValue]]) -> tuple[Column, ...]:
    columns = []
    for name, values in zip(header.columns, cells, strict=True):
        distinct = dict.fromkeys(clean_line(value)[:60] for value in values)
        columns.append(Column(name, tuple(distinct)[:_SAMPLES]))
    return tuple(columns)
