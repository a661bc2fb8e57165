"""Who stands under whom: the tree of sites, as far as this desk may believe it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from station_desk.store import codec
from station_desk.store.engine import Connection
from station_desk.store.sqlio import rows_of


@dataclass(frozen=True, slots=True)
class Tree:
    """The sites that this desk (of the site `me`) knows: `parents` names the one above each, `children` those
    that say they stand under it."""

    me: str
    parents: Mapping[str, str]
    children: Mapping[str, tuple[str, ...]]

    def below(self, code: str) -> frozenset[str]:
        """A site and all the sites below it."""
        found: dict[str, None] = {}
        waiting = [code]
        while waiting:
            site = waiting.pop()
            if site not in found:
                found[site] = None
                waiting.extend(self.children.get(site, ()))
        return frozenset(found)

    def above(self, code: str) -> list[str]:
        """The sites above a site, nearest first."""
        return line(self.parents, code)


DEEPEST = 16
"""Sites above a site that are followed: a city stands four above a deputy."""


def line(parents: Mapping[str, str], code: str) -> list[str]:
    """The sites above a site by `parents`, nearest first; a ring of words is followed once."""
    out: list[str] = []
    at = parents.get(code, "")
    while at and at not in out and len(out) < DEEPEST:
        out.append(at)
        at = parents.get(at, "")
    return out


@dataclass(frozen=True, slots=True)
class Told:
    """What a site is said to be by whom it may be believed of."""

    code: str
    name: str
    role: str
    parent: str


def told(connection: Connection, me: str) -> list[Told]:
    """The sites by each one's own word, by this desk's, and by its parent's; of several entries with one
    code the last is the last.

    Anyone may write a site into the lists; were that believed, a station could call another's its own and be
    sent its matters.
    """
    # In this order: sites are few, and the planner would read the whole log.
    rows = rows_of(
        connection,
        "SELECT s.code, s.name, s.role, s.parent FROM site s"
        " CROSS JOIN chg g ON g.record = s.id AND g.made = 1 CROSS JOIN cmt c ON c.n = g.cmt"
        " WHERE s.void IS NULL AND s.code IS NOT NULL"
        " AND c.site IN (s.code, ?, (SELECT value FROM meta WHERE key = 'parent')) ORDER BY s.id",
        (me,),
    )
    return [Told(code, name or "", role or "", parent or "") for code, name, role, parent in rows]


def load(connection: Connection, me: str) -> Tree:
    """The tree, as far as those may be believed who speak of it."""
    children: dict[str, tuple[str, ...]] = {}
    sites = told(connection, me)
    for one in sites:
        children[one.parent] = (*children.get(one.parent, ()), one.code)
    return Tree(me, {one.code: one.parent for one in sites}, children)


def moved_from(connection: Connection, below: frozenset[str]) -> set[str]:
    """Sites that once said they stand under one of these, and now elsewhere: those above them once are told
    of it."""
    # Only who said it twice has moved.
    rows = rows_of(
        connection,
        "SELECT s.code, g.body FROM site s CROSS JOIN chg g ON g.record = s.id"
        " CROSS JOIN cmt c ON c.n = g.cmt WHERE s.void IS NULL AND c.site = s.code AND g.body IS NOT NULL"
        " AND s.id IN (SELECT o.id FROM site o CROSS JOIN chg k ON k.record = o.id WHERE k.made = 0)",
    )
    parents: dict[str, set[str]] = {}
    for code, body in rows:
        parent = codec.read_change(body).f.get("parent")
        if code not in below and isinstance(parent, str):
            parents.setdefault(code, set()).add(parent)
    return {code for code, told in parents.items() if not told.isdisjoint(below)}


def moved(connection: Connection, tree: Tree) -> set[str]:
    """The sites that stood under another office before, and those below them: it may have written of their
    matters."""
    sql = "SELECT s.code, g.body FROM site s CROSS JOIN chg g ON g.record = s.id WHERE g.made = 0"
    rows = rows_of(connection, f"{sql} AND g.body IS NOT NULL AND s.code IS NOT NULL")
    codes = {code for code, body in rows if "parent" in codec.read_change(body).f}
    return set().union(*(tree.below(code) for code in codes))
