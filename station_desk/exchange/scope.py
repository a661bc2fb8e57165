"""What a site may be sent: whose commits, which matters, and what of them stays where it was written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from station_desk.domain.declare import fields_of
from station_desk.domain.records import MATTERS, TYPES
from station_desk.errors import UserError
from station_desk.i18n import translate
from station_desk.store import codec
from station_desk.store.commits import Identity
from station_desk.store.engine import Connection
from station_desk.store.sqlio import Keys, rows_for, rows_of

SHARED = frozenset(
    {"site", "desk", "station", "grid", "unit", "deputy", "category", "answer", "profile"}
)  # fmt: skip
"""Directory types, which go up and down whole."""

AT_HOME = frozenset({"person"} | {name for name, cls in TYPES.items() if cls.withheld})
"""Types that never leave the site where they were written: its visitors, and who works there."""

HANGING = tuple(name for name, cls in TYPES.items() if name not in MATTERS and "matter" in fields_of(cls))
"""Types whose records hang on one matter, which their field `matter` names."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What one site may be sent. `everything` (to the parent): all but what stays at home.

    `sites`: whose commits, None for all. `both_ends`: a tie between two matters is shown only to who may see
    both, as to a deputy; offices see that a matter of theirs is tied to one elsewhere.
    """

    everything: bool
    sites: frozenset[str] | None
    matters: frozenset[bytes] = frozenset()
    visits: frozenset[bytes] = frozenset()
    both_ends: bool = False

    def shows(self, connection: Connection, record: bytes, body: bytes) -> bool:
        """Whether a change of that record may be shown."""
        kind = codec.read_type(body)
        if kind in AT_HOME:
            return False
        if self.everything or kind in SHARED:
            return True
        if kind in MATTERS:
            return record in self.matters
        if kind == "visit":
            return record in self.visits
        if kind == "link":
            ends = rows_of(connection, "SELECT source, target FROM link WHERE id = ?", (record,))
            shown = [end in self.matters for found in ends for end in found]
            return bool(shown) and (all(shown) if self.both_ends else any(shown))
        if kind in HANGING:
            found = rows_of(connection, f"SELECT matter FROM {kind} WHERE id = ?", (record,))
            return bool(found) and found[0][0] in self.matters
        return False  # a type of a newer version, of which nobody here can say what it hangs on


def scope_for(connection: Connection, identity: Identity, to: str) -> Scope:
    """What the site `to` may be sent by this desk: upward all; downward its own subtree's matters, and a
    deputy's desk those that are that deputy's."""
    if to == identity.parent:
        return Scope(True, None)
    me = identity.site
    below = subtree(connection, to, me)
    deputies = _deputies_at(connection, to, me)
    both_ends = bool(deputies) or _is_deputy(connection, to, me)
    codes = [*below]
    marks = ",".join("?" * len(codes))
    own = rows_of(
        connection, f"SELECT id FROM matter WHERE station IN ({marks}) OR owner IN ({marks})", codes * 2
    )
    matters = {row[0] for row in own}
    if deputies:
        matters |= _matters_of_deputies(connection, deputies, to, matters)
    visits = {
        row[0] for row in rows_of(connection, f"SELECT id FROM visit WHERE station IN ({marks})", codes)
    }
    visits |= {
        row[0]
        for row in rows_for(connection, "SELECT visit FROM issue WHERE id IN {keys}", matters)
        if row[0] is not None
    }
    usual = {*below, *ancestors(connection, to, me), *ancestors(connection, me, me), me}
    # Of the few that are a deputy's, all are looked at.
    others = _writers(connection, matters) if both_ends else _others(connection, me, to, matters, usual)
    sites = usual | others | moved_from(connection, below)
    return Scope(False, frozenset(sites), frozenset(matters), frozenset(visits), both_ends)


def moved_from(connection: Connection, below: frozenset[str]) -> set[str]:
    """Sites that once said they stand under one of these, and now elsewhere: those above them once are told
    of it."""
    parents: dict[str, set[str]] = {}
    sql = (
        "SELECT s.code, g.body FROM site s JOIN chg g ON g.record = s.id JOIN cmt c ON c.n = g.cmt"
        " WHERE s.void IS NULL AND c.site = s.code AND g.body IS NOT NULL"
    )
    for code, body in rows_of(connection, sql):
        parent = codec.read_change(body).f.get("parent")
        if code not in below and isinstance(parent, str):
            parents.setdefault(code, set()).add(parent)
    return {code for code, told in parents.items() if not told.isdisjoint(below)}


def _others(connection: Connection, me: str, to: str, matters: set[bytes], usual: set[str]) -> set[str]:
    """Sites elsewhere that wrote of one of these matters: their commits say how it went.

    Others than the usual wrote only of what stands elsewhere, or was shown to another peer than `to`.
    """
    marks = ",".join("?" * len(usual))
    sql = f"SELECT id FROM matter WHERE station NOT IN ({marks}) OR owner NOT IN ({marks})"
    foreign = {row[0] for row in rows_of(connection, sql, [*usual, *usual])}
    sql = "SELECT record FROM scope GROUP BY record HAVING count(*) > 1"
    foreign |= {row[0] for row in rows_of(connection, sql)}
    moved = sorted(_moved(connection, me))
    marks = ",".join("?" * len(moved))
    sql = f"SELECT id FROM matter WHERE station IN ({marks}) OR owner IN ({marks})"
    foreign |= {row[0] for row in rows_of(connection, sql, [*moved, *moved])}
    known = {row[0] for row in rows_of(connection, "SELECT record FROM scope WHERE peer = ?", (to,))}
    sql = "SELECT DISTINCT record FROM scope WHERE record IN {keys}"
    foreign |= {row[0] for row in rows_for(connection, sql, matters - known)}
    return _writers(connection, foreign & matters)


def _moved(connection: Connection, me: str) -> set[str]:
    """The sites that stood under another office before, and those below them: it may have written of their
    matters."""
    sql = "SELECT s.code, g.body FROM site s JOIN chg g ON g.record = s.id WHERE g.made = 0"
    rows = rows_of(connection, f"{sql} AND g.body IS NOT NULL AND s.code IS NOT NULL")
    codes = {code for code, body in rows if "parent" in codec.read_change(body).f}
    return set().union(*(subtree(connection, code, me) for code in codes))


def _writers(connection: Connection, matters: set[bytes]) -> set[str]:
    """The sites that wrote of these matters or of what hangs on them."""
    sql = "SELECT DISTINCT c.site FROM chg g JOIN cmt c ON c.n = g.cmt WHERE g.record IN {keys}"
    return {row[0] for row in rows_for(connection, sql, hanging_on(connection, matters))}


def _is_deputy(connection: Connection, code: str, me: str) -> bool:
    rows = rows_of(
        connection,
        "SELECT 1 FROM site s JOIN chg g ON g.record = s.id AND g.made = 1 JOIN cmt c ON c.n = g.cmt"
        " WHERE s.code = ? AND s.role = 'deputy' AND s.void IS NULL AND c.site IN (s.code, ?) LIMIT 1",
        (code, me),
    )
    return bool(rows)


def _deputies_at(connection: Connection, code: str, me: str) -> list[bytes]:
    """The deputies whose own desk has that code, by the word of this desk or of an office above it.

    Anyone may write into the list of deputies; were that believed, a deputy could call another's matters
    their own and be sent them.
    """
    trusted = {me, *ancestors(connection, me, me)}
    out: list[bytes] = []
    for (record,) in rows_of(connection, "SELECT id FROM deputy WHERE desk = ? AND void IS NULL", (code,)):
        said = _said(connection, record)
        if any(site in trusted and change.f.get("desk") == code for site, change in said):
            out.append(record)
    return out


def _said(connection: Connection, record: bytes) -> list[tuple[str, codec.Change]]:
    rows = rows_of(
        connection,
        "SELECT c.site, g.body FROM chg g JOIN cmt c ON c.n = g.cmt"
        " WHERE g.record = ? AND g.body IS NOT NULL",
        (record,),
    )
    return [(site, codec.read_change(body)) for site, body in rows]


def _matters_of_deputies(
    connection: Connection, deputies: list[bytes], code: str, own: set[bytes]
) -> set[bytes]:
    """What is theirs beyond what their own desk raised: signed by them, received by them at a visit, and the
    issues from which a suggestion of theirs was raised.

    A tie that the deputy's own desk wrote opens nothing: it would open whatever it names.
    """
    made_by = " JOIN chg g ON g.record = {0}.id AND g.made = 1 JOIN cmt c ON c.n = g.cmt"
    sql = f"SELECT s.matter, c.site FROM signer s{made_by.format('s')} WHERE s.deputy IN {{keys}}"
    signed = rows_for(connection, f"{sql} AND s.void IS NULL", deputies)
    found = {matter for matter, site in signed if matter is not None and site != code}
    visits = _received(connection, deputies, code)
    found |= {row[0] for row in rows_for(connection, "SELECT id FROM issue WHERE visit IN {keys}", visits)}
    theirs = found | own
    sql = f"SELECT l.target, c.site FROM link l{made_by.format('l')} WHERE l.source IN {{keys}}"
    raised = rows_for(connection, f"{sql} AND l.kind = 'raised-from' AND l.void IS NULL", theirs)
    return found | {target for target, site in raised if target is not None and site != code}


def _received(connection: Connection, deputies: list[bytes], code: str) -> list[bytes]:
    """The visits at which one of them received, as somebody else than the deputy's own desk says."""
    wanted = {record.hex() for record in deputies}
    out: list[bytes] = []
    sql = "SELECT id, deputies FROM visit WHERE deputies IS NOT NULL AND void IS NULL"
    for record, present in rows_of(connection, sql):
        if wanted.isdisjoint(present.split(",")):
            continue
        for site, change in _said(connection, record):
            listed = change.f.get("deputies")
            if site != code and isinstance(listed, list) and not wanted.isdisjoint(listed):
                out.append(record)
                break
    return out


def hanging_on(connection: Connection, matters: Iterable[bytes]) -> dict[bytes, set[bytes]]:
    """The records that each of these matters brings along: {record: its matters}, the matter itself too."""
    out: dict[bytes, set[bytes]] = {}
    keys = Keys(connection, matters)
    queries = [f"SELECT id, matter FROM {name} WHERE matter IN {{keys}}" for name in HANGING]
    queries += [f"SELECT id, {end} FROM link WHERE {end} IN {{keys}}" for end in ("source", "target")]
    queries += [
        "SELECT visit, id FROM issue WHERE id IN {keys} AND visit IS NOT NULL",
        "SELECT id, id FROM matter WHERE id IN {keys}",
    ]
    for sql in queries:
        for record, matter in keys.rows(sql):
            out.setdefault(record, set()).add(matter)
    return out


def _parents(connection: Connection, me: str) -> list[tuple[str, str]]:
    """Which site says it stands under which (code, parent): its own word, this desk's, or its parent's.

    Anyone may write a site into the lists; were that believed, a station could call another's its own and be
    sent its matters.
    """
    rows = connection.exec_driver_sql(
        "SELECT s.code, s.parent FROM site s JOIN chg g ON g.record = s.id AND g.made = 1"
        " JOIN cmt c ON c.n = g.cmt WHERE s.void IS NULL AND s.code IS NOT NULL"
        " AND c.site IN (s.code, ?, (SELECT value FROM meta WHERE key = 'parent')) ORDER BY s.id",
        (me,),
    )
    return [(row[0], row[1] or "") for row in rows]


def subtree(connection: Connection, code: str, me: str) -> frozenset[str]:
    """A site and all the sites below it, as this desk (of the site `me`) may believe."""
    children: dict[str, list[str]] = {}
    for site, parent in _parents(connection, me):
        children.setdefault(parent, []).append(site)
    found: dict[str, None] = {}
    waiting = [code]
    while waiting:
        site = waiting.pop()
        if site not in found:
            found[site] = None
            waiting.extend(children.get(site, ()))
    return frozenset(found)


def ancestors(connection: Connection, code: str, me: str) -> list[str]:
    """The sites above a site, nearest first, as this desk (of the site `me`) may believe."""
    parents = dict(_parents(connection, me))
    out: list[str] = []
    current = parents.get(code) or ""
    while current and current not in out:
        out.append(current)
        current = parents.get(current) or ""
    return out


def refuse_unknown(connection: Connection, identity: Identity, to: str) -> None:
    """UserError where a site is not known here, or is neither above nor below this desk."""
    if to == identity.parent:
        return
    known = connection.exec_driver_sql("SELECT 1 FROM site WHERE code = ? AND void IS NULL", (to,)).scalar()
    if known is None:
        raise UserError(
            translate(
                "stream",
                "No site with the code {code} is known here. Import its first package, or check the code.",
                code=to,
            )
        )
    if identity.site not in ancestors(connection, to, identity.site):
        raise UserError(
            translate(
                "stream",
                "{code} is neither above nor below this desk. Send to your own parent, which passes it on.",
                code=to,
            )
        )
