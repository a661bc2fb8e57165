"""A package's commits as its lines: what of each the recipient may see, as far as they fit into one file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from station_desk.exchange import package
from station_desk.exchange.manifest import MAX_UNPACKED
from station_desk.exchange.scope import AT_HOME, Scope
from station_desk.i18n import translate
from station_desk.progress import Progress
from station_desk.store.engine import Connection
from station_desk.store.sqlio import rows_for

_AT_ONCE = 400
_WITHHELD = 400_000  # so that the headers, which name each, are within what a reader takes
_FIRST = b'{"t":"'
_NAMED = [_FIRST + name.encode() + b'"' for name in sorted(AT_HOME)]
_STAYS = " OR ".join(f"substr(body, 1, {len(start)}) = x'{start.hex()}'" for start in _NAMED)
_HEADERS = "SELECT n, header, signature, site FROM cmt WHERE n IN {keys} ORDER BY n"
_JOINED = (
    "SELECT cmt, count(*), sum(said <> 'null'), sum(odd),"
    " CAST(group_concat(said, ',' ORDER BY place) AS BLOB)"
    f" FROM (SELECT cmt, place, substr(body, 1, {len(_FIRST)}) <> x'{_FIRST.hex()}' AS odd,"
    f" CASE WHEN body IS NULL OR {_STAYS} THEN 'null' ELSE CAST(body AS TEXT) END AS said"
    " FROM chg WHERE cmt IN {keys}) GROUP BY cmt"
)
"""The changes of a commit as its line has them, for who may see all but what stays at home; `odd`: so many
that another program wrote do not begin with their type."""

_Line = tuple[bytes, int, int]
"""A line, its changes that are there, and those withheld."""


@dataclass(slots=True)
class Counted:
    """What went into a package: log numbers `carried`; so many commits `left` that did not fit. `last`: the
    log number after which nothing fitted, None where all did."""

    commits: int = 0
    changes: int = 0
    withheld: int = 0
    bytes: int = 0
    left: int = 0
    carried: list[int] = field(default_factory=list)
    last: int | None = None


def lines(
    connection: Connection, to: str, scope: Scope, wanted: Sequence[int], counted: Counted, progress: Progress
) -> Iterator[bytes]:
    """The lines of those log entries for the site `to`, in their order and as many as fit; counted."""
    for start in range(0, len(wanted), _AT_ONCE):
        part = wanted[start : start + _AT_ONCE]
        progress(start, len(wanted), translate("stream", "Collecting what {site} has not seen", site=to))
        found = _all_of if scope.everything else _seen_of
        for place, (line, shown, withheld) in enumerate(found(connection, to, scope, part), start):
            if (
                counted.commits == package.MAX_COMMITS
                or counted.changes + shown > package.MAX_CHANGES
                or counted.withheld + withheld > _WITHHELD
                or counted.bytes + len(line) > MAX_UNPACKED
            ):
                # The chain: nothing after what did not fit.
                counted.left = len(wanted) - place
                counted.last = wanted[place - 1] if place else 0
                return
            counted.commits += 1
            counted.carried.append(wanted[place])
            counted.changes += shown
            counted.withheld += withheld
            counted.bytes += len(line)
            yield line


def _all_of(connection: Connection, to: str, scope: Scope, part: Sequence[int]) -> Iterator[_Line]:
    """As `_seen_of`, where all but what stays at home is shown: written by the database, at a third of the
    cost."""
    joined = {n: rest for n, *rest in rows_for(connection, _JOINED, part)}
    for n, raw, signature, site in rows_for(connection, _HEADERS, part):
        total, shown, odd, changes = joined.get(n, (0, 0, 0, b""))
        if odd or site == to:
            yield from _seen_of(connection, to, scope, [n])
        else:
            yield package.line_joined(raw, signature, changes), shown, total - shown


def _seen_of(connection: Connection, to: str, scope: Scope, part: Sequence[int]) -> Iterator[_Line]:
    changes: dict[int, list[tuple[bytes, bytes | None]]] = {n: [] for n in part}
    sql = "SELECT cmt, record, body FROM chg WHERE cmt IN {keys} ORDER BY cmt, place"
    for n, record, body in rows_for(connection, sql, part):
        changes[n].append((record, body))
    for n, raw, signature, site in rows_for(connection, _HEADERS, part):
        # What a site wrote itself comes back to it whole: it may have been restored from a backup.
        bodies = [
            body if body is not None and (site == to or scope.shows(connection, record, body)) else None
            for record, body in changes[n]
        ]
        shown = sum(body is not None for body in bodies)
        yield package.line_of(raw, signature, bodies), shown, len(bodies) - shown
