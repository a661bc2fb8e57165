"""Reads a mapped sheet row by row into typed rows, each with its line, its problems and a lasting key."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import dropwhile

from station_desk import i18n
from station_desk.errors import Problem
from station_desk.exchange.cells import (
    clean_line,
    clean_text,
    is_blank,
    is_nothing,
    lacks_year,
    to_count,
    to_moment,
    why_no_date,
)
from station_desk.exchange.fields import FIELDS, NEEDED, Holds, LedgerKind, field_of
from station_desk.exchange.mapping import Header
from station_desk.exchange.mapping import Mapping as ColumnMapping
from station_desk.exchange.sheetin import Row, SheetData

TITLE_LENGTH = 30
_MARKS = re.compile(r"[，。！？；：、,!?;:\n…~～]+|\.(?!\d)")
_GREETING = re.compile(
    r"(?:尊敬|敬爱|亲爱|感谢).*|.{0,8}(?:您|你|您们|你们|大家)好|"
    r".{0,12}(?:书记|市长|县长|区长|镇长|领导|政府|局|支队|大队|部门|办公室|负责人)们?"
)


@dataclass(frozen=True, slots=True)
class IssueRow:
    """One message or ledger line. Texts are clean and "" where there is none.

    `line` is the row as Excel shows it. `opened_at` has the time of day where the sheet gives it, midnight
    where it does not. A row with `problems` is rejected. `key` is equal for the same row in another file,
    order of columns or encoding. `title_is_proposed`: made here from the first words of the text.
    """

    line: int
    key: str
    problems: tuple[Problem, ...]
    title: str
    title_is_proposed: bool
    text: str
    opened_at: datetime | None
    source_number: str = ""
    visitor_name: str = ""
    visitor_phone: str = ""
    visitor_address: str = ""
    appeal: str = ""
    category: str = ""
    place: str = ""
    grid: str = ""
    station: str = ""
    deputy: str = ""
    unit: str = ""
    reply_text: str = ""
    outcome: str = ""
    feedback_channel: str = ""
    verdict: str = ""
    source: str = ""
    remark: str = ""
    handed_on: date | None = None
    due_on: date | None = None
    replied_on: date | None = None
    closed_on: date | None = None
    feedback_on: date | None = None
    people: int | None = None
    against: int | None = None
    likes: int | None = None

    @property
    def opened_on(self) -> date | None:
        """The day the matter was raised."""
        return None if self.opened_at is None else self.opened_at.date()


@dataclass(frozen=True, slots=True)
class DirectoryRow:
    """One deputy, unit, grid or category: clean one-line texts by field name, no empty ones."""

    line: int
    key: str
    problems: tuple[Problem, ...]
    values: Mapping[str, str]


_SET_APART = frozenset({"title", "text", "opened_on"})
_TEXTS = tuple(
    field.name
    for field in FIELDS[LedgerKind.ISSUES]
    if field.holds in (Holds.TEXT, Holds.LONG, Holds.PHONE) and field.name not in _SET_APART
)
_DAYS = tuple(
    field.name
    for field in FIELDS[LedgerKind.ISSUES]
    if field.holds is Holds.DAY and field.name not in _SET_APART
)
_COUNTS = tuple(field.name for field in FIELDS[LedgerKind.ISSUES] if field.holds is Holds.COUNT)


def read_rows(sheet: SheetData, header: Header, mapping: ColumnMapping) -> Iterator[IssueRow]:
    """Every row below the header that holds anything, accepted or rejected, in the sheet's order.

    Not counted: empty rows, rows with nothing but a running number, and repetitions of the header.
    """
    width = sheet.width
    column = {choice.field: choice.index for choice in mapping.choices}
    # An unmapped field reads the empty cell put behind each row.
    title_at, text_at = column.get("title", width), column.get("text", width)
    opened_at = column.get("opened_on", width)
    texts = [(name, column[name]) for name in _TEXTS if name in column]
    days = [(name, column[name]) for name in _DAYS if name in column]
    counts = [(name, column[name]) for name in _COUNTS if name in column]
    used = frozenset(column.values())
    year = header.year
    seen_year: int | None = None
    for line, bare in enumerate(sheet.rows[header.row_index + 1 :], header.row_index + 2):
        row = (*bare, "")
        title, text = clean_text(row[title_at]), clean_text(row[text_at])
        if not title and not text and _is_no_row(bare, used):
            continue
        problems: list[Problem] = []
        said = {name: value for name, at in texts if (value := clean_text(row[at]))}
        say = said.get
        number = say("source_number", "")
        if number.endswith(".0") and number[:-2].isdecimal():
            # A number that passed through another program as 188006.0.
            number = number[:-2]
        cell = row[opened_at]
        opened = None
        if cell != "":
            opened = to_moment(cell, year=year or seen_year)
            if opened is not None:
                seen_year = opened.year
            elif not is_nothing(cell):
                if _repeats(header, bare):
                    continue
                problems.append(_no_date("opened_on", why_no_date(cell)))
        dated = _read_days(row, days, opened, year or seen_year, problems) if days else {}
        counted: dict[str, int] = {}
        for name, at in counts:
            cell = row[at]
            if cell != "":
                count = to_count(cell)
                if count is not None:
                    counted[name] = count
                elif not is_nothing(cell):
                    problems.append(_no_count(name, clean_line(cell)))
        body = text or say("appeal", "")
        if not title and not body:
            if _repeats(header, bare):
                continue
            problems.append(_no_content())
        key = _key(number, say("visitor_name", ""), title, body, opened)
        yield IssueRow(
            line,
            key,
            tuple(problems),
            title or propose_title(body),
            not title,
            text,
            opened,
            source_number=number,
            visitor_name=say("visitor_name", ""),
            visitor_phone=say("visitor_phone", ""),
            visitor_address=say("visitor_address", ""),
            appeal=say("appeal", ""),
            category=say("category", ""),
            place=say("place", ""),
            grid=say("grid", ""),
            station=say("station", ""),
            deputy=say("deputy", ""),
            unit=say("unit", ""),
            reply_text=say("reply_text", ""),
            outcome=say("outcome", ""),
            feedback_channel=say("feedback_channel", ""),
            verdict=say("verdict", ""),
            source=say("source", ""),
            remark=say("remark", ""),
            handed_on=dated.get("handed_on"),
            due_on=dated.get("due_on"),
            replied_on=dated.get("replied_on"),
            closed_on=dated.get("closed_on"),
            feedback_on=dated.get("feedback_on"),
            people=counted.get("people"),
            against=counted.get("against"),
            likes=counted.get("likes"),
        )


def read_directory(sheet: SheetData, header: Header, mapping: ColumnMapping) -> Iterator[DirectoryRow]:
    """Every row of a list of deputies, units, grids or categories, in the sheet's order.

    In a category list an empty first or second level means the one above, as such lists are written.
    """
    kind = mapping.kind
    needed = NEEDED[kind]
    columns = [(choice.field, choice.index) for choice in mapping.choices]
    used = frozenset(index for _, index in columns)
    above: dict[str, str] = {}
    for line, row in enumerate(sheet.rows[header.row_index + 1 :], header.row_index + 2):
        if _is_no_row(row, used) or _repeats(header, row):
            continue
        values = {name: value for name, at in columns if (value := clean_line(row[at]))}
        if kind is LedgerKind.CATEGORIES:
            values = above = _inherit(values, above)
        problems: tuple[Problem, ...] = ()
        if not any(name in values for name in needed):
            label = str(field_of(kind, needed[0]).label)
            message = i18n.translate("ledger", "This row has nothing under “{field}”.", field=label)
            problems = (Problem(needed[0], message),)
        key = _digest([f"{name}={values[name]}" for name in sorted(values)])
        yield DirectoryRow(line, key, problems, values)


def propose_title(text: str) -> str:
    """A title of at most 30 characters from the first words of `text` after the greeting, cut at a mark."""
    title = ""
    clauses = [clause.strip() for clause in _MARKS.split(text[:400]) if clause and clause.strip()]
    useful = list(dropwhile(_GREETING.fullmatch, clauses)) or clauses
    for clause in useful:
        longer = f"{title}，{clause}" if title else clause
        if len(longer) > TITLE_LENGTH:
            break
        title = longer
        if len(title) >= TITLE_LENGTH // 3:
            break
    if title or not useful:
        return title
    return useful[0][: TITLE_LENGTH - 1] + "…"


def _read_days(
    row: Row, days: list[tuple[str, int]], opened: datetime | None, year: int | None, problems: list[Problem]
) -> dict[str, date]:
    read: dict[str, date] = {}
    for name, at in days:
        cell = row[at]
        if cell == "":
            continue
        moment = to_moment(cell, year=opened.year if opened else year)
        if moment is None:
            if not is_nothing(cell):
                problems.append(_no_date(name, why_no_date(cell)))
            continue
        day = moment.date()
        if opened is not None and day < opened.date() and lacks_year(cell):
            # Raised in December, answered on 1月5日: that is the January after.
            later = to_moment(cell, year=opened.year + 1)
            day = day if later is None else later.date()
        read[name] = day
    return read


def _is_no_row(row: Row, used: frozenset[int]) -> bool:
    """Empty, or prepared with a running number in a column that goes nowhere."""
    filled = [index for index, cell in enumerate(row) if not is_blank(cell)]
    if not filled:
        return True
    return len(filled) == 1 and filled[0] not in used and to_count(row[filled[0]]) is not None


def _repeats(header: Header, row: Row) -> bool:
    """The header again, as ledgers printed page by page have it."""
    return all(
        clean_line(cell) == name or name.endswith(clean_line(cell))
        for cell, name in zip(row, header.columns, strict=True)
    ) and any(not is_blank(cell) for cell in row)


def _inherit(values: dict[str, str], above: Mapping[str, str]) -> dict[str, str]:
    whole = dict(values)
    if "first" not in whole and "first" in above and ("second" in whole or "third" in whole):
        whole["first"] = above["first"]
        if "second" not in whole and "second" in above:
            whole["second"] = above["second"]
    elif "second" not in whole and "third" in whole and whole.get("first") == above.get("first"):
        whole |= {"second": above["second"]} if "second" in above else {}
    return whole


def _key(number: str, visitor: str, title: str, text: str, opened: datetime | None) -> str:
    # A number of its own tells rows apart; a name would only make the key something to guess it from.
    visitor = "" if number else visitor
    # The day only: a csv saved by Excel loses the seconds.
    day = "" if opened is None else opened.date().isoformat()
    return _digest((number, visitor, title, text, day))


def _digest(parts: tuple[str, ...] | list[str]) -> str:
    # White space is what re-saving changes. "surrogatepass": half a character must not stop an import.
    joined = "\x1f".join(["".join(part.split()) for part in parts])
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()


def _no_date(field: str, reason: str) -> Problem:
    label = str(field_of(LedgerKind.ISSUES, field).label)
    return Problem(field, i18n.translate("ledger", "{field}: {reason}", field=label, reason=reason))


def _no_count(field: str, shown: str) -> Problem:
    label = str(field_of(LedgerKind.ISSUES, field).label)
    message = i18n.translate(
        "ledger", "{field}: “{value}” is not a whole number.", field=label, value=shown[:TITLE_LENGTH]
    )
    return Problem(field, message)


def _no_content() -> Problem:
    return Problem("text", i18n.translate("ledger", "This row has neither a title nor a text."))
