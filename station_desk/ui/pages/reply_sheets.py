"""The reply sheets of a matter's hand-overs: one for each unit that still has it, saved as Excel or Word."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from station_desk.casework import asked
from station_desk.casework.asked import Asked
from station_desk.domain.declare import RecordId
from station_desk.errors import UserError
from station_desk.reports import replyform
from station_desk.ui.session import Session
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.elided import ElidedLabel
from station_desk.ui.widgets.notice import Notice
from station_desk.ui.widgets.side_panel import Section


class ReplySheets(QWidget):
    """`show_matter(matter)`; hidden while no unit has the matter. `save(charge, target)` writes one sheet.

    Signal `saved(Path)`.
    """

    saved = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._matter: RecordId | None = None
        self.charges: tuple[Asked, ...] = ()
        self.section = Section(self, title=self.tr("Reply sheets for the units"))
        self.notice = Notice(self)
        self.notice.hide()
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self.section)
        lines.addWidget(self.notice)
        self.hide()

    def show_matter(self, matter: RecordId) -> None:
        """Read which units still have the matter."""
        if matter != self._matter:
            self.notice.hide()
        self._matter = matter
        desk = self._session.desk
        self._session.read(lambda: (matter, asked.all_asked(desk, matter)), self._show, owner=self)

    def _show(self, found: tuple[RecordId, tuple[Asked, ...]]) -> None:
        matter, self.charges = found
        if matter != self._matter:
            return
        self.section.clear()
        self.section.add_line(
            self.tr("A unit fills it in and sends it back; dropped on “Exchange”, it proposes the reply.")
        )
        for charge in self.charges:
            self.section.add(self._row(charge))
        self.setVisible(bool(self.charges))

    def _row(self, charge: Asked) -> QWidget:
        box = QWidget(self)
        lines = QVBoxLayout(box)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        unit = ElidedLabel(box)
        unit.setText(charge.unit)
        number = ElidedLabel(box)
        number.setText(charge.number)
        number.setProperty("role", "second")
        lines.addWidget(unit)
        line = QHBoxLayout()
        lines.addLayout(line)
        line.addWidget(number, 1)
        for suffix, name in ((".xlsx", self.tr("Excel")), (".docx", self.tr("Word"))):
            button = Button(box, text=name, kind="link")
            button.set_small(True)
            button.setAccessibleName(
                self.tr("Save the reply sheet of {unit} as {form}").format(unit=charge.unit, form=name)
            )
            button.clicked.connect(partial(self._choose, charge, suffix))
            line.addWidget(button)
        return box

    def _choose(self, charge: Asked, suffix: str, checked: bool = False) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the reply sheet"), replyform.file_name(charge, suffix), f"*{suffix}"
        )
        if name:
            target = Path(name)
            right = target.suffix.lower() == suffix
            self.save(charge, target if right else target.with_name(f"{target.name}{suffix}"))

    def save(self, charge: Asked, target: Path) -> None:
        """Write the sheet of one charge, as it stands now."""
        desk = self._session.desk

        def write() -> Path:
            return replyform.write(asked.asked(desk, charge.matter, charge.assignment), target)

        self._session.read(write, self._written, owner=self, failed=self._refused)

    def _written(self, target: Path) -> None:
        self.notice.hide()
        self._session.said.emit(self.tr("Saved {file}").format(file=target.name), False)
        self.saved.emit(target)

    def _refused(self, error: UserError) -> None:
        self.notice.set_kind("red")
        self.notice.show_words(reason=str(error))
        self.notice.show()


def save_all(session: Session, matter: RecordId) -> None:
    """Ask for a folder, then write the sheet of every unit that has the matter, as Excel and as Word."""
    window = QApplication.activeWindow()
    name = QFileDialog.getExistingDirectory(
        window, QApplication.translate("ReplySheets", "Save the reply sheets to")
    )
    if name:
        write_all(session, matter, Path(name))


def write_all(session: Session, matter: RecordId, folder: Path) -> None:
    """Write the sheets of a matter's units into `folder`; the foot says how many, or what went wrong."""
    desk = session.desk

    def write() -> int:
        made = [
            replyform.write(charge, folder / replyform.file_name(charge, suffix))
            for charge in asked.all_asked(desk, matter)
            for suffix in replyform.SUFFIXES
        ]
        return len(made)

    def done(count: int) -> None:
        said = QApplication.translate("ReplySheets", "{count} files saved in {folder}")
        session.said.emit(said.format(count=count, folder=folder.name), False)

    session.read(write, done, owner=session, failed=lambda error: session.said.emit(str(error), False))
