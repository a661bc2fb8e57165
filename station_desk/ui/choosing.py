"""Options from the office's lists for lines one chooses in, looked up by name or by pinyin initials."""

from __future__ import annotations

from collections.abc import Iterable

from station_desk.casework.pinyin import begins_with
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Deputy, Grid, Unit
from station_desk.domain.vocabulary import LEVELS
from station_desk.ui.session import Session
from station_desk.ui.widgets.choice import OFFERED, ChoiceLine, containing
from station_desk.ui.widgets.picks import Deliver, Pick


def deputy_options(deputies: Iterable[tuple[RecordId, Deputy]]) -> list[Pick]:
    """Deputies with their level."""
    return [Pick(d.name or "", LEVELS.label(d.level), key.hex()) for key, d in deputies]


def unit_options(units: Iterable[tuple[RecordId, Unit]]) -> list[Pick]:
    """Units by their whole names."""
    return [Pick(unit.name or "", "", key.hex()) for key, unit in units]


def grid_options(grids: Iterable[tuple[RecordId, Grid]]) -> list[Pick]:
    """Grids, each after its village unless its own name begins with that."""
    return [Pick(_grid_name(grid), "", key.hex()) for key, grid in grids]


def _grid_name(grid: Grid) -> str:
    village, name = grid.village or "", grid.name or ""
    return name if name.startswith(village) else f"{village}{name}"


def look_up_by_pinyin(session: Session, line: ChoiceLine) -> None:
    """Let `line` find its options by pinyin initials (`zsf`) as well as by their characters."""

    def lookup(text: str, deliver: Deliver) -> None:
        options = line.options()

        def find() -> list[Pick]:
            found = containing(options, text)
            if text.isascii() and text.isalpha():
                by_letters = [p for p in options if p not in found and begins_with(p.text, text.lower())]
                return [*by_letters, *found][:OFFERED]
            return found

        session.read(find, deliver, owner=line)

    line.lookup = lookup


def record_id(key: str) -> RecordId | None:
    """The record a key stands for; None for no key."""
    return RecordId(bytes.fromhex(key)) if key else None
