"""Whose files are believed: the fingerprint to read out, introductions to accept, desks to strike off."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from station_desk.casework.context import Changed
from station_desk.errors import UserError
from station_desk.exchange import enrolment
from station_desk.exchange.enrolment import Introduction, Known
from station_desk.ui import look
from station_desk.ui.pages.exchange_strike import StrikeOff
from station_desk.ui.paging import Column, ListModel, Rows
from station_desk.ui.session import Session
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.notice import Notice
from station_desk.ui.widgets.side_panel import Section, hairline
from station_desk.ui.widgets.table import Table

_ROWS = 8


@dataclass(frozen=True, slots=True)
class _Standing:
    own: str
    known: list[Known]


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


class TrustPanel(QScrollArea):
    """`show_trust()`; `introduce(path)` shows what a `.lzk` file says, to be accepted or refused.

    Signal `accepted(fingerprint)`: files of that desk that wait can be taken in now.
    """

    accepted = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._known: list[Known] = []
        self._said: Introduction | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body = QWidget()
        self._lines = QVBoxLayout(body)
        self.title = QLabel(self.tr("Keys and trust"), body)
        self.title.setProperty("role", "section")
        self.notice = Notice(body)
        self.notice.hide()
        self._lines.addWidget(self.title)
        self._lines.addWidget(self.notice)
        self._lines.addWidget(self._build_introduced(body))
        self._lines.addWidget(self._build_own(body))
        self._lines.addWidget(hairline(body))
        self.believed = Section(body, self.tr("Desks that are believed here"))
        self._lines.addWidget(self.believed)
        self.table = self._build_table(body)
        self._lines.addWidget(self.table)
        self.strike = StrikeOff(session, body)
        self.strike.struck.connect(self._struck)
        self.strike.asked.connect(lambda: QTimer.singleShot(0, self, self._to_the_end))
        self._lines.addWidget(self.strike)
        self._lines.addStretch(1)
        self.setWidget(body)
        look.follow(self._relay)

    def _build_own(self, body: QWidget) -> QWidget:
        self.own = Section(body, self.tr("Fingerprint of this desk"))
        self.mark = mark_label()
        self.copy_button = Button(text=self.tr("Copy"), icon="copy")
        self.copy_button.clicked.connect(self.copy)
        self.request_button = Button(text=self.tr("Write an introduction"), icon="key-round")
        self.request_button.clicked.connect(self._choose_folder)
        self._own_buttons = QHBoxLayout()
        self._own_buttons.addWidget(self.request_button)
        self._own_buttons.addWidget(self.copy_button)
        self._own_buttons.addStretch(1)
        buttons = QWidget()
        buttons.setLayout(self._own_buttons)
        self._own_buttons.setContentsMargins(0, 0, 0, 0)
        self.own.add(self.mark)
        self.own.add_line(
            self.tr(
                "Read it out when another office telephones. The introduction (a small file, .lzk) goes to "
                "the office above or below, by stick or mail; there it is opened, compared and accepted."
            )
        )
        self.own.add(buttons)
        return self.own

    def _build_introduced(self, body: QWidget) -> QWidget:
        self.introduced = Section(body, self.tr("A desk introduces itself"))
        self.who = QLabel()
        self.who.setTextFormat(Qt.TextFormat.PlainText)
        self.who.setWordWrap(True)
        self.their_mark = mark_label()
        self.ask = QLabel()
        self.ask.setTextFormat(Qt.TextFormat.PlainText)
        self.ask.setWordWrap(True)
        self.ask.setProperty("role", "second")
        self.accept_button = Button(text=self.tr("They read out the same: accept"), kind="primary")
        self.accept_button.clicked.connect(self.accept)
        self.refuse_button = Button(text=self.tr("Do not accept"))
        self.refuse_button.clicked.connect(self.refuse)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.accept_button)
        line.addWidget(self.refuse_button)
        line.addStretch(1)
        self._ask_buttons = line
        buttons = QWidget()
        buttons.setLayout(line)
        for part in (self.who, self.their_mark, self.ask, buttons, hairline()):
            self.introduced.add(part)
        self.introduced.hide()
        return self.introduced

    def _build_table(self, body: QWidget) -> Table:
        table = Table(body)
        table.set_plain()
        table.setAccessibleName(self.tr("Desks that are believed here"))
        rows: Rows[Known] = Rows(
            [
                Column(self.tr("Office"), lambda one: f"{one.name} {one.site}"),
                Column(self.tr("Fingerprint begins"), lambda one: one.fingerprint[:9]),
                Column(self.tr("Vouched for by"), lambda one: self._by(one)),
                Column(self.tr("State"), self._state, tone=lambda one: "" if one.until is None else "red"),
            ],
            key=lambda one: one.replica,
            spoken=lambda one: f"{one.name}，{one.fingerprint}，{self._by(one)}，{self._state(one)}",
        )
        self.model: ListModel[Known] = ListModel(rows, table)
        table.setModel(self.model)
        table.selectionModel().currentRowChanged.connect(self._mark_row)
        return table

    def _relay(self) -> None:
        theme = look.current()
        self._lines.setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(16))
        self._lines.setSpacing(theme.px(12))
        self._own_buttons.setSpacing(theme.px(8))
        self._ask_buttons.setSpacing(theme.px(8))
        self.table.set_widths(0, 150, 150, 190)
        self._fit_table()

    def _fit_table(self) -> None:
        """As high as its rows up to some; a city has hundreds, which scroll in it."""
        theme = look.current()
        rows = min(max(len(self._known), 1), _ROWS)
        self.table.setFixedHeight(theme.px(28) + theme.px(34) * rows + 1)

    def _to_the_end(self) -> None:
        self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())

    # ---- showing ---------------------------------------------------------------------------------------

    def show_trust(self) -> None:
        """Read again whom this desk believes."""
        desk = self._session.desk
        self._session.read(
            lambda: _Standing(enrolment.own_fingerprint(desk), enrolment.known(desk)), self._show, owner=self
        )

    def _show(self, now: _Standing) -> None:
        kept = self.model.row_at(self.table.currentIndex())
        self._known = now.known
        self.mark.setText(now.own)
        self.mark.setAccessibleName(self.tr("Fingerprint of this desk: {mark}").format(mark=now.own))
        self.model.set_rows(now.known)
        self._fit_table()
        self.table.setVisible(bool(now.known))
        self.believed.clear()
        if not now.known:
            self.believed.add_line(
                self.tr("None yet. Open the introduction of another office, or import its first package.")
            )
        if kept is not None:
            row = next((n for n, one in enumerate(now.known) if one.replica == kept.replica), -1)
            if row >= 0:
                self.table.setCurrentIndex(self.model.index(row, 0))
        self._mark_row(self.table.currentIndex())
        if self._said is not None:
            self._show_introduced()

    def _by(self, one: Known) -> str:
        if one.by == self._session.desk.identity.site:
            return self.tr("this desk")
        return next((other.name for other in self._known if other.site == one.by), one.by or "—")

    def _state(self, one: Known) -> str:
        if one.until is not None:
            return self.tr("struck off, valid to entry {until}").format(until=one.until)
        return self.tr("valid, entry {last} is here").format(last=one.last) if one.last else self.tr("valid")

    def _mark_row(self, index: QModelIndex) -> None:
        self.strike.show_desk(self.model.row_at(index))

    # ---- this desk -------------------------------------------------------------------------------------

    def copy(self) -> None:
        """Put this desk's fingerprint on the clipboard."""
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
        self._tell("green", said.format(file=path.name))
        self.show_trust()  # a desk put back from a backup has just taken a new key

    # ---- another desk ----------------------------------------------------------------------------------

    def introduce(self, path: Path) -> None:
        """Show what an introduction says; nothing is believed until somebody accepts it."""
        self._said = None
        self.introduced.hide()
        self.notice.hide()
        self._session.read(lambda: enrolment.read(path), self._introduced, owner=self, failed=self._failed)

    def _introduced(self, said: Introduction) -> None:
        self._said = said
        self._show_introduced()
        self.ensureWidgetVisible(self.introduced)
        (self.accept_button if self.accept_button.isVisibleTo(self) else self.refuse_button).setFocus(
            Qt.FocusReason.OtherFocusReason
        )

    def _show_introduced(self) -> None:
        said = self._said
        if said is None:
            return
        me = self._session.desk.identity
        self.who.setText(
            self.tr("{name} ({site}), which stands under {parent}").format(
                name=said.name, site=said.site, parent=me.name if said.parent == me.site else said.parent
            )
            if said.parent
            else self.tr("{name} ({site})").format(name=said.name, site=said.site)
        )
        self.their_mark.setText(said.fingerprint)
        same = next((one for one in self._known if one.replica == said.replica), None)
        others = [one for one in self._known if one.site == said.site and one.replica != said.replica]
        may = same is None and (said.replica, said.site) != (me.replica.hex(), me.site)
        if said.replica == me.replica.hex():
            words = self.tr("This is the introduction of this desk itself: it goes to the other office.")
        elif same is not None and same.until is not None:
            words = self.tr(
                "This desk was struck off, and stays so: nothing after its entry {until} counts. They begin "
                "anew with another desk."
            ).format(until=same.until)
        elif same is not None:
            words = self.tr("This desk is believed already; there is nothing to do.")
        else:
            words = self.tr(
                "Telephone them, under a number you know already. Have all eight groups read out and compare "
                "each. Only if every one is the same, accept."
            )
            if any(one.until is None for one in others):
                words += self.tr(
                    " Another computer of this office is believed already: ask whether this one is new."
                )
        self.ask.setText(words)
        self.accept_button.setVisible(may)
        self.accept_button.setEnabled(True)
        self.refuse_button.setText(self.tr("Do not accept") if may else self.tr("Put away"))
        self.introduced.show()

    def accept(self) -> None:
        """Somebody compared the fingerprint: believe this desk from now on."""
        said = self._said
        if said is None:
            return
        desk, actor = self._session.desk, self._session.actor
        self.accept_button.setEnabled(False)

        def accepted() -> Changed:
            enrolment.accept(desk, actor, said)
            return Changed()

        self._session.write(
            accepted, done=lambda _: self._accepted(said), failed=self._not_accepted, owner=self
        )

    def _accepted(self, said: Introduction) -> None:
        self._said = None
        self.introduced.hide()
        self._tell("green", self.tr("{name} is believed from now on.").format(name=said.name))
        self.show_trust()
        self.accepted.emit(said.fingerprint)

    def _not_accepted(self, error: UserError) -> None:
        self.accept_button.setEnabled(True)
        self._failed(error)

    def refuse(self) -> None:
        """Put the introduction away; nobody is believed for it."""
        refused = self.accept_button.isVisibleTo(self)
        self._said = None
        self.introduced.hide()
        self.notice.hide()
        if refused:
            self._tell("plain", self.tr("Not accepted; nothing was changed. Tell them that it did not fit."))

    def _struck(self, one: Known) -> None:
        self._tell("green", self.tr("{name}: the desk is struck off.").format(name=one.name))
        self.show_trust()

    def _failed(self, error: UserError) -> None:
        self._tell("red", str(error))

    def _tell(self, kind: str, text: str) -> None:
        self.notice.set_kind(kind)
        self.notice.show_words(reason=text)
        self.notice.show()
        self.ensureWidgetVisible(self.notice)

    def first_focus(self) -> QWidget:
        """Where the keyboard goes."""
        return self.accept_button if self.accept_button.isVisibleTo(self) else self.request_button
