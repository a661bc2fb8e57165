"""热点事项: the concerns raised most often and by most people in a period, each with its matters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from station_desk.casework.browse import MatterRow
from station_desk.casework.context import Desk
from station_desk.casework.statistics import Period, station_name
from station_desk.domain.declare import RecordId
from station_desk.progress import Progress, silent
from station_desk.store import directory, hot, queries
from station_desk.store.counts import Span
from station_desk.store.hot import Raised, Tie
from station_desk.store.queries import MatterFilter
from station_desk.store.similar import Vocabulary

MOST = 20
"""Lines of each list."""
ALIKE = hot.ALIKE


@dataclass(frozen=True, slots=True)
class Concern:
    """One concern: `head` the matter the others were merged into, else the first of them.

    `matters` are its issues of the period; of these `merged` into another, `linked` otherwise (the same,
    together, a sequel, or behind the same suggestion). `people` came, with those who came along, in `parties`
    visits; of a visit about several things all count for each. `alike`: not tied, but in much the same words.
    """

    head: MatterRow
    matters: tuple[RecordId, ...]
    merged: tuple[RecordId, ...]
    linked: tuple[RecordId, ...]
    people: int
    parties: int
    alike: tuple[RecordId, ...] = ()


@dataclass(frozen=True, slots=True)
class HotFigures:
    """The concerns of a period: `repeated` by how often they were raised, `crowded` by how many came."""

    period: Period
    scope_name: str
    profile: str
    stations: dict[str, str]
    issues: int
    repeated: tuple[Concern, ...]
    crowded: tuple[Concern, ...]


def hot_figures(
    desk: Desk, period: Period, scope: str = "", *, today: date, progress: Progress = silent
) -> HotFigures:
    """The concerns of a station (`scope`) or of all. UserError for an unknown station."""
    name = station_name(desk, scope)
    span = Span(period.first, period.last, today, scope)
    wanted = MatterFilter(tracks=("issue",), station=scope, opened_from=period.first, opened_to=period.last)
    with desk.reading() as connection:
        ties = hot.ties(connection)
        joined = _Joined(ties)
        raised = {one.id: one for one in hot.issues(connection, span, joined.known())}
        raised |= {one.id: one for one in hot.crowds(connection, span)}
        groups: defaultdict[RecordId, list[Raised]] = defaultdict(list)
        for one in raised.values():
            groups[joined.root(one.id)].append(one)
        crowd = {root: _people(found) for root, found in groups.items()}
        often = sorted(
            (root for root, found in groups.items() if len(found) > 1),
            key=lambda root: (-len(groups[root]), -crowd[root], root),
        )[:MOST]
        many = sorted(
            (root for root in groups if crowd[root] > 1),
            key=lambda root: (-crowd[root], -len(groups[root]), root),
        )[:MOST]
        vocabulary = Vocabulary()
        made: dict[RecordId, Concern] = {}
        for place, root in enumerate(dict.fromkeys([*often, *many])):
            progress(place, 2 * MOST, "")
            ids = [one.id for one in groups[root]]
            rows = queries.page(connection, MatterFilter(ids=tuple(ids)), limit=len(ids))
            head = joined.head(rows)
            merged = {tie.source for tie in joined.of(ids) if tie.kind == "merged-into"}
            made[root] = Concern(
                head,
                tuple(row.id for row in rows),
                tuple(row.id for row in rows if row.id in merged),
                tuple(row.id for row in rows if row.id not in merged and row.id != head.id),
                crowd[root],
                len({one.visit or one.id for one in groups[root]}),
                hot.alike(connection, vocabulary, span, head, rows),
            )
        profile = desk.profile_in(connection)
        stations = {s.code or "": s.name or "" for _, s in directory.stations(connection)}
        issues = queries.count(connection, wanted)
    return HotFigures(
        period, name, f"{profile.name}（{profile.version}）", stations, issues,
        tuple(made[root] for root in often), tuple(made[root] for root in many),
    )  # fmt: skip


def _people(found: Sequence[Raised]) -> int:
    """Visitors with those who came along, a visit once."""
    return sum({one.visit or one.id: one.people for one in found}.values())


class _Joined:
    """Matters tied to each other, directly or by others."""

    def __init__(self, ties: Sequence[Tie]) -> None:
        self._above: dict[RecordId, RecordId] = {}
        self._ties: defaultdict[RecordId, list[Tie]] = defaultdict(list)
        for tie in ties:
            self._ties[tie.source].append(tie)
            above, below = self.root(tie.target), self.root(tie.source)
            if above != below:
                self._above[below] = above
            self._above.setdefault(tie.source, above)
            self._above.setdefault(tie.target, above)

    def known(self) -> Iterable[RecordId]:
        return self._above.keys()

    def root(self, record: RecordId) -> RecordId:
        """The one that stands for all that are tied to it."""
        while (above := self._above.get(record, record)) != record:
            self._above[record] = self._above.get(above, above)  # half the way for the next one
            record = above
        return record

    def of(self, ids: Iterable[RecordId]) -> Iterable[Tie]:
        return (tie for record in ids for tie in self._ties.get(record, ()))

    def head(self, rows: Sequence[MatterRow]) -> MatterRow:
        """Of these the one most others were merged into, else the first raised."""
        into: defaultdict[RecordId, int] = defaultdict(int)
        for tie in self.of(row.id for row in rows):
            into[tie.target] += tie.kind == "merged-into"
        return max(rows, key=lambda row: (into[row.id], -row.rank))
