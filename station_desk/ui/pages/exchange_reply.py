"""What the exchange page says of a unit's reply sheet, or of a file that waits or was refused."""

from __future__ import annotations

from station_desk.exchange import doubts
from station_desk.exchange.replysheets import Proposal
from station_desk.ui.pages.exchange_peers import Incoming
from station_desk.ui.widgets.empty_state import Door, EmptyState, Step


class FileWords(EmptyState):
    """`show_reply(proposal, taken)`, `show_left(file, reason)`.

    Keys chosen: "reply" to look at it, "open" another file, "again" to look once more, "accept" the stranger
    it waits for, "unsigned" to take it in as it is, "pass" a copy on, "send" to go to the outbox, "trust".
    """

    def show_reply(self, proposal: Proposal, *, taken: bool) -> None:
        """A sheet that came back, to be looked at beside its matter."""
        charge = proposal.charge
        self.show_steps(
            self.tr("{unit} sent its sheet back").format(unit=charge.unit),
            self.tr("{number} {title}").format(number=charge.matter_number, title=charge.title),
            [],
            [] if taken else [Door("reply", self.tr("Look at it beside the matter"), "file-text")],
        )

    def show_left(self, file: Incoming, reason: str) -> None:
        """A file that was not taken in, and why; a doubtful one waits, with what one may do about it."""
        if file.state == "kept":
            self._show_kept(file, reason)
            return
        path = file.path
        self.show_steps(
            self.tr("{file} was not taken in").format(file=path.name),
            self.tr("{reason} Nothing on this desk was changed.").format(reason=reason),
            [],
            [Door("open", self.tr("Open another file"), "folder-open")],
        )

    def _show_kept(self, file: Incoming, reason: str) -> None:
        kept = self.tr("{reason} It is kept here until then; nothing on this desk was changed.")
        self.show_steps(
            self.tr("{file} waits").format(file=file.path.name),
            kept.format(reason=reason),
            self._steps(file),
            self._doors(file),
        )

    def _steps(self, file: Incoming) -> list[Step]:
        """What the person can do so that it need not wait any longer."""
        if file.kind == doubts.STRANGER and file.fingerprint:
            return [
                Step(
                    "accept",
                    self.tr("Compare the fingerprint by telephone"),
                    file.fingerprint,
                    self.tr("The same: accept and import"),
                )
            ]
        if file.kind == doubts.UNSIGNED:
            return [
                Step(
                    "unsigned",
                    self.tr("Ask by telephone whether they sent it"),
                    self.tr("Anybody may have written an unsigned file. It is best to ask for a new one."),
                    self.tr("They did: import it"),
                )
            ]
        if file.kind == doubts.ELSEWHERE:
            return [
                Step(
                    "pass",
                    self.tr("Pass it on"),
                    self.tr("A copy goes into the folder or onto the stick that you choose."),
                    self.tr("Save a copy"),
                )
            ]
        if file.kind == doubts.MISSING:
            return [
                Step(
                    "open",
                    self.tr("Import the earlier file, if it is here"),
                    self.tr("What waits then goes on by itself."),
                    self.tr("Open files"),
                ),
                Step(
                    "send",
                    self.tr("Or send them a package or a receipt"),
                    self.tr("It says what is missing here; their next one contains everything."),
                    self.tr("To the outbox"),
                ),
            ]
        return []

    def _doors(self, file: Incoming) -> list[Door]:
        look = Door("again", self.tr("Look at it again"), "refresh-cw")
        if file.kind in (doubts.STRANGER, doubts.UNSIGNED):
            look = Door("again", self.tr("First look at what it would bring"), "file-search")
        if file.kind == doubts.ELSEWHERE:
            return []
        return [look]
