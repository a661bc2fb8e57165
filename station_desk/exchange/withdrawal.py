"""What leaves a site's scope is taken back from it: told by the office above, erased below, and said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from station_desk.casework.context import Desk
from station_desk.domain.declare import RecordId
from station_desk.domain.records import TYPES
from station_desk.domain.vocabulary import SiteRole
from station_desk.exchange import sums, tree
from station_desk.exchange.manifest import Manifest
from station_desk.exchange.scope import hanging_on
from station_desk.i18n import translate
from station_desk.store import codec
from station_desk.store.engine import Connection
from station_desk.store.files import Files, path_beside
from station_desk.store.projection import Incoming
from station_desk.store.sqlio import Keys, bare, insert_many, rows_for, rows_of


@dataclass(frozen=True, slots=True)
class Erased:
    """What a withdrawal came to: matters of which something was erased, changes erased, and of how many of
    these matters this site's own entries are kept."""

    matters: int = 0
    changes: int = 0
    kept: int = 0
    files: tuple[str, ...] = ()


def standing(connection: Connection) -> frozenset[bytes]:
    """The matters that were taken back from this desk and have not come again."""
    return frozenset(row[0] for row in rows_of(connection, "SELECT matter FROM withdrawn WHERE gone = 1"))


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
    gone = standing(connection)
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
        "SELECT g.n, g.record, c.site FROM chg g JOIN cmt c ON c.n = g.cmt WHERE g.record IN {keys}",
        records,
    )
    theirs = [(n,) for n, _, site in rows if site != me]
    if not theirs:
        return Erased()
    names = _files(connection, records)
    mine = {record for _, record, site in rows if site == me}
    said = {record for _, record, site in rows if site != me}
    # What is erased is overwritten in the file, not merely marked as free.
    connection.exec_driver_sql("PRAGMA secure_delete = ON")
    _forget(connection, records)
    bare(connection).executemany("UPDATE chg SET record = NULL, made = 0, body = NULL WHERE n = ?", theirs)
    _project_again(connection, desk, mine)
    for table in ("ft", "fc"):
        connection.exec_driver_sql(f"INSERT INTO {table}({table}) VALUES ('optimize')")
    sums.forget(connection)
    by_matter = {matter for record in said for matter in records[record]}
    kept = {matter for record in mine for matter in records[record]}
    left = {row[0] for row in rows_of(connection, "SELECT DISTINCT sha256 FROM attachment")}
    return Erased(
        len(by_matter.intersection(matters)), len(theirs), len(kept.intersection(matters)),
        tuple(sorted(names - left)),
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


def _forget(connection: Connection, records: Iterable[bytes]) -> None:
    keys = Keys(connection, records)
    for n in [row[0] for row in keys.rows("SELECT n FROM matter WHERE id IN {keys}")]:
        for table in ("matter WHERE n", "ft WHERE rowid", "fc WHERE rowid"):
            connection.exec_driver_sql(f"DELETE FROM {table} = ?", (n,))
    for name in TYPES:
        keys.rows(f"DELETE FROM {name} WHERE id IN {{keys}}")
    keys.rows("DELETE FROM mark WHERE record IN {keys}")


def _project_again(connection: Connection, desk: Desk, records: Iterable[bytes]) -> None:
    rows = rows_for(
        connection,
        "SELECT g.n, g.record, g.body, g.made, c.lamport, c.site, c.role FROM chg g"
        " JOIN cmt c ON c.n = g.cmt WHERE g.record IN {keys} AND g.body IS NOT NULL ORDER BY g.n",
        records,
    )
    incoming = [
        Incoming(n, RecordId(record), codec.read_change(body), body, bool(made), lamport, site, role)
        for n, record, body, made, lamport, site, role in rows
    ]
    desk.projector.project(connection, incoming, late=True)


def _files(connection: Connection, records: Iterable[bytes]) -> set[str]:
    sql = "SELECT sha256 FROM attachment WHERE id IN {keys} AND sha256 IS NOT NULL"
    return {row[0] for row in rows_for(connection, sql, records)}


def finish(desk: Desk, erased: Erased) -> None:
    """Once the erasing is on disk: remove the attached files, and what the file's side log still shows."""
    if not erased.changes:
        return
    if erased.files:
        with Files(path_beside(desk.path)) as files:
            files.remove(erased.files)
    with desk.reading() as connection:
        # Pages that were split keep copies in their unused parts, which secure deletion does not reach.
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("VACUUM")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.exec_driver_sql("BEGIN")


def sentence(office: str, erased: Erased) -> str:
    """What a withdrawal came to, in words."""
    if not erased.matters:
        return ""
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
