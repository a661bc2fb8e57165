"""The lines of a table as the screen lists them beside its page: the same numbers with the same links."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from station_desk.i18n import Label
from station_desk.reports.content import Counted, Counts, Entry, Kind, Section, behind, plain, shown


def counts_of(sections: Sequence[Section], english: Mapping[str, str]) -> tuple[Counts, ...]:
    """Each section's totals first, then its lines; counts only: what a rate is made of is among them.

    `english` names the columns for an English screen. The sections' rows are lists already read.
    """
    return tuple(_lines(sections, english))


def _lines(sections: Sequence[Section], english: Mapping[str, str]) -> Iterator[Counts]:
    for section in sections:
        rows = cast(Sequence[Sequence[Entry]], section.rows)
        for row in (*([section.total] if section.total is not None else []), *rows):
            counted = tuple(
                Counted(
                    Label(english.get(column.title, column.title), column.title),
                    shown(entry, column),
                    behind(entry),
                )
                for column, entry in zip(section.columns, row, strict=True)
                if column.kind is Kind.NUMBER
            )
            yield Counts(f"{section.title}　{plain(row[0])}", counted)
