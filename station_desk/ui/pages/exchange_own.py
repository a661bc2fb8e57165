"""This desk as others meet it: its fingerprint to read out, and the introduction that it writes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFileDialog, QHBoxLayout, QLabel, QWidget

from station_desk.errors import UserError
from station_desk.exchange import enrolment
from station_desk.ui import look
from station_desk.ui.session import Session
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.side_panel import Section


def mark_label(parent: QWidget | None = None) -> QLabel:
    """A label for a fingerprint: large, to be read out and copied."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", "section")
    label.setWordWrap(True)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return label


class OwnDesk(Section):
    """`show_own()` reads the fingerprint; `write(folder)` writes the introduction.

    Signal `told(kind, words)`: what came of it, in the colour of a notice.
    """

    told = Signal(str, str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.set_title(self.tr("Fingerprint of this desk"))
        self.mark = mark_label()
        self.request_button = Button(text=self.tr("Write an introduction"), icon="key-round")
        self.request_button.clicked.connect(self._choose_folder)
        self.copy_button = Button(text=self.tr("Copy"), icon="copy")
        self.copy_button.clicked.connect(self.copy)
        buttons = QWidget()
        self._buttons = QHBoxLayout(buttons)
        self._buttons.setContentsMargins(0, 0, 0, 0)
        self._buttons.addWidget(self.request_button)
        self._buttons.addWidget(self.copy_button)
        self._buttons.addStretch(1)
        self.add(self.mark)
        self.add_line(
            self.tr(
                "Read it out when another office telephones. The introduction (a small file, .lzk) goes to "
                "the office above or below, by stick or mail; there it is opened, compared and accepted."
            )
        )
        self.add(buttons)
        look.follow(self._relay_buttons)

    def _relay_buttons(self) -> None:
        self._buttons.setSpacing(look.current().px(8))

    def show_own(self) -> None:
        """Read the fingerprint; a desk put back from a backup has another one."""
        desk = self._session.desk
        self._session.read(lambda: enrolment.own_fingerprint(desk), self._show, owner=self)

    def _show(self, mark: str) -> None:
        self.mark.setText(mark)
        self.mark.setAccessibleName(self.tr("Fingerprint of this desk: {mark}").format(mark=mark))

    def copy(self) -> None:
        """Put the fingerprint on the clipboard."""
        QApplication.clipboard().setText(self.mark.text())
        self._session.said.emit(self.tr("Fingerprint copied"), False)

    def _choose_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Save the introduction to"))
        if name:
            self.write(Path(name))

    def write(self, folder: Path) -> None:
        """Write this desk's introduction into `folder`."""
        desk = self._session.desk
        self._session.jobs.run(
            lambda _: enrolment.write(desk, folder),
            done=self._written,
            failed=self._failed,
            owner=self,
            text=self.tr("Writing the introduction"),
        )

    def _written(self, path: Path) -> None:
        said = self.tr("{file} is written. Hand it over; when they telephone, read the fingerprint out.")
        self.told.emit("green", said.format(file=path.name))
        self.show_own()

    def _failed(self, error: UserError) -> None:
        self.told.emit("red", str(error))
