"""What the exchange page says of a unit's reply sheet, or of a file that was refused."""

from __future__ import annotations

from pathlib import Path

from station_desk.exchange.replysheets import Proposal
from station_desk.ui.pages.exchange_peers import Incoming
from station_desk.ui.widgets.empty_state import Door, EmptyState


class FileWords(EmptyState):
    """`show_reply(proposal, taken)`, `show_left(file, reason)`; doors: "reply"
    to look, "open" another, "again" to look once more."""

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
        """A file that was not taken in, and why; a doubtful one waits."""
        if file.state == "kept":
            self._show_kept(file.path, reason)
            return
        path = file.path
        self.show_steps(
            self.tr("{file} was not taken in").format(file=path.name),
            self.tr("{reason} Nothing on this desk was changed.").format(reason=reason),
            [],
            [Door("open", self.tr("Open another file"), "folder-open")],
        )

    def _show_kept(self, path: Path, reason: str) -> None:
        """A file that waits, and what for."""
        self.show_steps(
            self.tr("{file} waits").format(file=path.name),
            self.tr("{reason} It is kept here until then; nothing on this desk was changed.").format(
                reason=reason
            ),
            [],
            [Door("again", self.tr("Look at it again"), "refresh-cw")],
        )
