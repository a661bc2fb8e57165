"""Erasing for good: one record and what hangs on it, here and on every desk that has it or will be sent it.

The word for it travels as the shared lists do, and counts if its writer's site made the record or stands, or
once stood, above the site that did. Who made a record its id tells, by a change that need not be here. So it
does not matter who hears of it when: what is here is erased, and what comes later is left out.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date

from station_desk.casework.context import Actor, Changed, Desk
from station_desk.domain.declare import Record, RecordId
from station_desk.domain.records import MATTERS, TYPES, Redaction
from station_desk.domain.vocabulary import Role
from station_desk.errors import UserError
from station_desk.exchange import erasing, tree
from station_desk.exchange.package import PackedCommit
from station_desk.exchange.scope import AT_HOME, HANGING
from station_desk.i18n import translate
from station_desk.store import codec, ids
from station_desk.store.engine import Connection
from station_desk.store.sqlio import Keys, bare, insert_many, rows_for, rows_of

LASTING = frozenset({"site", "desk", "station", "profile", "redaction"})
"""Types on which the rest stands: who is where, whose keys count, the rules. They are never erased."""

ROLES = frozenset({Role.HEAD, Role.OFFICE, Role.COUNTY})
"""Who may erase for good."""

_RECORD = b""
"""In place of a change's digest: the row tells of the record itself."""

_ID = 16

_NAMING = ("SELECT id FROM issue WHERE visitor IN {keys}", "SELECT id FROM issue WHERE visit IN {keys}")
_MADE = "SELECT g.record, c.site FROM chg g JOIN cmt c ON c.n = g.cmt"


@dataclass(frozen=True, slots=True)
class Redacted:
    """What came of hearing: so many records of which something was here were erased; the attached `files`
    that nothing names any more; and all that is gone by id, for what the desk keeps beside its records."""

    records: int = 0
    files: tuple[str, ...] = ()
    gone: frozenset[bytes] = frozenset()

    def said(self) -> tuple[str, ...]:
        """What the person should read of it."""
        if not self.records:
            return ()
        return (
            translate(
                "redaction",
                "{count} records that were erased for good by the office that made them, or the one above "
                "it, were erased here too.",
                count=self.records,
            ),
        )


class Gone:
    """What was erased for good, as a package comes in: its bodies are left out before anything is kept."""

    def __init__(self, connection: Connection, peer: str) -> None:
        self._connection = connection
        self._peer = peer
        self._ids = {row[0].hex() for row in _known(connection)}
        self._met: set[str] = set()
        self._hanging: set[str] = set()

    def left_of(self, commit: PackedCommit) -> PackedCommit:
        """The commit without what was erased: the digests of that are kept."""
        if not self._ids or not any(commit.bodies):
            return commit
        by = commit.header.replica
        bodies = tuple(None if self._is_gone(body, by) else body for body in commit.bodies)
        return replace(commit, bodies=bodies)

    def _is_gone(self, body: bytes | None, by: str) -> bool:
        if body is None:
            return False
        try:
            change = codec.read_change(body)
        except codec.DECODE_ERRORS:
            return False  # nonsense is refused with its reason when its values are read
        if change.t in LASTING:
            return False
        found = {change.r} & self._ids
        upon = _upon(change) & self._ids
        if upon and _made_it(change, by):
            found |= upon
        if not found:
            return False
        self._met |= found
        if change.r not in self._ids:
            self._ids.add(change.r)
            self._hanging.add(change.r)
        return True

    def note(self) -> None:
        """Keep what was met: whoever sent it has not heard, and is to be told."""
        remember(self._connection, map(bytes.fromhex, self._hanging))
        rows = [(self._peer, bytes.fromhex(one)) for one in sorted(self._met)]
        sql = "INSERT OR IGNORE INTO scope (peer, record, number) VALUES (?, ?, 0)"
        bare(self._connection).executemany(sql, rows)


def _made_it(change: codec.Change, by: str) -> bool:
    """Whether a change that the replica `by` wrote is the one that made its record."""
    record, replica, nonce = _id(change.r), _id(by), _id(change.n)
    return bool(record and replica and nonce and ids.made_by(record, replica, nonce))


def _upon(made: codec.Change) -> set[str]:
    """The matters on which a record hangs, also one of a newer program, by the change that made it; a tie
    goes with either of its ends. By any other change, anyone could hang another's record on their own matter
    and have it erased with that."""
    named = [made.f.get(name) for name in (("source", "target") if made.t == "link" else ("matter",))]
    return {one for one in named if isinstance(one, str)}


def _known(connection: Connection) -> list[tuple[bytes]]:
    return [(row[0],) for row in rows_of(connection, "SELECT record FROM redacted WHERE change = x''")]


def remember(connection: Connection, records: Iterable[bytes]) -> None:
    """From now on, whatever comes of these records is left out."""
    insert_many(connection, "redacted", 2, [(one, _RECORD) for one in records], replace=True)


def hear(connection: Connection, desk: Desk) -> Redacted:
    """Do what the words here say that were not done yet, as their records or who made them were not known;
    and what more came of records erased before."""
    new = _newly_held(connection, desk)
    sql = (
        "SELECT DISTINCT d.record, g.body FROM redacted d CROSS JOIN chg g ON g.record = d.record"
        " WHERE d.change = x''"
    )
    late = {record for record, body in rows_of(connection, sql) if codec.read_type(body) not in LASTING}
    return _erase(connection, desk, new | late) if new or late else Redacted()


def _newly_held(connection: Connection, desk: Desk) -> set[bytes]:
    open_: dict[bytes, list[tuple[str, str, str]]] = {}
    for record, replica, nonce, site in rows_of(
        connection,
        "SELECT r.record, r.replica, r.nonce, c.site FROM redaction r CROSS JOIN chg g ON g.record = r.id"
        " AND g.made = 1 CROSS JOIN cmt c ON c.n = g.cmt WHERE NOT EXISTS"
        " (SELECT 1 FROM redacted d WHERE d.record = unhex(r.record) AND d.change = x'')",
    ):
        if (target := _id(record)) is not None:
            open_.setdefault(target, []).append((site, replica or "", nonce or ""))
    if not open_:
        return set()
    made = dict(rows_for(connection, f"{_MADE} WHERE g.record IN {{keys}} AND g.made = 1", open_))
    held: set[bytes] = set()
    for target, words in open_.items():
        for site, replica, nonce in words:
            maker = made.get(target) or _proved(connection, target, replica, nonce)
            if maker and (site == maker or site in _above(connection, desk, maker)):
                held.add(target)
    return held


def _id(text: object) -> bytes | None:
    """An id from its digits; None for whatever else somebody wrote there."""
    if not isinstance(text, str) or len(text) != 2 * _ID:
        return None
    try:
        found = bytes.fromhex(text)
    except ValueError:
        return None
    return found if len(found) == _ID else None  # spaces are passed over there


def _proved(connection: Connection, target: bytes, replica: str, nonce: str) -> str:
    """The site that made a record whose making change is not here, as the word for it proves; "" where it
    does not, or nothing of that replica has come yet."""
    by, salt = _id(replica), _id(nonce)
    if by is None or salt is None or not ids.made_by(target, by, salt):
        return ""
    rows = rows_of(connection, "SELECT site FROM cmt WHERE replica = ? LIMIT 1", (by,))
    return str(rows[0][0]) if rows else ""


def _above(connection: Connection, desk: Desk, site: str) -> set[str]:
    """The sites that stand or once stood right above a site, by the words that `tree.load` goes by: were it
    only who stands there now, it would matter whether the move was heard of first."""
    me = desk.identity
    rows = rows_of(
        connection,
        "SELECT k.body FROM site s CROSS JOIN chg g ON g.record = s.id AND g.made = 1"
        " CROSS JOIN cmt c ON c.n = g.cmt CROSS JOIN chg k ON k.record = s.id CROSS JOIN cmt b ON b.n = k.cmt"
        " WHERE s.code = ? AND c.site IN (s.code, ?, ?) AND b.site = c.site AND k.body IS NOT NULL",
        (site, me.site, me.parent),
    )
    said = {codec.read_change(body).f.get("parent") for (body,) in rows}
    if site == me.site:
        said.add(me.parent)
    return {one for one in said if isinstance(one, str) and one}


def _erase(connection: Connection, desk: Desk, targets: Collection[bytes]) -> Redacted:
    """Erase these records and what hangs on them, whoever wrote it; and visitors whom nothing names then."""
    records = {*targets} | _hanging_on(connection, targets)
    emptied = _emptied(connection, records)
    records |= _visitors_alone(connection, records | emptied.keys())
    remember(connection, records)
    sql = "SELECT n, record, body FROM chg WHERE record IN {keys}"
    rows = [row for row in rows_for(connection, sql, records) if codec.read_type(row[2]) not in LASTING]
    # A visit held elsewhere is shown here only for what came of it.
    me = desk.identity.site
    here = tree.load(connection, me).below(me)
    left = [visit for visit, station in emptied.items() if station not in here and visit not in records]
    sql = (
        "SELECT g.n, g.record, g.body FROM chg g JOIN cmt c ON c.n = g.cmt WHERE g.record = ? AND c.site <> ?"
    )
    rows += [row for visit in left for row in rows_of(connection, sql, (visit, me))]
    if not rows:
        return Redacted()
    insert_many(
        connection, "redacted", 2, [(record, codec.digest(body)) for _, record, body in rows], replace=True
    )
    files = erasing.files_of(connection, records)
    # Matters that stay are found by the names of visitors, and of who received them.
    keys = Keys(connection, records)
    naming = {row[0] for sql in _NAMING for row in keys.rows(sql)}
    erasing.erase(connection, desk, [row[0] for row in rows], {*records, *naming, *left})
    return Redacted(
        len({row[1] for row in rows}), erasing.unnamed(connection, files), frozenset({*records, *left})
    )


def _hanging_on(connection: Connection, targets: Iterable[bytes]) -> set[bytes]:
    keys = Keys(connection, targets)
    queries = [f"SELECT id FROM {name} WHERE matter IN {{keys}}" for name in HANGING]
    queries += [f"SELECT id FROM link WHERE {end} IN {{keys}}" for end in ("source", "target")]
    found = {row[0] for sql in queries for row in keys.rows(sql)}
    # What a newer program hung on it stands in no table, nor does what another change of the same maker says.
    # The log is read whole: erasing writes all anew.
    sql = "SELECT record, body FROM chg WHERE made = 1 AND instr(body, CAST(? AS BLOB)) > 0"
    for target in targets:
        for record, body in rows_of(connection, sql, (f'":"{target.hex()}"',)):
            if target.hex() in _upon(codec.read_change(body)):
                found.add(record)
    return found


def _emptied(connection: Connection, records: Collection[bytes]) -> dict[bytes, str]:
    """The visits of these issues from which no other came, each with its station."""
    visits = rows_for(connection, "SELECT DISTINCT visit FROM issue WHERE id IN {keys}", records)
    sql = "SELECT visit, id FROM issue WHERE visit IN {keys}"
    named = {visit for (visit,) in visits if visit is not None}
    full = {visit for visit, issue in rows_for(connection, sql, named) if issue not in records}
    empty = named - full
    return dict(rows_for(connection, "SELECT id, station FROM visit WHERE id IN {keys}", empty))


def _visitors_alone(connection: Connection, records: Collection[bytes]) -> set[bytes]:
    """The visitors of these matters and visits whom no other names. They are of this site alone, so that no
    other desk need come to the same."""
    named = _visitors_of(connection, records)
    if not named:
        return set()
    visits = rows_of(connection, "SELECT id, visitor, others FROM visit")
    issues = rows_for(connection, "SELECT id, visitor FROM issue WHERE visitor IN {keys}", named)
    kept = {visitor for record, visitor in issues if record not in records}
    for record, visitor, others in visits:
        if record not in records:
            kept |= {visitor, *map(bytes.fromhex, filter(None, (others or "").split(",")))}
    return named - kept


def _visitors_of(connection: Connection, records: Collection[bytes]) -> set[bytes]:
    sql = "SELECT visitor FROM {0} WHERE id IN {{keys}} AND visitor IS NOT NULL"
    found = {row[0] for name in ("issue", "visit") for row in rows_for(connection, sql.format(name), records)}
    others = rows_for(
        connection, "SELECT others FROM visit WHERE id IN {keys} AND others IS NOT NULL", records
    )
    found |= {bytes.fromhex(one) for (joined,) in others for one in joined.split(",") if one}
    return {row[0] for row in rows_for(connection, "SELECT id FROM visitor WHERE id IN {keys}", found)}


def finish(desk: Desk, done: Redacted) -> None:
    """Once it is on disk: remove what the files beside the desk, and the desk's own, still hold of it. What
    somebody here had begun to type about it is of it too."""
    if done.records:
        erasing.scrub(desk, done.files)
        desk.drafts.erase([one.hex() for one in done.gone])


# --- here -------------------------------------------------------------------------------------------------


def visitor_of(desk: Desk, matter: RecordId) -> RecordId | None:
    """The visitor of a matter, where this desk has them; it can be erased alone."""
    with desk.reading() as connection:
        found = sorted(_visitors_of(connection, [matter]))
    return RecordId(found[0]) if found else None


def may(desk: Desk, actor: Actor, record: RecordId) -> bool:
    """Whether this person may erase that record here."""
    with desk.reading() as connection:
        return not _why_not(connection, desk, actor, record)


def redact(desk: Desk, actor: Actor, record: RecordId, reason: str) -> Changed:
    """Erase a record for good, here now and elsewhere as the word for it gets there; with an issue its visit
    where nothing else came of it. UserError where this site or person may not."""
    if not reason.strip():
        raise UserError(
            translate("redaction", "Say in a few words why it is erased, without what is erased.")
        )
    with desk.writing(actor, "redact") as work:
        connection = work.connection
        if why := _why_not(connection, desk, actor, record):
            raise UserError(why)
        for one, within in _named(connection, desk, actor, record):
            work.add(_word(connection, one, within, reason.strip()))
        work.flush()
        done = hear(connection, desk)
        changed = work.changed
    finish(desk, done)
    changed.types.update(TYPES)
    changed.matters.add(record)
    return changed


def _visits_alone(connection: Connection, desk: Desk, actor: Actor, issue: RecordId) -> list[RecordId]:
    sql = (
        "SELECT v.id FROM issue i JOIN visit v ON v.id = i.visit WHERE i.id = ?"
        " AND NOT EXISTS (SELECT 1 FROM issue o WHERE o.visit = v.id AND o.id <> i.id)"
    )
    found = [RecordId(row[0]) for row in rows_of(connection, sql, (issue,))]
    return [visit for visit in found if not _why_not(connection, desk, actor, visit)]


def _named(
    connection: Connection, desk: Desk, actor: Actor, record: RecordId
) -> list[tuple[RecordId, RecordId | None]]:
    """What is to be erased with a record, each with the matter by which others have it."""
    rows = rows_of(connection, "SELECT id FROM issue WHERE visit = ?", (record,))
    if rows:
        return [(record, RecordId(issue)) for (issue,) in rows]
    visits = _visits_alone(connection, desk, actor, record)
    return [(record, None), *((visit, record) for visit in visits)]


def _word(connection: Connection, record: RecordId, matter: RecordId | None, reason: str) -> Record:
    sql = (
        "SELECT c.replica, g.body FROM chg g JOIN cmt c ON c.n = g.cmt WHERE g.record = ? AND g.made = 1"
        " ORDER BY c.hash LIMIT 1"
    )
    ((replica, body),) = rows_of(connection, sql, (record,))
    change = codec.read_change(body)
    within = change.r if change.t in MATTERS else change.f.get("matter")
    if matter is not None:
        within = matter.hex()
    home = change.t in AT_HOME
    return Redaction(
        record=record.hex(), within=within if isinstance(within, str) else None, reason=reason,
        on=date.today(), replica=None if home else replica.hex(), nonce=None if home else change.n,
    )  # fmt: skip


def _why_not(connection: Connection, desk: Desk, actor: Actor, record: RecordId) -> str:
    """Why this person may not erase that record here; "" where they may."""
    if actor.role not in ROLES:
        return translate(
            "redaction",
            "Only the head of a station, or staff of a congress office, erases for good. You can void it.",
        )
    rows = rows_of(connection, f"{_MADE} WHERE g.record = ? AND g.made = 1", (record,))
    if not rows:
        return translate("redaction", "There is no such record here, or it was erased already.")
    sql = "SELECT body FROM chg WHERE record = ? AND made = 1 LIMIT 1"
    kind = codec.read_type(rows_of(connection, sql, (record,))[0][0])
    if kind not in TYPES or not (TYPES[kind].casework or kind == "visitor"):
        return translate("redaction", "Only matters, what hangs on them, and visitors are erased for good.")
    maker = str(rows[0][1])
    me = desk.identity.site
    if me == maker or me in _above(connection, desk, maker):
        return ""
    return translate(
        "redaction",
        "{site} entered this record: only they, or the office right above them, can erase it for good.",
        site=maker,
    )
