"""Packages in: proved, previewed, applied in one transaction each, and everything said in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from station_desk.casework import set_aside
from station_desk.casework.context import Desk
from station_desk.casework.questions import Question, of_records
from station_desk.casework.set_aside import SetAside
from station_desk.errors import Cancelled, Hindered, UserError
from station_desk.exchange import (
    askers,
    brought,
    doubts,
    enrolment,
    fresh,
    package,
    recovery,
    redaction,
    sealing,
    striking,
    tidings,
    tree,
)
from station_desk.exchange.applying import ASKED, Applied, apply, check_sender
from station_desk.exchange.brought import PreviewLine
from station_desk.exchange.doubts import MISSING, Doubt
from station_desk.exchange.package import Opened
from station_desk.exchange.proof import believed_sender
from station_desk.exchange.trust import Ask, Stranger, load
from station_desk.i18n import translate
from station_desk.paths import name_of
from station_desk.progress import Progress, silent
from station_desk.store.bulk import bulk
from station_desk.store.engine import DRIVER_ERRORS, Connection, in_words

STRANGERS = 12
"""Unknown desks in one file whose fingerprints a person may be asked to compare."""

_NUMBERED = re.compile(r"(.+)-(\d{1,9})\b")


@dataclass(frozen=True, slots=True)
class Preview:
    """What a package would do: matters new and changed, fields in conflict, proposals, and their lines.

    `already`: this very file was taken in. `strangers`: desks whose fingerprints
    are to be compared first. `questions`: the new
    conflicts and proposals in words, the first few. `set_aside` values of plain fields lose to others written
    at the same time; `aside`: the first few of them. `said`: what the person should read besides.
    """

    path: Path
    sender: str
    sender_name: str
    number: int
    made: datetime
    bytes: int
    new: int
    changed: int
    conflicts: int
    proposals: int
    changes: int
    already: bool
    strangers: tuple[Stranger, ...]
    signed: bool
    lines: tuple[PreviewLine, ...]
    questions: tuple[Question, ...] = ()
    set_aside: int = 0
    aside: tuple[SetAside, ...] = ()
    said: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that was not taken in, and why. `kind`: what it waits for, one of `doubts`; "" where nothing
    will help. `fingerprint`: of the stranger whom it waits for."""

    name: str
    reason: str
    kind: str = ""
    path: Path = Path()
    fingerprint: str = ""

    def error(self) -> UserError:
        """As it was raised."""
        return Doubt(self.kind, self.reason, self.fingerprint) if self.kind else UserError(self.reason)


@dataclass(frozen=True, slots=True)
class InboxResult:
    """What taking files in came to: files proved whole, those that brought something, changes, conflicts.

    `taken`: the files themselves. `stopped`: the person stopped between two packages; what was taken in
    stays, and the rest was not looked at. `said`: what the person should read: matters taken back by the
    office above, attached files and entries of desks struck off that were left out, clocks that are ahead,
    and the first of the `set_aside` values, which lost to others written at the same time; more of these are
    in `aside`.
    """

    packages: int
    applied: int
    changes: int
    conflicts: int
    refused: tuple[Refused, ...]
    taken: tuple[Path, ...] = ()
    stopped: bool = False
    said: tuple[str, ...] = ()
    set_aside: int = 0
    aside: tuple[SetAside, ...] = ()


class _RollBack(Exception):
    """Ends a preview: what was applied is taken back whole."""


def preview(desk: Desk, path: Path, progress: Progress = silent, *, passphrase: str = "") -> Preview:
    """Prove a package and say what it would do; nothing of it is taken in. UserError says why it is refused;
    of a file that waits for an earlier one, it is noted who sent it."""
    with _unhindered(), sealing.opened(desk, path, passphrase) as plain:
        opened = package.open_package(plain)
        with _waits(desk, opened, None):
            return _preview(desk, path, opened, progress)


def _preview(desk: Desk, path: Path, opened: Opened, progress: Progress) -> Preview:
    manifest = opened.manifest
    found: list[Preview] = []
    try:
        # The second connection goes on seeing the desk as it is: before and after, side by side.
        with bulk(), desk.reading() as standing, desk.transaction() as connection:
            applied = apply(connection, desk, opened, progress, _as_if_compared())
            tidings.note(connection, opened, applied.changes)
            heard = tidings.heard(connection, desk, opened, applied.matters, applied.commits, tried=True)
            said = (*applied.said, *heard.said, *_brings(standing, connection, desk, opened, heard.files))
            lines = brought.lines(standing, connection, applied.filled)
            new = sum(line.new for line in lines)
            found.append(
                Preview(
                    path, manifest.sender.site, manifest.sender.name, manifest.n,
                    datetime.fromtimestamp(manifest.made), opened.size, new, len(lines) - new,
                    applied.conflicts,
                    applied.proposals, applied.changes, fresh.was_taken(standing, desk, opened),
                    applied.strangers,
                    opened.signed, lines,
                    of_records(connection, desk, applied.asked[:ASKED]),
                    applied.set_aside, applied.first_aside, said,
                )
            )  # fmt: skip
            raise _RollBack
    except _RollBack:
        return found[0]


def _as_if_compared() -> Ask:
    """Accepts strangers, so that the preview can name them: each time it is worked out anew whom to believe,
    and anybody can name thousands."""
    met: list[Stranger] = []

    def ask(stranger: Stranger) -> bool:
        met.append(stranger)
        if len(met) > STRANGERS:
            raise doubts.strangers(STRANGERS)
        return True

    return ask


def _brings(
    standing: Connection, connection: Connection, desk: Desk, opened: Opened, files: int
) -> Iterator[str]:
    """In words what a package brings that is no matter's: attached files, and the word that ours arrived."""
    if files:
        yield translate("inbox", "{count} attached files come with it.", count=files)
    peer = opened.manifest.sender.site
    confirmed = tidings.waiting(standing, desk, peer) - tidings.waiting(connection, desk, peer)
    if confirmed > 0:
        yield translate(
            "inbox", "It confirms {count} entries of this desk: they are not sent again.", count=confirmed
        )


def take_in(
    desk: Desk,
    paths: Iterable[Path],
    progress: Progress = silent,
    *,
    unsigned: bool = False,
    passphrase: str = "",
    trust: Ask | None = None,
) -> InboxResult:
    """Take packages in, one transaction each, predecessors first; a refused one does not stop the others.

    One that goes on from what is not here is tried again after the others. Stopped in the middle of many,
    what came before stays; a single package stopped is Cancelled and leaves nothing. `unsigned`: a person
    has seen who claims to have sent them, and takes those of before there were signatures too.
    `passphrase`: opens those encrypted with one. `trust` is asked of desks for which nobody known vouches,
    whether the person accepts them; who is accepted is known from then on.
    """
    todo = in_order(paths)
    total = len(todo)
    taken: list[Path] = []
    said: list[str] = []
    refused: list[Refused] = []
    aside: list[SetAside] = []
    fruitful = changes = conflicts = lost = 0
    stopped = False
    while todo and not stopped:
        later: list[Path] = []
        missing: list[Refused] = []
        for path in todo:
            done = len(taken) + len(refused)
            try:
                told = progress if total == 1 else _within(progress, done, total)
                applied = _take_one(desk, path, told, unsigned, passphrase, trust)
            except Cancelled:
                if total == 1:
                    raise
                stopped = True
                break
            except Doubt as doubt:
                found = Refused(name_of(path), str(doubt), doubt.kind, path, doubt.fingerprint)
                if doubt.kind == MISSING:
                    later.append(path)
                    missing.append(found)
                else:
                    refused.append(found)
                continue
            except UserError as error:
                refused.append(Refused(name_of(path), str(error), "", path))
                continue
            taken.append(path)
            said += applied.said
            fruitful += applied.commits > 0
            changes += applied.changes
            conflicts += applied.conflicts
            lost += applied.set_aside
            aside += applied.first_aside[: ASKED - len(aside)]
        if stopped or len(later) == len(todo):
            refused += missing
            break
        todo = later
    if lost:
        said.append(set_aside.sentence(lost, aside))
    return InboxResult(
        len(taken),
        fruitful,
        changes,
        conflicts,
        tuple(refused),
        tuple(taken),
        stopped,
        tuple(dict.fromkeys(said)),
        lost,
        tuple(aside),
    )


def in_order(paths: Iterable[Path]) -> list[Path]:
    """Packages by the numbers in their names, so that predecessors come first; an order to begin with, since
    a name proves nothing."""

    def key(path: Path) -> tuple[str, int]:
        found = _NUMBERED.match(path.name)
        return (found[1], int(found[2])) if found else ("", 0)

    return sorted(paths, key=key)


def _within(progress: Progress, place: int, number: int) -> Progress:
    """Progress over many packages: how far one of them is, is not worth saying."""
    said = translate("inbox", "Taking in package {number} of {total}", number=place + 1, total=number)

    def tell(done: int, total: int, text: str) -> None:  # noqa: ARG001
        progress(place, number, said)

    return tell


def _take_one(
    desk: Desk, path: Path, progress: Progress, unsigned: bool, passphrase: str, trust: Ask | None
) -> Applied:
    with _unhindered(), sealing.opened(desk, path, passphrase) as plain:
        opened = package.open_package(plain)
        if not (opened.signed or unsigned):
            raise doubts.unsigned(opened.manifest.sender.name, opened.manifest.sender.site)
        with desk.reading() as connection:
            if fresh.was_taken(connection, desk, opened):
                return Applied()
        check_sender(desk, opened, trust)
        with _waits(desk, opened, trust), bulk(), desk.transaction() as connection:
            applied = apply(connection, desk, opened, progress, trust)
            tidings.note(connection, opened, applied.changes)
            heard = tidings.heard(connection, desk, opened, applied.matters, applied.commits)
            renamed = desk.note_site(connection)
        if renamed:
            desk.refresh_identity()
        enrolment.vouch(desk, applied.strangers)
        tidings.finish(desk, heard)
        striking.finish(desk, applied.left_out)
        redaction.finish(desk, applied.redacted)
        applied.said, applied.files = (*applied.said, *heard.said), heard.files
        return applied


@contextmanager
def _unhindered() -> Iterator[None]:
    """Within, a file is looked at. What hinders that and passes is no fault of the file's: it waits."""
    try:
        yield
    except Hindered as error:
        raise doubts.busy(str(error)) from error
    except DRIVER_ERRORS as error:
        raise doubts.busy(str(in_words(error))) from error


@contextmanager
def _waits(desk: Desk, opened: Opened, ask: Ask | None) -> Iterator[None]:
    """Within, a file is looked at. If it goes on from what is not here, its sender is to be believed all the
    same; then this is worth keeping: who waits, and that they know more of this desk than it does itself."""
    try:
        yield
    except Doubt as doubt:
        if doubt.kind == MISSING and opened.signed:
            manifest = opened.manifest
            replica = manifest.sender.replica
            own = [commit for commit in fresh.telling(opened) if commit.header.replica == replica]
            with desk.transaction() as connection:
                accepted = believed_sender(load(connection, desk, own), manifest, ask)
                askers.note(connection, tree.load(connection, desk.identity.site), manifest)
                recovery.hear(connection, manifest, ())
            enrolment.vouch(desk, accepted)
        raise
