"""What leaves a site's scope is taken back from it: told by the office above, erased below, and said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from station_desk.casework.context import Desk
from station_desk.domain.declare import RecordId
from station_desk.domain.vocabulary import SiteRole
from station_desk.exchange import erasing, sums, takenback, tree
from station_desk.exchange.manifest import Manifest
from station_desk.exchange.scope import hanging_on
from station_desk.i18n import translate
from station_desk.store.engine import Connection
from station_desk.store.sqlio import bare, insert_many, rows_for, rows_of


@dataclass(frozen=True, slots=True)
class Erased:
    """What a withdrawal came to: matters of which something was erased, changes erased, and of how many of
    these matters this site's own entries are kept."""

    matters: int = 0
    changes: int = 0
    kept: int = 0
    files: tuple[str, ...] = ()


def hear(
    connection: Connection, desk: Desk, manifest: Manifest, touched: Iterable[RecordId], *, news: bool
) -> Erased:
    """After a package was applied: erase what it takes back, and whatever it brought of matters that a later
    package has taken back already. Only the office above takes back.

    A package's word repeats all that is not confirmed, so that a late one is no `news` and counts no more.
    """
    named: set[RecordId] = set()
    touched = set(touched)
    if manifest.sender.site == desk.identity.parent:
        # Another office above than the one that took it back brings it: it is within the scope again.
        rows = rows_of(connection, "SELECT matter, site FROM withdrawn WHERE gone = 1")
        back = [(m,) for m, site in rows if site != manifest.sender.site and m in touched]
        sql = "UPDATE withdrawn SET gone = 0 WHERE matter = ?"
        bare(connection).executemany(sql, back)
    if manifest.sender.site == desk.identity.parent and news:
        _keep(connection, manifest)
        named = {RecordId(bytes.fromhex(matter)) for matter in manifest.word.left}
    gone = takenback.standing(connection, desk.identity.site)
    wanted = sorted(gone.intersection(named | touched))
    return erase(connection, desk, wanted, gone) if wanted else Erased()


def _keep(connection: Connection, manifest: Manifest) -> None:
    word = manifest.word
    rows = [
        (bytes.fromhex(matter), manifest.sender.site, manifest.n, gone)
        for gone, matters in ((0, word.entered), (1, word.left))
        for matter in matters
    ]
    insert_many(connection, "withdrawn", 4, rows, replace=True)


def erase(
    connection: Connection, desk: Desk, matters: Sequence[bytes], gone: frozenset[bytes] = frozenset()
) -> Erased:
    """Erase what others wrote of these matters and of what hangs on them alone: from the log, of which the
    digests stay, from the record tables and the search. What this site wrote itself is kept."""
    records = _of_these_alone(connection, desk, matters, gone | set(matters))
    me = desk.identity.site
    rows = rows_for(
        connection,
        "SELECT g.n, g.record, c.site, g.body FROM chg g JOIN cmt c ON c.n = g.cmt WHERE g.record IN {keys}",
        records,
    )
    theirs = [n for n, _, site, _ in rows if site != me]
    if not theirs:
        return Erased()
    names = erasing.files_of(connection, records)
    mine = {record for _, record, site, _ in rows if site == me}
    said = {record for _, record, site, _ in rows if site != me}
    # Who wrote it below keeps it, as their own word.
    sites = tree.load(connection, me)
    for child in sites.children.get(me, ()):
        under = sites.below(child)
        sums.expect_other(connection, child, [(record, body) for _, record, at, body in rows if at in under])
    erasing.erase(connection, desk, theirs, records)
    by_matter = {matter for record in said for matter in records[record]}
    kept = {matter for record in mine for matter in records[record]}
    return Erased(
        len(by_matter.intersection(matters)), len(theirs), len(kept.intersection(matters)),
        erasing.unnamed(connection, names),
    )  # fmt: skip


def _of_these_alone(
    connection: Connection, desk: Desk, matters: Sequence[bytes], gone: frozenset[bytes] | set[bytes]
) -> dict[bytes, set[bytes]]:
    """The records that hang on these matters and on none that stays: {record: its matters}."""
    records = hanging_on(connection, matters)
    for matter in matters:
        records.setdefault(matter, set()).add(matter)  # known by a change of it alone
    me = desk.identity.site
    codes = tree.load(connection, me).below(me)
    visits = rows_for(connection, "SELECT id, station FROM visit WHERE id IN {keys}", records)
    for visit, station in visits:
        issues = rows_of(connection, "SELECT id FROM issue WHERE visit = ?", (visit,))
        if station in codes or any(issue not in gone for (issue,) in issues):
            del records[visit]
    if desk.identity.role is not SiteRole.DEPUTY:
        # An office sees that a matter of its own is tied to one elsewhere.
        sql = "SELECT id, source, target FROM link WHERE id IN {keys}"
        for link, *ends in rows_for(connection, sql, list(records)):
            others = [end for end in ends if end not in gone]
            if rows_for(connection, "SELECT id FROM matter WHERE id IN {keys}", others):
                del records[link]
    return records


def finish(desk: Desk, erased: Erased) -> None:
    """Once the erasing is on disk: remove the attached files, and what the file's side log still shows."""
    if erased.changes:
        erasing.scrub(desk, erased.files)


def foretold(office: str, erased: Erased, *, again: bool) -> str:
    """What a withdrawal would come to, before it is taken in; as `sentence`."""
    if again or not erased.matters:
        return sentence(office, erased, again=again)
    if erased.kept:
        return translate(
            "withdrawal",
            "{office} takes back {count} matters that are no longer yours: importing removes here what "
            "others wrote of them. Your own entries on {kept} of them are kept.",
            office=office,
            count=erased.matters,
            kept=erased.kept,
        )
    return translate(
        "withdrawal",
        "{office} takes back {count} matters that are no longer yours: importing removes them here. They can "
        "come again with a later package.",
        office=office,
        count=erased.matters,
    )


def sentence(office: str, erased: Erased, *, again: bool) -> str:
    """What a withdrawal came to, in words; `again`: the office named, which stands below, brought what was
    taken back before."""
    if not erased.matters:
        return ""
    if again:
        return translate(
            "withdrawal",
            "The file from {office} told of {count} matters that the office above has taken back from here: "
            "that was left out, and they will be told.",
            office=office,
            count=erased.matters,
        )
    if erased.kept:
        return translate(
            "withdrawal",
            "{office} has taken back {count} matters that are no longer yours: what others wrote of them was "
            "removed here. Your own entries on {kept} of them are kept.",
            office=office,
            count=erased.matters,
            kept=erased.kept,
        )
    return translate(
        "withdrawal",
        "{office} has taken back {count} matters that are no longer yours: they were removed here, and can "
        "come again with a later package.",
        office=office,
        count=erased.matters,
    )
