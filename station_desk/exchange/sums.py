"""Sums of change ids by record type and month: two desks that believe to be even find what differs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from station_desk.domain.records import TYPES
from station_desk.exchange import installations
from station_desk.exchange.installations import Said
from station_desk.exchange.receipts import Confirmed
from station_desk.exchange.scope import AT_HOME, SHARED, Scope, hanging_on
from station_desk.exchange.widening import carried_upto
from station_desk.exchange.word import MAX_SUMS
from station_desk.store import codec, ids
from station_desk.store.engine import Connection
from station_desk.store.meta import drop_meta, read_meta, set_meta
from station_desk.store.sqlio import bare, insert_many, rows_for, rows_of

Sums = dict[str, dict[str, str]]
"""{type: {month: sum of the change ids modulo 2^64, in hex}}; the month is that of the record's id."""

TRIES = 3
"""After so many times in vain the same difference is sent no more, but only said."""

_MODULUS = 1 << 64
_MILLISECONDS = 1_000
_LAST_YEAR = 9_999
_BLOCK = 20_000
_DONE = "summed"


@dataclass(frozen=True, slots=True)
class Difference:
    """A record type and month of which a peer holds something else; `tries`: how often it was sent again."""

    kind: str
    month: str
    tries: int


def month_of(record: bytes) -> str:
    """The month in which a record was made, by its id (UTC): "2026-05"."""
    ticks = int.from_bytes(record[:6], "big")
    return f"{datetime.fromtimestamp(ticks // ids.TICKS / _MILLISECONDS, UTC):%Y-%m}"


def _bounds(month: str) -> tuple[bytes, bytes]:
    """The ids of a month's records: from the first inclusive to the second exclusive."""
    year, number = int(month[:4]), int(month[5:])
    ends = []
    for y, m in ((year, number), (year + number // 12, number % 12 + 1)):
        try:
            start = int(datetime(min(y, _LAST_YEAR), m, 1, tzinfo=UTC).timestamp() * _MILLISECONDS)
        except ValueError:
            start = 0  # a month that no record has
        ends.append(min(max(start * ids.TICKS, 0), (1 << 48) - 1).to_bytes(6, "big"))
    return ends[0], ends[1]


def held(connection: Connection) -> Sums:
    """The sums over every visible change that may leave this desk. Kept, and brought up to date by what the
    log has more since."""
    upto = int(read_meta(connection).get(_DONE, "0"))
    top = rows_of(connection, "SELECT max(n) FROM chg")[0][0] or 0
    totals: defaultdict[tuple[str, str], int] = defaultdict(int)
    for kind, month, value in rows_of(connection, "SELECT kind, month, sum FROM tally"):
        totals[kind, month] = int(value, 16)
    while upto < top:
        sql = "SELECT record, body FROM chg WHERE n > ? AND n <= ? AND body IS NOT NULL"
        _add(totals, rows_of(connection, sql, (upto, upto + _BLOCK)))
        upto += _BLOCK
    rows = [(kind, month, f"{value:016x}") for (kind, month), value in totals.items()]
    insert_many(connection, "tally", 3, rows, replace=True)
    set_meta(connection, _DONE, str(top))
    return _shaped(totals)


def forget(connection: Connection) -> None:
    """Changes of before were filled in or erased: sum them all again."""
    connection.exec_driver_sql("DELETE FROM tally")
    drop_meta(connection, _DONE)


def _add(totals: defaultdict[tuple[str, str], int], rows: Iterable[tuple[bytes, bytes]]) -> None:
    months: dict[bytes, str] = {}
    for record, body in rows:
        kind = codec.read_type(body)
        if kind in TYPES and kind not in AT_HOME:
            minute = record[:4]  # two bytes less of the id: 65,536 ticks, one second
            month = months.get(minute)
            if month is None:
                month = months[minute] = month_of(record)
            value = totals[kind, month] + int.from_bytes(codec.digest(body)[:8], "big")
            totals[kind, month] = value % _MODULUS


def _shaped(totals: Mapping[tuple[str, str], int]) -> Sums:
    out: Sums = {}
    for kind, month in sorted(totals, key=lambda key: key[1], reverse=True)[:MAX_SUMS]:
        out.setdefault(kind, {})[month] = f"{totals[kind, month]:016x}"
    return out


_AT_ONCE = 1_000
_HELD = (
    "SELECT c.n, g.record, g.body, c.site FROM cmt c JOIN chg g ON g.cmt = c.n"
    " WHERE c.replica = ? AND c.seq > ? AND c.seq <= ? AND g.body IS NOT NULL"
)


def expected(connection: Connection, peer: str, scope: Scope, receipt: Confirmed) -> Sums:
    """The sums that a site below must come to that holds the commits of its `receipt`: over what it
    wrote, what its own sites wrote within its scope, and what it confirmed to have been sent since it was."""
    below = scope.below
    confirmed = carried_upto(connection, peer)
    records = hanging_on(connection, scope.matters)
    sure = {record for record, matters in records.items() if not confirmed.isdisjoint(matters)}
    if scope.both_ends:
        ends = rows_of(connection, "SELECT id, source, target FROM link")
        cut = {link for link, *two in ends if not scope.matters.issuperset(two)}
        sure -= cut
        records = {record: matters for record, matters in records.items() if record not in cut}
    sure |= scope.visits
    totals: defaultdict[tuple[str, str], int] = defaultdict(int)
    # By what they hold, not by what there is: a city would read its whole log for each of 605 stations.
    for replica, top in receipt.upto.items():
        along = receipt.along.get(replica)
        for start in range(0, top, _AT_ONCE):
            found = rows_of(connection, _HELD, (replica, start, min(top, start + _AT_ONCE)))
            # Of a replica that forked, it may hold one branch and not the other.
            held = [rest for n, *rest in found if along is None or n in along]
            shared = _shared(connection, [(record, body) for record, body, site in held if site != peer])
            _add(
                totals,
                (
                    (record, body)
                    for record, body, site in held
                    if site == peer
                    or record in sure
                    or record in shared
                    or (site in below and record in records)
                ),
            )
    return _shaped(totals)


def _shared(connection: Connection, held: Sequence[tuple[bytes, bytes]]) -> set[bytes]:
    """Which of these records stand in the lists that all share."""
    found: set[bytes] = set()
    for name in SHARED:
        asked = {record for record, body in held if codec.read_type(body) == name}
        if asked:
            found |= {
                row[0] for row in rows_for(connection, f"SELECT id FROM {name} WHERE id IN {{keys}}", asked)
            }
    return found


def compare(connection: Connection, peer: str, incarnation: str, theirs: Sums, ours: Sums) -> None:
    """Note what an installation of a peer holds otherwise, in place of what was noted of it before."""
    before = installations.last_word(connection, peer, incarnation, Said.DIFFERS)
    found: dict[str, str] = {}
    for kind in sorted(theirs.keys() | ours.keys()):
        if kind not in TYPES:
            continue
        one, other = theirs.get(kind, {}), ours.get(kind, {})
        for month in sorted(one.keys() | other.keys()):
            both = f"{one.get(month, '')}:{other.get(month, '')}"
            if one.get(month, "0" * 16) != other.get(month, "0" * 16):
                name = named(kind, month)
                tries, _, same = before.get(name, "0 ").partition(" ")
                found[name] = f"{tries if same == both else 0} {both}"
    installations.keep(connection, peer, incarnation, Said.DIFFERS, found)


def expect_other(connection: Connection, peer: str, erased: Iterable[tuple[bytes, bytes]]) -> None:
    """What is erased here, and kept by those who wrote it at a `peer` below or under it, can go on making its
    sums others: of the types and months of these changes (record, body), that is no more said once asking
    again was in vain."""
    found = {named(codec.read_type(body), month_of(record)): "" for record, body in erased}
    if found:
        before = installations.last_word(connection, peer, "", Said.ERASED)
        installations.keep(connection, peer, "", Said.ERASED, before | found)


def named(kind: str, month: str) -> str:
    """A record type and month as they are kept."""
    return f"{kind} {month}"


def differences(connection: Connection, peer: str) -> list[Difference]:
    """What a site below holds otherwise than here, at any of its installations."""
    tried: dict[str, int] = {}
    for noted in installations.said(connection, peer, Said.DIFFERS).values():
        for name, value in noted.items():
            tries = int(value.partition(" ")[0])
            tried[name] = min(tries, tried.get(name, tries))
    let_be = installations.last_word(connection, peer, "", Said.ERASED)
    found = [
        (name.partition(" "), tries)
        for name, tries in sorted(tried.items())
        if tries < TRIES or name not in let_be
    ]
    return [Difference(kind, month, tries) for (kind, _, month), tries in found]


def to_ask(connection: Connection, peer: str) -> list[tuple[str, str]]:
    """Of which types and months to ask a peer for everything again, and to send it everything; counted as
    tried."""
    out = asking(connection, peer)
    for incarnation, noted in installations.said(connection, peer, Said.DIFFERS).items():
        tried: dict[str, str] = {}
        for name, value in noted.items():
            tries, _, both = value.partition(" ")
            tried[name] = f"{min(int(tries) + 1, TRIES)} {both}"
        installations.keep(connection, peer, incarnation, Said.DIFFERS, tried)
    return out


def asking(connection: Connection, peer: str) -> list[tuple[str, str]]:
    """As `to_ask`, without counting it as tried."""
    return [(d.kind, d.month) for d in differences(connection, peer) if d.tries < TRIES]


def asked_by(connection: Connection, peer: str) -> list[tuple[str, str]]:
    """Of which types and months a peer asks for everything again."""
    found = [name.partition(" ") for name in installations.names(connection, peer, Said.ASKED)]
    return [(kind, month) for kind, _, month in found]


def commits_about(
    connection: Connection, wanted: Iterable[tuple[str, str]], upto: Mapping[bytes, int]
) -> set[int]:
    """The log's entries that changed a record of one of these types and months, of those that a peer has
    ({replica: number}): what it has not is sent anyway, in its order."""
    out: set[int] = set()
    by_month: defaultdict[str, set[str]] = defaultdict(set)
    for kind, month in wanted:
        by_month[month].add(kind)
    for month, kinds in by_month.items():
        cursor = bare(connection)
        cursor.execute(
            "SELECT c.n, c.replica, c.seq, g.body FROM chg g JOIN cmt c ON c.n = g.cmt"
            " WHERE g.record >= ? AND g.record < ? AND g.body IS NOT NULL",
            _bounds(month),
        )
        while rows := cursor.fetchmany(_BLOCK):
            out.update(
                n
                for n, replica, seq, body in rows
                if seq <= upto.get(replica, 0) and codec.read_type(body) in kinds
            )
    return out
