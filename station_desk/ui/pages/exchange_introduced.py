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
    """`introduce(path)` shows what a `.lzk` file says, until it is accepted or put away; several one by one.

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
        self._queue: list[Path] = []
        self._reading = False
        self._may = False
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
        """Show what an introduction says, after those shown already; nothing is believed until somebody
        accepts it."""
        if path not in self._queue:
            self._queue.append(path)
        if not self.is_asking():
            self.told.emit("", "")
            self._next()
        else:
            self._say_how_many()

    def is_asking(self) -> bool:
        """Whether somebody's word is waited for; what can only be put away gives way to the next."""
        return self._reading or (self._said is not None and self._may)

    def _next(self) -> None:
        """Show the next one that waits, if any."""
        self._said = None
        self.hide()
        if not self._queue:
            return
        desk, path = self._session.desk, self._queue.pop(0)
        self._reading = True
        self._session.read(
            lambda: _Met(enrolment.read(path), enrolment.known(desk)),
            self._show,
            owner=self,
            failed=self._unread,
        )

    def _unread(self, error: UserError) -> None:
        self._reading = False
        self.told.emit("red", str(error))
        self._next()

    def _say_how_many(self) -> None:
        more = self.tr("{count} more after this").format(count=len(self._queue)) if self._queue else ""
        self.set_title(self.tr("A desk introduces itself"), more)

    def _show(self, met: _Met) -> None:
        said, me = met.said, self._session.desk.identity
        self._reading = False
        self._said = said
        self._say_how_many()
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
        self._may = may = same is None and not own
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
        self.told.emit("green", self.tr("{name} is believed from now on.").format(name=said.name))
        self.accepted.emit(said.fingerprint)
        self._next()

    def _not_accepted(self, error: UserError) -> None:
        self.accept_button.setEnabled(True)
        self.told.emit("red", str(error))

    def refuse(self) -> None:
        """Put the introduction away; nobody is believed for it."""
        words = self.tr("Not accepted; nothing was changed. Tell them that it did not fit.")
        self.told.emit("plain", words if self._may else "")
        self._next()
