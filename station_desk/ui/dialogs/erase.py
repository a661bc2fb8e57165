"""Asks before a matter, or its visitor alone, is erased for good: what it means, why, and if it is meant."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from station_desk.casework.context import Changed
from station_desk.errors import UserError
from station_desk.exchange import redaction
from station_desk.ui import look
from station_desk.ui.pages.matter_whole import Whole
from station_desk.ui.session import Session
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.elided import ElidedLabel
from station_desk.ui.widgets.fields import Field
from station_desk.ui.widgets.notice import Notice
from station_desk.ui.words import joined, shown_number


class EraseDialog(QDialog):
    """`EraseDialog(session, whole, parent).open()`. Signal `told(Changed)` once it is erased.

    Nothing is filled in beforehand and Enter does nothing: what cannot be undone is not done in passing.
    """

    told = Signal(object)

    def __init__(self, session: Session, whole: Whole, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._whole = session, whole
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        row = whole.detail.row
        self.setWindowTitle(self.tr("Erase for good"))
        head = QLabel(self.windowTitle(), self)
        head.setProperty("role", "title")
        under = ElidedLabel(self)
        under.setProperty("role", "second")
        under.setText(joined((shown_number(row), row.title)))
        self.warning = Notice(self, "red")
        self.all = QRadioButton(self.tr("The whole matter, with its steps, replies and files"), self)
        self.visitor = QRadioButton(self.tr("Only who raised it: name, telephone and address"), self)
        self.all.setChecked(True)
        # Here, and not everywhere: visitors never left the station.
        alone = whole.detail.visitor_id is not None
        self.all.setVisible(alone)
        self.visitor.setVisible(alone)
        self.reason_edit = QLineEdit(self)
        self.reason_edit.setMaxLength(100)
        self.reason_edit.setPlaceholderText(self.tr("For instance: asked for by the person it is about"))
        self.reason = Field(self, self.tr("Why, without repeating what is erased"), self.reason_edit)
        self.sure = QCheckBox(self.tr("I have read this. Nobody can undo it."), self)
        self.cancel = Button(self, text=self.tr("Leave it"))
        self.erase = Button(self, text=self.tr("Erase for good"), kind="primary")
        for button in (self.cancel, self.erase):
            button.setAutoDefault(False)
        self.cancel.clicked.connect(self.reject)
        self.erase.clicked.connect(self.erase_it)
        self.erase.setEnabled(False)
        self.sure.toggled.connect(self._follow)
        self.all.toggled.connect(self._follow)
        self._buttons = QHBoxLayout()
        self._buttons.addStretch(1)
        self._buttons.addWidget(self.cancel)
        self._buttons.addWidget(self.erase)
        self._lines = QVBoxLayout(self)
        for part in (head, under, self.warning, self.all, self.visitor, self.reason, self.sure):
            self._lines.addWidget(part)
        self._lines.addLayout(self._buttons)
        self._follow()
        look.follow(self._relay)

    def _relay(self) -> None:
        theme = look.current()
        side = theme.px(24)
        self._lines.setContentsMargins(side, theme.px(18), side, theme.px(16))
        self._lines.setSpacing(theme.px(12))
        self._buttons.setSpacing(theme.px(8))
        self.setMinimumWidth(theme.px(560))

    def _follow(self) -> None:
        """Say what the choice means."""
        if self.visitor.isChecked():
            said = self.tr(
                "Name, telephone and address of the visitor are removed from this computer and from the "
                "files beside it, also where other matters name them. The matters stay. Backups and papers "
                "are not reached: destroy these yourself."
            )
        else:
            said = self.tr(
                "Every word of it is removed here, and at every office and deputy that has it as soon as "
                "your next package reaches them, with what others wrote of it. Only an id and the reason "
                "stay. Suggestions raised from it are matters of their own and stay. Backups, packages "
                "already written and papers are not reached: destroy these yourself. If it was merely "
                "entered by mistake, void it instead."
            )
        self.warning.show_words(reason=said)
        self.erase.setEnabled(self.sure.isChecked())

    def erase_it(self) -> None:
        """Erase what was chosen, once a reason stands there and it is ticked."""
        reason = self.reason_edit.text().strip()
        if not self.sure.isChecked():
            return
        if not reason:
            self.reason.say(self.tr("Say in a few words why; this stays."))
            self.reason_edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        detail = self._whole.detail
        record = detail.row.id
        if self.visitor.isChecked() and detail.visitor_id is not None:
            record = detail.visitor_id
        desk, actor = self._session.desk, self._session.actor
        self.erase.setEnabled(False)
        self._session.write(
            lambda: redaction.redact(desk, actor, record, reason),
            done=self._done,
            failed=self._failed,
            owner=self,
        )

    def _done(self, changed: Changed) -> None:
        self._session.said.emit(self.tr("Erased for good"), False)
        self.told.emit(changed)
        self.accept()

    def _failed(self, error: UserError) -> None:
        self.erase.setEnabled(True)
        self.reason.say(str(error))
