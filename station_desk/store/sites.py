"""What a site says of itself: its own record of its site, whatever others wrote into the lists."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set

from station_desk.domain.vocabulary import SiteRole
from station_desk.store import codec
from station_desk.store.engine import Connection
from station_desk.store.sqlio import rows_of

Desks = Mapping[str, Set[str]]
"""Deputies' desks by their code, each with the sites that say it is one."""


def own_word(connection: Connection, code: str) -> tuple[str, str]:
    """The name and the parent's code by the site's own record; empty where it said nothing."""
    # In this order: sites are few, and the planner would read the whole log.
    found = connection.exec_driver_sql(
        "SELECT s.name, s.parent FROM site s CROSS JOIN chg g ON g.record = s.id AND g.made = 1"
        " CROSS JOIN cmt c ON c.n = g.cmt WHERE s.code = ? AND c.site = s.code AND s.void IS NULL"
        " ORDER BY s.id LIMIT 1",
        (code,),
    ).first()
    return ("", "") if found is None else (found[0] or "", found[1] or "")


def deputies_desks(connection: Connection, codes: Iterable[str]) -> Desks:
    """Those of these sites that their own record, or somebody's list, calls a deputy's desk."""
    wanted = tuple(set(codes))
    marks = ",".join("?" * len(wanted))
    out: dict[str, set[str]] = {}
    sql = f"SELECT id, code, void FROM site WHERE role = ? AND code IN ({marks})"
    for record, code, void in rows_of(connection, sql, (SiteRole.DEPUTY.value, *wanted)) if wanted else ():
        made = "SELECT c.site FROM chg g CROSS JOIN cmt c ON c.n = g.cmt WHERE g.record = ? AND g.made = 1"
        said = {site for (site,) in rows_of(connection, made, (record,))}
        # A list's entry may be taken back; nobody takes back what they founded themselves as.
        out.setdefault(code, set()).update(said if void is None else said & {code})
    return out


def is_deputys(desks: Desks, site: str, station: object) -> bool:
    """Whether a site counts as a deputy's desk for a matter of that station: by its own word, or by the
    station's that gave the deputy the desk. Whoever holds the matter holds both; a third site's word is not
    known everywhere, and could take the steps of a station from it."""
    said = desks.get(site, frozenset())
    return site in said or station in said


_PARENTS = (
    "SELECT s.code, s.parent, k.body FROM site s CROSS JOIN chg g ON g.record = s.id AND g.made = 1"
    " CROSS JOIN cmt c ON c.n = g.cmt CROSS JOIN chg k ON k.record = s.id CROSS JOIN cmt b ON b.n = k.cmt"
    " WHERE {0} AND c.site = s.code AND b.site = s.code AND k.body IS NOT NULL ORDER BY s.id"
)


def line(connection: Connection, code: str) -> list[str]:
    """The sites above a site, nearest first, each by its own word: where it stands, then where it stood."""
    out: list[str] = []
    waiting = [code]
    while waiting:
        at = waiting.pop(0)
        told = _parents(connection.exec_driver_sql(_PARENTS.format("s.code = ?"), (at,)).all())
        _, present = own_word(connection, at)
        for parent in (present, *sorted(told.get(at, ()))):
            if parent and parent != code and parent not in out:
                out.append(parent)
                waiting.append(parent)
    return out


def below(connection: Connection, codes: Iterable[str]) -> set[str]:
    """These sites, and all whose `line` leads through one of them."""
    children: dict[str, set[str]] = {}
    for code, parents in _parents(connection.exec_driver_sql(_PARENTS.format("1")).all()).items():
        for parent in parents:
            children.setdefault(parent, set()).add(code)
    found: set[str] = set()
    waiting = [*codes]
    while waiting:
        code = waiting.pop()
        if code not in found:
            found.add(code)
            waiting.extend(children.get(code, ()))
    return found


def _parents(rows: Iterable[tuple[str, str | None, bytes]]) -> Mapping[str, set[str]]:
    """Under whom each site said that it stands."""
    out: dict[str, set[str]] = {}
    for code, present, body in rows:
        for parent in (present, codec.read_change(body).f.get("parent")):
            if isinstance(parent, str):
                out.setdefault(code, set()).add(parent)
    return out
