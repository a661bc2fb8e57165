"""A list of matters as a table for the clipboard: tabs between cells, heads first, for Excel."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QApplication

from station_desk.casework import daybook
from station_desk.i18n import translate
from station_desk.ui import words
from station_desk.ui.session import Session


def copy_matters(session: Session, ranks: Sequence[int], done: Callable[[], object] | None = None) -> None:
    """Put the matters of these ranks on the clipboard; they are read on the reader thread."""
    desk, actor, today = session.desk, session.actor, session.today()
    heads = (
        translate("copying", "Number"),
        translate("copying", "Title"),
        translate("copying", "Category"),
        translate("copying", "Visitor or deputy"),
        translate("copying", "Registered"),
        translate("copying", "Stage"),
        translate("copying", "With"),
        translate("copying", "Due"),
        translate("copying", "How far off"),
    )

    def write() -> str:
        lines = ["\t".join(heads)]
        for item in daybook.waits(desk, actor, ranks, today):
            row = item.row
            cells = (
                words.shown_number(row),
                row.title,
                row.category,
                words.person_words(row),
                row.opened_on.isoformat() if row.opened_on else "",
                words.stage_label(row),
                words.who_has_it(row),
                row.due_on.isoformat() if row.due_on else "",
                words.due_of(row, today, item.calendar).first if row.due_on else "",
            )
            lines.append("\t".join(_cell(cell) for cell in cells))
        return "\n".join(lines)

    def put(text: str) -> None:
        QApplication.clipboard().setText(text)
        session.said.emit(translate("copying", "{n} rows copied as a table", n=len(ranks)), False)
        if done is not None:
            done()

    session.read(write, put, owner=session)


def _cell(text: str) -> str:
    """One cell: a line only, and never a formula when pasted into a sheet."""
    line = " ".join(text.split())
    return f"'{line}" if line[:1] in ("=", "+", "-", "@") else line
