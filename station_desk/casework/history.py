"""Who did what, and taking back a wrong click: undo and redo as compensating commits."""

from __future__ import annotations

from dataclasses import dataclass, replace

from station_desk.casework.conflict_words import Namer
from station_desk.casework.context import Actor, Changed, Desk
from station_desk.domain import declare
from station_desk.domain.declare import RecordId
from station_desk.domain.records import TYPES
from station_desk.domain.tracks import TRACKS
from station_desk.errors import UserError
from station_desk.i18n import translate
from station_desk.store import history
from station_desk.store.history import Author, FieldChange, HistoryRow, LocalCommit

__all__ = [
    "Author", "FieldChange", "HistoryRow", "Undone", "of_matter", "redo", "take_back", "undo", "undoable",
]  # fmt: skip

_TRUST = ("trust_desk", "strike_off_desk", "renew_desk")
_NEVER = frozenset(
    {"found_desk", "undo", "import_ledger", "import_directory", "decide_conflict", "accept", "decline"}
    | {"redact", *_TRUST}
)


@dataclass(frozen=True, slots=True)
class Undone:
    """What an undo did: the verb taken back, and the fields it had to leave (changed again since)."""

    verb: str
    left: tuple[str, ...]
    changed: Changed


def of_matter(desk: Desk, matter: RecordId) -> list[HistoryRow]:
    """Every commit that touched the matter or what hangs on it, newest first; also what was corrected in its
    visit and of its visitor since they were registered."""
    with desk.reading() as connection:
        ids = [matter]
        for table in ("step", "assignment", "reply", "feedback", "signer", "consultation"):
            rows = connection.exec_driver_sql(f"SELECT id FROM {table} WHERE matter = ?", (matter,))
            ids.extend(RecordId(row[0]) for row in rows)
        rows = connection.exec_driver_sql(
            "SELECT id FROM link WHERE source = ? OR target = ?", (matter, matter)
        )
        ids.extend(RecordId(row[0]) for row in rows)
        behind = connection.exec_driver_sql(
            "SELECT visit, visitor FROM issue WHERE id = ?", (matter,)
        ).first()
        came = [RecordId(one) for one in behind or () if one is not None]
        told = history.of_records(connection, ids, came)
        if any(change.aside for row in told for change in row.fields):
            namer = Namer(connection)
            told = [replace(row, fields=tuple(_worded(namer, one) for one in row.fields)) for row in told]
        return told


def _worded(namer: Namer, change: FieldChange) -> FieldChange:
    """What does not show anywhere else is put in words here, personal details masked."""
    if not change.aside:
        return change
    declared = declare.fields_of(TYPES[change.type])[change.field]
    return replace(change, shown=namer.value(declared, change.after))


def _decides(commit: LocalCommit, steps: list[tuple[str, str]]) -> bool:
    """Whether a commit made a decision: the same verb decides on one track and not on another."""
    if commit.verb in _NEVER:
        return True
    taken = (TRACKS[track].steps.get(verb) for track, verb in steps if track in TRACKS)
    return any(step is not None and step.decision for step in taken)


def _left_in_a_package() -> str:
    return translate("history", "What has left in a package cannot be undone. Record a new step.")


def _why_it_lasts(verb: str) -> str:
    """Why work of this kind is never undone, and what to do instead; "" where nothing special is to be said.

    A certificate counts from the moment it is written, whether voided or not: otherwise who heard of it when
    would decide whose entries count.
    """
    match verb:
        case "redact":
            return translate("history", "What was erased for good cannot be brought back.")
        case "trust_desk":
            return translate(
                "history",
                "The acceptance of a desk cannot be undone. If it was a mistake, strike that desk off on the "
                "Exchange page.",
            )
        case "strike_off_desk":
            return translate(
                "history",
                "Striking off a desk cannot be undone. They go on with a new desk, which you accept anew.",
            )
        case "renew_desk":
            return translate(
                "history",
                "This desk goes on as a new installation. That cannot be undone, nor what was written before "
                "it.",
            )
    return ""


def _candidate(desk: Desk, *, redo: bool) -> tuple[LocalCommit | None, str]:
    """The commit that Ctrl+Z (or Ctrl+Y) would take back, or why there is none."""
    with desk.reading() as connection:
        commits = history.local_commits(connection, desk.identity.replica)
        exported = history.exported_up_to(connection)
        answered: set[bytes] = set()
        for commit in commits:
            if commit.hash in answered:
                continue
            if commit.undoes is not None:
                answered.add(commit.undoes)
                if commit.verb == "undo":
                    if redo:
                        return (commit, "") if commit.seq > exported else (None, "")
                    continue
            # A redo stands like the work it brought back; any newer work ends what could be redone.
            if redo:
                if commit.verb == "redo":
                    continue
                return None, ""
            if commit.seq <= exported:
                return None, _left_in_a_package()
            lasts = _why_it_lasts(commit.verb)
            if lasts:
                return None, lasts
            if _decides(commit, history.steps_made(connection, commit.n)):
                return None, translate(
                    "history", "The last step was a decision; it is answered by another step."
                )
            return commit, ""
    return None, ""


def undoable(desk: Desk, *, redo: bool = False) -> str:
    """The verb that undo (or redo) would take back; empty where there is none."""
    found, _ = _candidate(desk, redo=redo)
    return found.verb if found is not None else ""


def undo(desk: Desk, actor: Actor) -> Undone:
    """Take the last work of this desk back by a commit that names it. UserError where that cannot be."""
    found, why = _candidate(desk, redo=False)
    if found is None:
        raise UserError(why or translate("history", "There is nothing to undo."))
    return _answer(desk, actor, found, "undo")


def redo(desk: Desk, actor: Actor) -> Undone:
    """Bring back what the last undo took away."""
    found, _ = _candidate(desk, redo=True)
    if found is None:
        raise UserError(translate("history", "There is nothing to redo."))
    return _answer(desk, actor, found, "redo")


def take_back(desk: Desk, actor: Actor, commit: bytes, matter: RecordId) -> Undone:
    """Take one work on a matter back, though others were done since. UserError where it has left in a
    package, was a decision, is taken back already, or the matter went on from it."""
    with desk.reading() as connection:
        answers = history.answers(connection)
        standing = _standing(answers, commit)
        found = history.local_commit(connection, desk.identity.replica, standing) if standing else None
        if found is None:
            raise UserError(translate("history", "It is undone already."))
        if found.seq <= history.exported_up_to(connection):
            raise UserError(_left_in_a_package())
        steps = history.steps_made(connection, found.n)
        if _decides(found, steps):
            raise UserError(translate("history", "It was a decision; it is answered by another step."))
        taken = [h for h, _ in history.step_commits(connection, matter)]
        later = taken[taken.index(commit) + 1 :] if commit in taken else []
        if any(_standing(answers, other) for other in later):
            raise UserError(translate("history", "The matter has gone on since. Record a new step."))
    undone = _answer(desk, actor, found, "undo")
    if undone.left and not undone.changed.commits:
        raise UserError(translate("history", "Changed again since: {fields}", fields="、".join(undone.left)))
    return undone


def _standing(answers: dict[bytes, bytes], commit: bytes) -> bytes | None:
    """The commit, or the redo that brought it back last; None while it is undone."""
    undone = False
    while commit in answers:
        commit, undone = answers[commit], not undone
    return None if undone else commit


def _answer(desk: Desk, actor: Actor, commit: LocalCommit, verb: str) -> Undone:
    left: list[str] = []
    with desk.writing(actor, verb, undoes=commit.hash) as work:
        for record, change, digest, made in reversed(history.changes_of(work.connection, commit.n)):
            cls = TYPES.get(change.t)
            if cls is None:
                continue
            if made:
                work.void(cls, record, translate("history", "Undone"))
                continue
            declared = declare.fields_of(cls)
            now = work.folded(cls, record)
            for name in change.f:
                if name not in declared:
                    continue
                heads = now.heads.get(name, ())
                if heads != (digest,) and history.stands_for(
                    work.connection, record, name, heads
                ) != history.stands_for(work.connection, record, name, [digest]):
                    left.append(str(declared[name].label))
                    continue
                before = history.value_before(work.connection, record, change, name)
                work.update(cls, record, **{name: declare.from_wire(declared[name].kind, before)})
        work.flush()
        renamed = desk.note_site(work.connection)
    if renamed:
        desk.refresh_identity()
    return Undone(commit.verb, tuple(left), work.changed)
