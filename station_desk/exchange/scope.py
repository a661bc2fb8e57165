"""What a site may be sent: whose commits, which matters, and what of them stays where it was written."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from station_desk.domain.declare import fields_of
from station_desk.domain.fold import fold
from station_desk.domain.records import MATTERS, TYPES, Deputy
from station_desk.errors import UserError
from station_desk.exchange import askers, takenback, tree
from station_desk.exchange.tree import Tree
from station_desk.i18n import translate
from station_desk.store import codec
from station_desk.store.commits import Identity
from station_desk.store.engine import Connection
from station_desk.store.sqlio import Keys, rows_for, rows_of

SHARED = frozenset(
    {"site", "desk", "station", "grid", "unit", "deputy", "category", "answer", "profile", "redaction"}
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
    both, as to a deputy; offices see that a matter of theirs is tied to one elsewhere. `below`: that site and
    those under it, none upward; `moved`: those that stood under it once.
    """

    everything: bool
    sites: frozenset[str] | None
    matters: frozenset[bytes] = frozenset()
    visits: frozenset[bytes] = frozenset()
    both_ends: bool = False
    below: frozenset[str] = frozenset()
    moved: frozenset[str] = frozenset()

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
    sites = tree.load(connection, me)
    below = sites.below(to)
    deputies = _deputies_at(connection, sites, to)
    both_ends = bool(deputies) or _is_deputy(connection, to, me)
    own = _of(connection, below)
    matters = {row[0] for row in own}
    if deputies:
        matters |= _matters_of_deputies(connection, deputies, to, matters)
    # A tie or a signer may still name what is no longer this desk's to show.
    matters -= takenback.standing(connection, me)
    marks = ",".join("?" * len(below))
    visits = {
        row[0] for row in rows_of(connection, f"SELECT id FROM visit WHERE station IN ({marks})", [*below])
    }
    visits |= {
        row[0]
        for row in rows_for(connection, "SELECT visit FROM issue WHERE id IN {keys}", matters)
        if row[0] is not None
    }
    usual = {*below, *sites.above(to), *sites.above(me), me}
    # Of the few that are a deputy's, all are looked at.
    if both_ends:
        others = _writers(connection, matters)
    else:
        elsewhere = tree.moved(connection, sites)
        foreign = {matter for matter, *of in own if not usual.issuperset(of) or not elsewhere.isdisjoint(of)}
        others = _writers(connection, foreign | _shown_elsewhere(connection, to, matters))
    away = tree.moved_from(connection, below)
    codes = usual | others | away
    # A station takes its deputies along.
    moved = frozenset[str]().union(*map(sites.below, away)) - below
    codes |= _erasers(connection, to)
    return Scope(False, frozenset(codes), frozenset(matters), frozenset(visits), both_ends, below, moved)


def _of(connection: Connection, sites: Iterable[str]) -> list[tuple[bytes, str, str]]:
    """The matters of these sites: (id, station, owner)."""
    codes = [*sites]
    marks = ",".join("?" * len(codes))
    return rows_of(
        connection,
        f"SELECT id, station, owner FROM matter WHERE station IN ({marks}) UNION"
        f" SELECT id, station, owner FROM matter WHERE owner IS NOT station AND owner IN ({marks})",
        codes * 2,
    )


def _shown_elsewhere(connection: Connection, to: str, matters: set[bytes]) -> set[bytes]:
    """Those of these matters that were shown to another peer than `to`, whose sites may have written of them.

    Others than the usual wrote only of these, and of what stands elsewhere.
    """
    sql = (
        "SELECT a.record, EXISTS (SELECT 1 FROM scope b WHERE b.record = a.record AND b.peer <> a.peer)"
        " FROM scope a WHERE a.peer = ?"
    )
    known = dict(rows_of(connection, sql, (to,)))
    found = {matter for matter, other in known.items() if other}
    sql = "SELECT DISTINCT record FROM scope WHERE record IN {keys}"
    found |= {row[0] for row in rows_for(connection, sql, matters - known.keys())}
    return found & matters


def _writers(connection: Connection, matters: set[bytes]) -> set[str]:
    """The sites that wrote of these matters or of what hangs on them."""
    sql = "SELECT DISTINCT c.site FROM chg g JOIN cmt c ON c.n = g.cmt WHERE g.record IN {keys}"
    return {row[0] for row in rows_for(connection, sql, hanging_on(connection, matters))}


def _erasers(connection: Connection, to: str) -> set[str]:
    """The sites that erased for good what the site `to` was sent: their word goes there, though nothing else
    of theirs may be left in its scope."""
    # Few are erased, and of these each is looked up.
    rows = rows_of(
        connection,
        "SELECT DISTINCT c.site FROM redaction r CROSS JOIN chg g ON g.record = r.id AND g.made = 1"
        " CROSS JOIN cmt c ON c.n = g.cmt WHERE EXISTS (SELECT 1 FROM scope s WHERE s.peer = ?"
        " AND s.record IN (unhex(r.record), unhex(r.within)))",
        (to,),
    )
    return {row[0] for row in rows}


def _is_deputy(connection: Connection, code: str, me: str) -> bool:
    rows = rows_of(
        connection,
        "SELECT 1 FROM site s CROSS JOIN chg g ON g.record = s.id AND g.made = 1"
        " CROSS JOIN cmt c ON c.n = g.cmt WHERE s.code = ? AND s.role = 'deputy' AND s.void IS NULL"
        " AND c.site IN (s.code, ?) LIMIT 1",
        (code, me),
    )
    return bool(rows)


def _deputies_at(connection: Connection, sites: Tree, code: str) -> list[bytes]:
    """The deputies whose own desk has that code, by the word of this desk or of an office above it.

    Anyone may write into the list of deputies; were that believed, a deputy could call another's matters
    their own and be sent them, or one whose desk was taken away write it back.
    """
    trusted = {sites.me, *sites.above(sites.me)}
    # The list may say what others wrote over it: all are looked at of whom anybody ever said it.
    rows = rows_of(
        connection,
        "SELECT DISTINCT d.id FROM deputy d CROSS JOIN chg g ON g.record = d.id"
        " WHERE d.void IS NULL AND instr(g.body, CAST(? AS BLOB)) > 0",
        (f'"desk":{json.dumps(code, ensure_ascii=False)}',),
    )
    return [record for (record,) in rows if _desk_of(connection, record, trusted) == code]


def _desk_of(connection: Connection, record: bytes, trusted: set[str]) -> object:
    """The desk of a deputy by what these sites wrote alone, as if nobody else had."""
    rows = rows_of(
        connection,
        "SELECT c.site, c.lamport, g.made, g.body FROM chg g JOIN cmt c ON c.n = g.cmt WHERE g.record = ?",
        (record,),
    )
    said = [
        codec.view_of(codec.read_change(body), body, lamport, site, bool(made))
        for site, lamport, made, body in rows
    ]
    passed = {view.id: view.replaces.get("desk", ()) for view in said if view.site not in trusted}
    theirs = [
        replace(view, replaces={"desk": _through(passed, view.replaces.get("desk", ()))})
        for view in said
        if view.site in trusted
    ]
    return fold({"desk": fields_of(Deputy)["desk"]}, theirs).values.get("desk")


def _through(passed: Mapping[bytes, Sequence[bytes]], named: Sequence[bytes]) -> list[bytes]:
    """The changes named, and those that the passed over among them name: who replaces what others wrote
    replaces what that was written over."""
    found: dict[bytes, None] = {}
    waiting = [*named]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found[one] = None
            waiting.extend(passed.get(one, ()))
    return [*found]


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
    made_by = " CROSS JOIN chg g ON g.record = {0}.id AND g.made = 1 CROSS JOIN cmt c ON c.n = g.cmt"
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


def refuse_unknown(connection: Connection, identity: Identity, to: str) -> None:
    """UserError where a site is not known here, or is neither above nor below this desk."""
    if to == identity.parent:
        return
    known = connection.exec_driver_sql("SELECT 1 FROM site WHERE code = ? AND void IS NULL", (to,)).scalar()
    if known is not None and identity.site in tree.load(connection, identity.site).above(to):
        return
    if askers.asks(connection, to):
        raise UserError(
            translate(
                "stream",
                "What {code} sent waits for entries that are not here. Write it a receipt alone: its next "
                "file then contains everything, and packages can go there again.",
                code=to,
            )
        )
    if known is None:
        raise UserError(
            translate(
                "stream",
                "No site with the code {code} is known here. Import its first package, or check the code.",
                code=to,
            )
        )
    raise UserError(
        translate(
            "stream",
            "{code} is neither above nor below this desk. Send to your own parent, which passes it on.",
            code=to,
        )
    )
