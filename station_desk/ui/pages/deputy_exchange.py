"""Exchange for a deputy: one plain path — take the station's package in, work, write the package back."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from station_desk.casework.context import Changed
from station_desk.casework.deputies import Own
from station_desk.errors import UserError
from station_desk.exchange import enrolment, inbox, stream
from station_desk.exchange.doubts import SEALED, Doubt
from station_desk.exchange.inbox import InboxResult, Preview
from station_desk.exchange.spool import ENDINGS, is_package
from station_desk.exchange.stream import Exported, Peer
from station_desk.ui import figures, look
from station_desk.ui.pages.deputy_list import gather
from station_desk.ui.pages.exchange_introduced import IntroducedDesk
from station_desk.ui.pages.exchange_own import OwnDesk
from station_desk.ui.pages.exchange_phrase import PhraseLine
from station_desk.ui.session import Session
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.notice import Notice
from station_desk.ui.widgets.page import Page
from station_desk.ui.widgets.side_panel import hairline


@dataclass(frozen=True, slots=True)
class _Standing:
    own: Own | None
    peer: Peer | None


class _Step(QWidget):
    """A large number, what to do, a sentence, and a row of buttons below."""

    def __init__(self, number: str, title: str, *buttons: Button) -> None:
        super().__init__()
        self.number = QLabel(number, self)
        self.number.setProperty("role", "count")
        self.number.setProperty("tone", "accent")
        self.number.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self.title = QLabel(title, self)
        self.title.setProperty("role", "title")
        self.words = QLabel(self)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.words.setProperty("tone", "text2")
        self.notice = Notice(self)
        self.notice.hide()
        self._buttons = QHBoxLayout()
        for button in buttons:
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        self._column = QVBoxLayout()
        for part in (self.title, self.words, self.notice):
            self._column.addWidget(part)
        self._column.addLayout(self._buttons)
        self._line = QHBoxLayout(self)
        self._line.addWidget(self.number)
        self._line.addLayout(self._column, 1)
        look.follow(self._relay)

    def _relay(self) -> None:
        theme = look.current()
        self.number.setFixedWidth(theme.px(48))
        self._line.setContentsMargins(0, theme.px(20), 0, theme.px(20))
        self._line.setSpacing(theme.px(16))
        self._column.setSpacing(theme.px(8))
        self._buttons.setSpacing(theme.px(8))

    def add_part(self, part: QWidget) -> None:
        """Put a part above the buttons."""
        self._column.insertWidget(self._column.count() - 1, part)

    def say(self, kind: str, text: str) -> None:
        """A line of the kind `red`, `green` or `info`; none for an empty text."""
        self.notice.set_kind(kind)
        self.notice.show_words(text=text)
        self.notice.setVisible(bool(text))


class DeputyExchangePage(Page):
    """`take(path)` looks at a package and offers to take it in, or at the station's introduction;
    `send(folder)` writes the one back."""

    offers = frozenset({"refresh"})

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._path: Path | None = None
        self._compared: frozenset[str] = frozenset()
        self._locked: Path | None = None
        self._phrase = ""
        self.setAcceptDrops(True)
        self.head.set_title(self.tr("Exchange"), self.tr("By USB stick or as a file in a message"))
        self.open_button = Button(text=self.tr("Choose the file"), kind="primary", icon="folder-open")
        self.take_button = Button(text=self.tr("Take it in"), kind="primary", icon="download")
        self.work_button = Button(text=self.tr("To my matters"), icon="list-checks")
        self.send_button = Button(text=self.tr("Save the package to a folder"), icon="package")
        self.incoming = _Step(
            "1", self.tr("Take in the package from the station"), self.take_button, self.open_button
        )
        self.work = _Step("2", self.tr("Read, sign, give your verdict"), self.work_button)
        self.outgoing = _Step("3", self.tr("Write the package back"), self.send_button)
        self.incoming.words.setText(
            self.tr("Choose the file from the station, or drop it on this page. A file twice does no harm.")
        )
        self.take_button.hide()
        self.phrase = PhraseLine()
        self.phrase.given.connect(self._open_locked)
        self.phrase.hide()
        self.incoming.add_part(self.phrase)
        self.introduced = IntroducedDesk(session)
        self.introduced.told.connect(self.incoming.say)
        self.introduced.shown.connect(self._one_filled)
        self.own = OwnDesk(session)
        self.own.told.connect(self.outgoing.say)
        inside = QWidget()
        self._lines = QVBoxLayout(inside)
        self._lines.setSpacing(0)
        self._introduced_lines = QVBoxLayout()
        self._introduced_lines.addWidget(self.introduced)
        self._lines.addLayout(self._introduced_lines)
        for part in (self.incoming, hairline(), self.work, hairline(), self.outgoing, hairline()):
            self._lines.addWidget(part)
        self._own_lines = QVBoxLayout()
        self._own_lines.addWidget(self.own)
        self._lines.addLayout(self._own_lines)
        self._lines.addStretch(1)
        self._inside = inside
        area = QWidget()
        across = QHBoxLayout(area)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(inside, 1)
        across.addStretch(0)
        self.set_body(area, scroll=True)
        self.open_button.clicked.connect(self._choose)
        self.take_button.clicked.connect(self.take_in)
        self.work_button.clicked.connect(self._to_work)
        self.send_button.clicked.connect(self._choose_folder)
        session.changed.connect(self._changed)
        look.follow(self._relay_steps)

    def _relay_steps(self) -> None:
        theme = look.current()
        self._lines.setContentsMargins(theme.px(24), theme.px(4), theme.px(24), theme.px(24))
        self._inside.setMaximumWidth(theme.px(760))
        self._own_lines.setContentsMargins(theme.px(64), theme.px(20), 0, 0)
        self._introduced_lines.setContentsMargins(theme.px(64), theme.px(16), 0, 0)

    # ---- reading -------------------------------------------------------------------------------------

    def arrive(self) -> None:
        desk, actor, today = self._session.desk, self._session.actor, self._session.today()
        self.own.show_own()

        def read() -> _Standing:
            peers = stream.peers(desk)
            peer = next((one for one in peers if one.site == desk.identity.parent), None)
            return _Standing(gather(desk, actor, today), peer)

        self._session.read(read, self._show, owner=self)

    def _changed(self, changed: object) -> None:
        if self.isVisible():
            self.arrive()

    def _show(self, now: _Standing) -> None:
        today, own, peer = self._session.today(), now.own, now.peer
        waiting = own.waiting if own is not None else ()
        judged = sum(wait.kind == "judge" for wait in waiting)
        signs = sum(wait.kind in ("sign", "submit") for wait in waiting)
        if own is None:
            self.work.words.setText(self.tr("Nothing here yet: begin with step 1."))
        elif signs or judged:
            said = self.tr("{signs} to sign or submit, {judged} to judge.")
            self.work.words.setText(said.format(signs=signs, judged=judged))
        else:
            self.work.words.setText(self.tr("Nothing waits for your signature or verdict."))
        self.work_button.setEnabled(own is not None)
        if peer is None:
            self.outgoing.words.setText(self.tr("The station above is not known yet: begin with step 1."))
        else:
            parts = (
                self.tr("For {name}: {count} entries wait.").format(name=peer.name, count=peer.waiting)
                if peer.waiting
                else self.tr("For {name}: nothing new since the last package.").format(name=peer.name)
            )
            when = ""
            if peer.last_out is not None:
                moment = figures.moment_words(peer.last_out, today)
                when = self.tr("Last written {when}.").format(when=moment)
            self.outgoing.words.setText(" ".join(part for part in (parts, when) if part))
        self.send_button.setEnabled(peer is not None)
        # The one filled button is the step that comes next.
        out = peer is not None and bool(peer.waiting) and not (signs or judged)
        self.send_button.set_kind("primary" if out else "plain")
        self.work_button.set_kind("primary" if signs or judged else "plain")
        self.open_button.set_kind("plain" if out or signs or judged or self._path else "primary")

    # ---- files in ------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        names = [Path(url.toLocalFile()) for url in event.mimeData().urls()]
        if any(is_package(name) or name.suffix.lower() == enrolment.SUFFIX for name in names):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.take(Path(url.toLocalFile()))
                break
        event.acceptProposedAction()

    def _choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("The package from the station"),
            "",
            self.tr("Packages (*{suffix})").format(suffix=" *".join((*ENDINGS, enrolment.SUFFIX))),
        )
        if name:
            self.take(Path(name))

    def take(self, path: Path, passphrase: str = "") -> None:
        """Look at a package: what it would bring is said, and it can then be taken in. One that is encrypted
        is tried with this desk's own key, or opened with the passphrase."""
        desk = self._session.desk
        self.take_button.hide()
        self._path = None
        if path.suffix.lower() == enrolment.SUFFIX:
            self.introduced.introduce(path)
            return
        self._locked, self._phrase = path, passphrase
        self._session.jobs.run(
            lambda progress: inbox.preview(desk, path, progress, passphrase=passphrase),
            done=self._looked,
            failed=self._refused,
            owner=self,
            text=self.tr("Looking at the file"),
        )

    def _one_filled(self) -> None:
        """What was asked last has the page's one filled button."""
        for button in (self.open_button, self.work_button, self.send_button):
            button.set_kind("plain")

    def _open_locked(self, passphrase: str) -> None:
        if self._locked is not None:
            self.take(self._locked, passphrase)

    def _looked(self, preview: Preview) -> None:
        self.phrase.hide()
        if preview.already:
            self.incoming.say("green", self.tr("This package is here already; nothing is left to do."))
            return
        self._path = preview.path
        self._compared = frozenset(one.replica for one in preview.strangers)
        said = self.tr("From {name}: {new} new matters, {changed} changed.")
        words = [said.format(name=preview.sender_name, new=preview.new, changed=preview.changed)]
        words += preview.said
        asked = self.tr("Not known here yet: telephone {name}, compare {fingerprint}, then take it in.")
        words += [asked.format(name=one.name, fingerprint=one.fingerprint) for one in preview.strangers]
        self.incoming.say("info", "\n".join(words))
        self._one_filled()
        self.take_button.show()
        self.take_button.setFocus()

    def take_in(self) -> None:
        """Take the package looked at in."""
        desk, path = self._session.desk, self._path
        if path is None:
            return
        self.take_button.setEnabled(False)
        compared, passphrase = self._compared, self._phrase
        self._session.jobs.run(
            lambda progress: inbox.take_in(
                desk, [path], progress, passphrase=passphrase, trust=lambda one: one.replica in compared
            ),
            done=self._taken,
            failed=self._refused,
            owner=self,
            text=self.tr("Taking in the package"),
        )

    def _taken(self, result: InboxResult) -> None:
        self.take_button.setEnabled(True)
        self.take_button.hide()
        self._path, self._phrase = None, ""
        if result.refused:
            self.incoming.say("red", result.refused[0].reason)
            return
        self.incoming.say("green", self.tr("Taken in. Go on with step 2."))
        self._session.said.emit(self.tr("Took in {count} changes").format(count=result.changes), False)
        self._session.changed.emit(Changed())
        self.work_button.setFocus()

    def _refused(self, error: UserError) -> None:
        self.take_button.setEnabled(True)
        locked = isinstance(error, Doubt) and error.kind == SEALED
        self.phrase.setVisible(locked)
        tried, self._phrase = bool(self._phrase), ""
        if not locked:
            self.incoming.say("red", str(error))
            return
        # What was wrong with a passphrase is said at its line.
        self.incoming.say("info", "" if tried else str(error))
        self._one_filled()
        self.phrase.ask(str(error) if tried else "")
        self.phrase.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- the file back -------------------------------------------------------------------------------

    def _to_work(self) -> None:
        self._session.wanted.emit("mine", "")

    def _choose_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Save the package to"))
        if name:
            self.send(Path(name))

    def send(self, folder: Path) -> None:
        """Write the next package for the station into `folder`."""
        desk = self._session.desk
        self._session.jobs.run(
            lambda progress: stream.export(desk, desk.identity.parent, folder, progress),
            done=self._sent,
            failed=self._not_sent,
            owner=self,
            text=self.tr("Writing the package"),
        )

    def _sent(self, made: Exported) -> None:
        self.outgoing.say(
            "green", self.tr("{file} is written. Give it to the station.").format(file=made.path.name)
        )
        self._session.said.emit(self.tr("Saved {file}").format(file=made.path.name), False)
        self._session.changed.emit(Changed())

    def _not_sent(self, error: UserError) -> None:
        self.outgoing.say("red", str(error))

    def do(self, action: str) -> bool:
        self.arrive()
        return True

    def first_focus(self) -> QWidget | None:
        return next(
            (
                b
                for b in (self.open_button, self.work_button, self.send_button)
                if b.property("kind") == "primary"
            ),
            self.open_button,
        )
