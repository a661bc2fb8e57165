"""Which matters a printed form can really be made of, and why one cannot, before anybody tries."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType

from station_desk.casework.browse import MatterDetail, MatterFilter, MatterRow
from station_desk.casework.context import Desk
from station_desk.casework.dossier_papers import ASKED, latest_form
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Issue, Suggestion
from station_desk.store import queries
from station_desk.store.detail import load_matter
from station_desk.store.sqlio import rows_for


class Paper(StrEnum):
    """What a form is printed from."""

    VISIT = "visit"
    REFUSAL = "refusal"
    HANDED = "handed"
    TOLD = "told"
    SUGGESTION = "suggestion"
    MOTION = "motion"
    ANSWER = "answer"
    ASKED = "asked"
    OWED = "owed"
    SUPERVISED = "supervised"


@dataclass(frozen=True, slots=True)
class _Among:
    """Where to look: matters of these tracks (all where empty), open ones only, and of those the ids `having`
    finds, which is SQL with `{keys}` for the ids asked about. `own` finds all that may do from their own
    side, for papers that few matters have."""

    tracks: tuple[str, ...] = ()
    open: bool | None = None
    having: str = ""
    own: str = ""


_STAGES = ", ".join(f"'{stage}'" for stage in ASKED)
_BATCH, _BATCHES = 64, 60
"""Matters looked at together, and how often: what is typed narrows a large desk further."""

_AMONG: Mapping[Paper, _Among] = MappingProxyType(
    {
        Paper.VISIT: _Among(
            ("issue",), having="SELECT id FROM issue WHERE visit IS NOT NULL AND id IN {keys}"
        ),
        Paper.REFUSAL: _Among(
            ("issue",), own="SELECT DISTINCT matter FROM step WHERE verb = 'refuse' AND void IS NULL"
        ),
        Paper.HANDED: _Among(
            having="SELECT DISTINCT matter FROM assignment WHERE void IS NULL AND matter IN {keys}"
        ),
        Paper.OWED: _Among(
            open=True, having="SELECT DISTINCT matter FROM assignment WHERE void IS NULL AND matter IN {keys}"
        ),
        Paper.TOLD: _Among(),
        Paper.SUGGESTION: _Among(("suggestion",)),
        Paper.MOTION: _Among(("motion",)),
        Paper.ANSWER: _Among(
            having="SELECT DISTINCT matter FROM reply WHERE void IS NULL AND matter IN {keys}"
        ),
        Paper.ASKED: _Among(
            ("suggestion",),
            having=f"SELECT m.id FROM matter m WHERE (m.stage IN ({_STAGES}) OR EXISTS (SELECT 1 FROM"
            " consultation c WHERE c.matter = m.id AND c.void IS NULL)) AND m.id IN {keys}",
        ),
        Paper.SUPERVISED: _Among(
            ("suggestion",), own="SELECT DISTINCT matter FROM supervision WHERE void IS NULL"
        ),
    }
)


def prints(paper: Paper, detail: MatterDetail) -> bool:
    """Whether the paper can be made of this matter as it stands."""
    match paper:
        case Paper.VISIT:
            return isinstance(detail.record, Issue) and detail.record.visit is not None
        case Paper.REFUSAL:
            return any(row.step.verb == "refuse" and not row.odd for row in detail.steps)
        case Paper.HANDED:
            return any(row.state != "returned" for row in detail.assignments)
        case Paper.OWED:
            return detail.row.closed_on is None and any(row.live for row in detail.assignments)
        case Paper.TOLD:
            behind = any(link.kind == "raised-from" and link.outward for link in detail.links)
            return isinstance(detail.record, Issue) or behind
        case Paper.ANSWER:
            return bool(detail.replies)
        case Paper.ASKED:
            asked = (latest_form(detail, row)[0] for row in detail.signers)
            return isinstance(detail.record, Suggestion) and any(asked)
        case Paper.SUPERVISED:
            return detail.supervision is not None
        case Paper.SUGGESTION | Paper.MOTION:
            return detail.row.track == paper.value


def offered(desk: Desk, paper: Paper, text: str, *, limit: int = 8) -> list[MatterRow]:
    """The newest matters named by `text` (any where empty) that the paper can be made of, at most `limit`."""
    among = _AMONG[paper]
    wanted = MatterFilter(text=text, tracks=among.tracks, open=among.open)
    found: list[MatterRow] = []
    with desk.reading() as connection:
        if among.own:
            own = connection.exec_driver_sql(among.own).all()
            wanted = replace(wanted, ids=tuple(RecordId(row[0]) for row in own))
        after: tuple[str, int] | None = None
        for _ in range(_BATCHES):
            rows = queries.page(connection, wanted, limit=_BATCH, after=after)
            keys = [row.id for row in rows]
            may = {row[0] for row in rows_for(connection, among.having, keys)} if among.having else set(keys)
            for row in rows:
                detail = load_matter(connection, row.id, desk.find_profile) if row.id in may else None
                if detail is not None and prints(paper, detail):
                    found.append(row)
                    if len(found) == limit:
                        return found
            if len(rows) < _BATCH:
                break
            after = ("", rows[-1].rank)
    return found
