"""What goes to one office: how its package is closed, a receipt alone, and what went out lately."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from station_desk.exchange import board, outbox
from station_desk.exchange.outbox import Sent, Standing
from station_desk.exchange.stream import Peer
from station_desk.ui import figures, look
from station_desk.ui.pages.exchange_outbox import watched
from station_desk.ui.pages.exchange_package import size_words
from station_desk.ui.paging import Column, ListModel, Rows
from station_desk.ui.session import Session
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.fields import Field
from station_desk.ui.widgets.segments import Segments
from station_desk.ui.widgets.side_panel import Section, hairline
from station_desk.ui.widgets.table import Table

OPEN, SEALED, PHRASE = "open", "sealed", "phrase"


class SendPanel(QScrollArea):
    """`show_peer(peer)`. Signals: `sendWanted(site, sealed, passphrase)`, `receiptWanted(site)`.

    A passphrase is typed twice and never kept: whoever gets the file is told it by telephone.
    """

    sendWanted = Signal(str, bool, str)
    receiptWanted = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._peer: Peer | None = None
        self._may_seal = False
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body = QWidget()
        self.title = QLabel(body)
        self.title.setProperty("role", "section")
        self.second = QLabel(body)
        self.second.setWordWrap(True)
        self.second.setProperty("role", "second")
        self.how = Segments(body)
        self.how.setAccessibleName(self.tr("How the package is closed"))
        self.how.chosen.connect(self._turn)
        self.words = QLabel(body)
        self.words.setProperty("role", "second")
        self.words.setWordWrap(True)
        self.phrase_edit, self.again_edit = QLineEdit(body), QLineEdit(body)
        self.phrase = Field(body, self.tr("Passphrase"), self.phrase_edit)
        self.again = Field(body, self.tr("The same once more"), self.again_edit)
        self.shown = QCheckBox(self.tr("Show what is typed"), body)
        self.shown.toggled.connect(self._show_typed)
        self._show_typed(False)
        self._phrases = QHBoxLayout()
        self._phrases.addWidget(self.phrase, 1)
        self._phrases.addWidget(self.again, 1)
        self._phrases.addStretch(0)
        self.save_button = Button(body, self.tr("Save to a folder"), "primary", "package")
        self.save_button.clicked.connect(self.save)
        self.again_edit.returnPressed.connect(self.save)
        self.receipt_button = Button(body, self.tr("Write a receipt alone"), icon="file-text")
        self.receipt_button.clicked.connect(self._receipt)
        self._buttons = QHBoxLayout()
        self._buttons.addWidget(self.save_button)
        self._buttons.addWidget(self.receipt_button)
        self._buttons.addStretch(1)
        self.receipt_words = QLabel(
            self.tr(
                "A receipt alone is a small file that says what came from there and what is missing; it "
                "brings no records. Every package carries one too."
            ),
            body,
        )
        self.receipt_words.setProperty("role", "second")
        self.receipt_words.setWordWrap(True)
        self.lately = Section(body, self.tr("Sent lately"))
        self.table = self._build_table(body)
        self._lines = QVBoxLayout(body)
        for part in (self.title, self.second, self.how, self.words):
            self._lines.addWidget(part)
        self._lines.setAlignment(self.how, Qt.AlignmentFlag.AlignLeft)
        self._lines.addLayout(self._phrases)
        self._lines.addWidget(self.shown)
        self._lines.addLayout(self._buttons)
        self._lines.addWidget(self.receipt_words)
        self._lines.addWidget(hairline(body))
        self._lines.addWidget(self.lately)
        self._lines.addWidget(self.table)
        self._lines.addStretch(1)
        self.setWidget(body)
        look.follow(self._relay)

    def _build_table(self, body: QWidget) -> Table:
        table = Table(body)
        table.set_plain()
        table.setAccessibleName(self.lately_name())
        rows: Rows[Sent] = Rows(
            [
                Column(self.tr("Package"), lambda one: self.tr("Package {n}").format(n=one.number)),
                Column(self.tr("Written"), lambda one: self._when(one)),
                Column(self.tr("Size"), lambda one: size_words(one.bytes)),
                Column(self.tr("Receipt"), self._state, tone=self._tone),
            ],
            key=lambda one: f"{one.number} {one.at}",
            spoken=lambda one: f"{one.name}，{self._when(one)}，{size_words(one.bytes)}，{self._state(one)}",
        )
        self.model: ListModel[Sent] = ListModel(rows, table)
        table.setModel(self.model)
        table.fit_rows(True)
        return table

    def lately_name(self) -> str:
        """What the table of packages is called."""
        return self.tr("Packages written for this office")

    def _relay(self) -> None:
        theme = look.current()
        self._lines.setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(16))
        self._lines.setSpacing(theme.px(10))
        self._phrases.setSpacing(theme.px(12))
        self._buttons.setSpacing(theme.px(8))
        for field in (self.phrase, self.again):
            field.setFixedWidth(theme.px(260))
        self.table.set_widths(120, 150, 90, 0)

    # ---- showing ---------------------------------------------------------------------------------------

    def peer(self) -> str:
        """The code of the office shown, "" for none."""
        return self._peer.site if self._peer is not None else ""

    def show_peer(self, peer: Peer) -> None:
        """Show one office; a passphrase half typed for another one is forgotten."""
        other = self.peer() != peer.site
        self._peer = peer
        if other:
            self._forget()
            self.model.set_rows([])
        self.title.setText(self.tr("For {name}").format(name=peer.name))
        said = board.words(peer, self._session.today())
        now = (
            self.tr("Package {number}, {count} entries that it has not confirmed.")
            if peer.waiting
            else self.tr("Nothing waits for it. A package {number} would carry a receipt alone.")
        )
        waits = [] if peer.asks else [now.format(number=peer.sent + 1, count=peer.waiting)]
        self.second.setText("\n".join((*waits, *said.sentences)))
        for part in (self.how, self.words, self.save_button):
            part.setVisible(not peer.asks)
        desk, site = self._session.desk, peer.site
        self._session.read(
            lambda: outbox.standing(desk, site),
            lambda found: self._show(site, found, fresh=other),
            owner=self,
        )

    def _show(self, site: str, found: Standing, *, fresh: bool) -> None:
        if site != self.peer():
            return
        self._may_seal = found.may_seal
        if fresh:
            self.how.set_choices(
                [
                    (OPEN, self.tr("Open")),
                    (SEALED, self.tr("For this office alone")),
                    (PHRASE, self.tr("With a passphrase")),
                ]
            )
            self.how.set_value(SEALED if found.may_seal and site in watched(self._session).sealed else OPEN)
        self._turn(self.how.current_value())
        self.model.set_rows(found.sent)
        self.table.setVisible(bool(found.sent))
        self.lately.clear()
        if not found.sent:
            self.lately.add_line(self.tr("Nothing was written for it yet."))

    def _turn(self, value: str) -> None:
        typed = value == PHRASE
        for part in (self.phrase, self.again, self.shown):
            part.setVisible(typed)
        if not typed:
            self._forget()
        words = {
            OPEN: self.tr("Signed, not encrypted: who finds the stick can read it, but not alter it."),
            SEALED: self.tr("Only the computers of this office open it; nothing needs to be typed there."),
            PHRASE: self.tr("Who has the passphrase opens it. Tell it by telephone, never beside the file."),
        }
        if value == SEALED and not self._may_seal:
            words[SEALED] = self.tr(
                "No key of this office is known here yet. Accept its introduction under Keys and trust, or "
                "take in a package from it."
            )
        self.words.setText(words.get(value, ""))
        self.save_button.setEnabled(value != SEALED or self._may_seal)

    def _show_typed(self, on: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password
        for line in (self.phrase_edit, self.again_edit):
            line.setEchoMode(mode)

    def _forget(self) -> None:
        for field, line in ((self.phrase, self.phrase_edit), (self.again, self.again_edit)):
            line.clear()
            field.say("")

    # ---- what went out ---------------------------------------------------------------------------------

    def _when(self, one: Sent) -> str:
        return figures.moment_words(one.at, self._session.today())

    def _lost(self, one: Sent) -> bool:
        return self._peer is not None and one.number in self._peer.lacks

    def _state(self, one: Sent) -> str:
        if self._lost(one):
            return self.tr("never arrived; the next one contains it")
        return self.tr("confirmed") if one.confirmed else self.tr("not confirmed yet")

    def _tone(self, one: Sent) -> str:
        return "amber" if self._lost(one) else "green" if one.confirmed else "text2"

    # ---- sending ---------------------------------------------------------------------------------------

    def save(self) -> None:
        """Ask for the folder; a passphrase must have been typed twice alike."""
        how, text = self.how.current_value(), self.phrase_edit.text()
        if how == PHRASE and not text:
            self.phrase.say(self.tr("Type a passphrase: several words are better than one."))
            self.phrase_edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if how == PHRASE and text != self.again_edit.text():
            self.again.say(self.tr("This is not the same as the first. Type it once more."))
            self.again_edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.sendWanted.emit(self.peer(), how == SEALED, text if how == PHRASE else "")
        self._forget()

    def _receipt(self) -> None:
        self.receiptWanted.emit(self.peer())
