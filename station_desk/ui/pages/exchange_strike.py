"""One believed desk of the trust panel, and the lines that strike it off, with a reason, in plain words."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from station_desk.casework.context import Changed
from station_desk.errors import UserError
from station_desk.exchange import enrolment
from station_desk.exchange.enrolment import Known
from station_desk.ui import look
from station_desk.ui.session import Session
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.fields import Field
from station_desk.ui.widgets.notice import Notice


class StrikeOff(QWidget):
    """`show_desk(Known | None)`; signals `asked()` once it is longer, `struck(Known)`."""

    asked = Signal()
    struck = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._one: Known | None = None
        self.mark = QLabel(self)
        self.mark.setTextFormat(Qt.TextFormat.PlainText)
        self.mark.setWordWrap(True)
        self.mark.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.begin_button = Button(self, self.tr("Strike it off"), icon="circle-x")
        self.begin_button.clicked.connect(self.begin)
        self.warning = Notice(self, "red")
        self.until_edit = QLineEdit(self)
        self.until = Field(self, self.tr("Last entry that counts"), self.until_edit)
        self.reason_edit = QLineEdit(self)
        self.reason_edit.setPlaceholderText(self.tr("For instance: computer stolen on 3 May"))
        self.reason = Field(self, self.tr("Reason"), self.reason_edit)
        self.strike_button = Button(self, self.tr("Strike off for good"), "primary")
        self.strike_button.clicked.connect(self.strike)
        self.leave_button = Button(self, self.tr("Leave it"))
        self.leave_button.clicked.connect(self.leave)
        self._head = QHBoxLayout()
        self._head.addWidget(self.mark, 1)
        self._head.addWidget(self.begin_button, 0, Qt.AlignmentFlag.AlignTop)
        self._fields = QHBoxLayout()
        self._fields.addWidget(self.until, 1)
        self._fields.addWidget(self.reason, 3)
        self._buttons = QHBoxLayout()
        self._buttons.addWidget(self.strike_button)
        self._buttons.addWidget(self.leave_button)
        self._buttons.addStretch(1)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.addLayout(self._head)
        self._lines.addWidget(self.warning)
        self._lines.addLayout(self._fields)
        self._lines.addLayout(self._buttons)
        self.reason_edit.returnPressed.connect(self.strike)
        self._ask(False)
        self.hide()
        look.follow(self._relay)

    def _relay(self) -> None:
        theme = look.current()
        self._lines.setSpacing(theme.px(8))
        self._head.setSpacing(theme.px(12))
        self._fields.setSpacing(theme.px(12))
        self._buttons.setSpacing(theme.px(8))

    def show_desk(self, one: Known | None) -> None:
        """The desk marked in the list; what is typed stays while it is the same."""
        if one is None or self._one is None or one.replica != self._one.replica or one.until is not None:
            self._ask(False)
        self._one = one
        self.setVisible(one is not None)
        if one is None:
            return
        self.mark.setText(self.tr("{name}: {mark}").format(name=one.name, mark=one.fingerprint))
        self.begin_button.setVisible(one.until is None)

    def _ask(self, asked: bool) -> None:
        for part in (self.warning, self.until, self.reason, self.strike_button, self.leave_button):
            part.setVisible(asked)
        self.begin_button.setEnabled(not asked)

    def begin(self) -> None:
        """Say what striking off means, and ask why."""
        one = self._one
        if one is None:
            return
        self.until_edit.setText(str(one.last))
        self.reason_edit.clear()
        for field in (self.until, self.reason):
            field.say("")
        self.warning.show_words(
            reason=self.tr(
                "Strike off a computer that was stolen, sold or broken. What {name} wrote on it up to the "
                "entry below stays; nothing written on it later counts here, or at any office that hears of "
                "it; what came of that already is taken out. It cannot be undone: they "
                "go on with a new desk, which you accept anew."
            ).format(name=one.name)
        )
        self._ask(True)
        self.reason_edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.asked.emit()

    def leave(self) -> None:
        """Leave it as it is."""
        self._ask(False)
        self.begin_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def strike(self) -> None:
        """Strike it off, with the reason typed."""
        one, reason, typed = self._one, self.reason_edit.text().strip(), self.until_edit.text().strip()
        if one is None:
            return
        until = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else -1
        if not 0 <= until <= one.last:
            self.until.say(self.tr("A number from 0 to {last}, the last entry here.").format(last=one.last))
            self.until_edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if not reason:
            self.reason.say(self.tr("Say in a few words why; it stays in the history."))
            self.reason_edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        desk, actor = self._session.desk, self._session.actor
        self.strike_button.setEnabled(False)

        def struck() -> Changed:
            enrolment.strike_off(desk, actor, one.replica, reason, until)
            return Changed()

        self._session.write(struck, done=lambda _: self._done(one), failed=self._failed, owner=self)

    def _done(self, one: Known) -> None:
        self.strike_button.setEnabled(True)
        self._ask(False)
        self.struck.emit(one)

    def _failed(self, error: UserError) -> None:
        self.strike_button.setEnabled(True)
        self.reason.say(str(error))
