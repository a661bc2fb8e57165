"""What is asked of a report: period, scope, record, masking, and who makes it when."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from station_desk.casework.browse import MatterFilter
from station_desk.casework.statistics import Period
from station_desk.domain.declare import RecordId


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRequest:
    """One asking. `scope` is a station's code, "" for the whole desk; `record` what a form is about.

    `filter` narrows a ledger or an overdue list further (its text, category, stage …). `masked` hides
    visitors' names, numbers and addresses; `made_at` is also the day on which things are overdue.
    `undecided` is a form's footnote of values in conflict, filled in as it is made.
    """

    period: Period | None = None
    scope: str = ""
    record: RecordId | None = None
    filter: MatterFilter | None = None
    masked: bool = True
    made_by: str = ""
    made_at: datetime = field(default_factory=datetime.now)
    undecided: str = ""

    @property
    def today(self) -> date:
        """The day the report is made."""
        return self.made_at.date()
