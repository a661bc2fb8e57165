"""Many files in at once: copied, taken in without a question each; the doubtful kept with their reasons."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from station_desk import paths
from station_desk.casework.context import Desk
from station_desk.casework.set_aside import SetAside
from station_desk.errors import Cancelled, Hindered, UserError
from station_desk.exchange import inbox
from station_desk.exchange.doubts import BUSY, BY_ITSELF
from station_desk.exchange.inbox import InboxResult, Refused
from station_desk.exchange.spool import Spool, Waiting, packages_in
from station_desk.exchange.trust import Ask
from station_desk.i18n import CHINESE, language, translate
from station_desk.progress import Progress, silent


@dataclass(frozen=True, slots=True)
class Collected:
    """What came of many files: `read` of them, `taken` in, of these `brought` with something new; `changes`
    and `conflicts` they brought; `refused` for good; `waiting` in the inbox now, each with its reason.
    `stopped`: the person stopped; what was taken in stays. `said`: what was taken back, and attached files
    that were left out, in words; also the first of the `set_aside` values, of which `aside` has more.
    `copies`: those of the files taken in, in the desk's inbox, which are let go of there."""

    read: int
    taken: int
    brought: int
    changes: int
    conflicts: int
    refused: tuple[Refused, ...]
    waiting: tuple[Waiting, ...]
    stopped: bool = False
    said: tuple[str, ...] = ()
    set_aside: int = 0
    aside: tuple[SetAside, ...] = ()
    copies: tuple[Path, ...] = ()

    def read_of(self, found: Iterable[Path]) -> list[Path]:
        """Of these files, those that need not be looked at again: all but what could not be copied."""
        again = {one.path for one in self.refused if one.kind}
        return [path for path in found if path not in again]

    def sentence(self) -> str:
        """All of it in one line."""
        parts = [
            translate(
                "post",
                "{read} packages read, {brought} brought something new: {changes} changes.",
                read=self.read,
                brought=self.brought,
                changes=self.changes,
            )
        ]
        if self.waiting:
            parts.append(translate("post", "{count} wait in the inbox.", count=len(self.waiting)))
        if self.refused:
            parts.append(translate("post", "{count} were refused.", count=len(self.refused)))
        if self.stopped:
            parts.append(translate("post", "Stopped before the end; the rest was not read."))
        parts.extend(self.said)
        return ("" if language() == CHINESE else " ").join(parts)


def collect(
    desk: Desk,
    sources: Iterable[Path],
    progress: Progress = silent,
    *,
    unsigned: bool = False,
    passphrase: str = "",
    trust: Ask | None = None,
) -> Collected:
    """Take in every package among these files and in these folders, and what waited for them.

    Each is copied into the desk's inbox first; nothing is written where it lay, so that read-only media do.
    One transaction a package. A file that is doubtful waits in the inbox and stops no other. The rest is
    what a person says of all these files, as in `inbox.take_in`.
    """
    spool = Spool(desk.path)
    found = packages_in(sources)
    copies: dict[Path, None] = {}
    unread: list[Refused] = []
    stopped = False
    for number, source in enumerate(found):
        try:
            progress(number, len(found), translate("post", "Copying {file}", file=paths.name_of(source)))
            place = spool.place(source)
            spool.keep(source, place)
            copies[place] = None
        except Cancelled:
            stopped = True
            break
        except Hindered as error:
            unread.append(Refused(paths.name_of(source), str(error), BUSY, source))
        except UserError as error:
            unread.append(Refused(paths.name_of(source), str(error), "", source))
    if stopped:
        # Nothing of it was begun; what was copied would come up again as if it had been chosen.
        spool.drop(*copies)
        return Collected(0, 0, 0, 0, 0, tuple(unread), tuple(spool.waiting()), stopped=True)
    return _taken_in(
        desk, spool, [*copies], unread, progress, unsigned=unsigned, passphrase=passphrase, trust=trust
    )


def retry(desk: Desk, progress: Progress = silent) -> Collected:
    """Try once more what waits for nobody's decision: a newer program may be here, or what was missing."""
    return _taken_in(desk, Spool(desk.path), [], [], progress)


def _taken_in(
    desk: Desk,
    spool: Spool,
    fresh: list[Path],
    unread: list[Refused],
    progress: Progress,
    *,
    unsigned: bool = False,
    passphrase: str = "",
    trust: Ask | None = None,
) -> Collected:
    again = [one.path for one in spool.waiting() if one.kind in BY_ITSELF and one.path not in fresh]
    result = _NOTHING
    if fresh or again:
        files = [*fresh, *again]
        result = inbox.take_in(desk, files, progress, unsigned=unsigned, passphrase=passphrase, trust=trust)
    doubtful = [one for one in result.refused if one.kind]
    hopeless = [one for one in result.refused if not one.kind]
    spool.note((one.path, one.kind, one.reason, one.fingerprint) for one in doubtful)
    decided = {*result.taken, *(one.path for one in hopeless)}
    left: set[Path] = set()
    if result.stopped:
        # What was copied and not reached: chosen anew, it is copied anew.
        left = {*fresh} - decided - {one.path for one in doubtful}
    spool.drop(*decided, *left)
    return Collected(
        len(result.taken) + len(result.refused) + len(unread),
        len(result.taken), result.applied, result.changes, result.conflicts,
        (*unread, *hopeless), tuple(spool.waiting()), result.stopped, result.said,
        result.set_aside, result.aside, result.taken,
    )  # fmt: skip


_NOTHING = InboxResult(0, 0, 0, 0, ())
