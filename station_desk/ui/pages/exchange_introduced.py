"""Another desk that introduces itself: who it says it is, its fingerprint, and the word that accepts it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from station_desk.casework.context import Changed
from station_desk.errors import UserError
from station_desk.exchange import enrolment
from station_desk.exchange.enrolment import Introduction, Known
from station_desk.ui import look
from station_desk.ui.pages.exchange_own import mark_label
from station_desk.ui.session import Session
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.side_panel import Section, hairline


@dataclass(frozen=True, slots=True)
class _Met:
    """What a file says, and whom this desk believes as it comes."""

    said: Introduction
    known: list[Known]


class IntroducedDesk(Section):
    """`introduce(path)` shows what a `.lzk` file says, until it is accepted or put away.

    Signals: `shown()`; `accepted(fingerprint)`; `told(kind, words)`: what came of it, in the colour of a
    notice, "" for nothing to say.
    """

    shown = Signal()
    accepted = Signal(str)
    told = Signal(str, str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._said: Introduction | None = None
        self.set_title(self.tr("A desk introduces itself"))
        self.who, self.ask = QLabel(), QLabel()
        for label in (self.who, self.ask):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.ask.setProperty("role", "second")
        self.mark = mark_label()
        self.accept_button = Button(text=self.tr("They read out the same: accept"), kind="primary")
        self.accept_button.clicked.connect(self.accept)
        self.refuse_button = Button(text=self.tr("Do not accept"))
        self.refuse_button.clicked.connect(self.refuse)
        buttons = QWidget()
        self._buttons = QHBoxLayout(buttons)
        self._buttons.setContentsMargins(0, 0, 0, 0)
        self._buttons.addWidget(self.accept_button)
        self._buttons.addWidget(self.refuse_button)
        self._buttons.addStretch(1)
        for part in (self.who, self.mark, self.ask, buttons, hairline()):
            self.add(part)
        self.hide()
        look.follow(self._relay_buttons)

    def _relay_buttons(self) -> None:
        self._buttons.setSpacing(look.current().px(8))

    def introduce(self, path: Path) -> None:
        """Show what an introduction says; nothing is believed until somebody accepts it."""
        self._put_away()
        desk = self._session.desk
        self._session.read(
            lambda: _Met(enrolment.read(path), enrolment.known(desk)),
            self._show,
            owner=self,
            failed=lambda error: self.told.emit("red", str(error)),
        )

    def _put_away(self) -> None:
        self._said = None
        self.hide()
        self.told.emit("", "")

    def _show(self, met: _Met) -> None:
        said, me = met.said, self._session.desk.identity
        self._said = said
        who = self.tr("{name} ({site})").format(name=said.name, site=said.site)
        if said.parent:
            above = me.name if said.parent == me.site else said.parent
            who = self.tr("{name} ({site}), which stands under {parent}").format(
                name=said.name, site=said.site, parent=above
            )
        self.who.setText(who)
        self.mark.setText(said.fingerprint)
        same = next((one for one in met.known if one.replica == said.replica), None)
        own = said.replica == me.replica.hex()
        if own:
            words = self.tr("This is the introduction of this desk itself: it goes to the other office.")
        elif same is not None:
            words = self._of_known(same)
        else:
            words = self._of_stranger(said, met.known)
        self.ask.setText(words)
        may = same is None and not own
        self.accept_button.setVisible(may)
        self.accept_button.setEnabled(True)
        self.refuse_button.setText(self.tr("Do not accept") if may else self.tr("Put away"))
        self.show()
        self.shown.emit()
        (self.accept_button if may else self.refuse_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def _of_known(self, same: Known) -> str:
        if same.until is None:
            return self.tr("This desk is believed already; there is nothing to do.")
        return self.tr(
            "This desk was struck off, and stays so: nothing after its entry {until} counts. They begin "
            "anew with another desk."
        ).format(until=same.until)

    def _of_stranger(self, said: Introduction, known: list[Known]) -> str:
        words = self.tr(
            "Telephone them, under a number you know already. Have all eight groups read out and compare "
            "each. Only if every one is the same, accept."
        )
        if any(one.site == said.site and one.until is None for one in known):
            words += self.tr(
                " Another computer of this office is believed already: ask whether this one is new."
            )
        return words

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
        self._put_away()
        self.told.emit("green", self.tr("{name} is believed from now on.").format(name=said.name))
        self.accepted.emit(said.fingerprint)

    def _not_accepted(self, error: UserError) -> None:
        self.accept_button.setEnabled(True)
        self.told.emit("red", str(error))

    def refuse(self) -> None:
        """Put the introduction away; nobody is believed for it."""
        refused = self.accept_button.isVisibleTo(self)
        self._put_away()
        if refused:
            words = self.tr("Not accepted; nothing was changed. Tell them that it did not fit.")
            self.told.emit("plain", words)
