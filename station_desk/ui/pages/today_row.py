"""A row of today's list: when, what, who has it, what next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from station_desk.casework.daybook import Waits
from station_desk.domain.tracks import TRACKS
from station_desk.ui import marking, words
from station_desk.ui.pages import parts
from station_desk.ui.widgets.rows import TodayRow


def row_of(item: Waits, today: date, chosen: Sequence[str]) -> TodayRow:
    """What the list shows of a matter; `chosen` are the parts of its second line."""
    row = item.row
    due = words.due_of(row, today, item.calendar)
    return TodayRow(
        due.first,
        due.second,
        row.title,
        parts.line(row, chosen),
        words.who_has_it(row),
        words.stage_second(row),
        str(item.next.label) if item.next else "",
        due.tone,
        due.pressing,
        due.icon,
        marking.listed(row),
    )


def next_verbs() -> list[str]:
    """Every verb that can stand on a row's button, in the language shown."""
    return [
        str(track.steps[stage.next].label)
        for track in TRACKS.values()
        for stage in track.stages.values()
        if stage.next
    ] + [str(track.steps["urge"].label) for track in TRACKS.values()]
