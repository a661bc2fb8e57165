"""Plain values set aside as changes come: two wrote at once, one value shows, and somebody is to be told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from station_desk.domain.declare import Declared, RecordId
from station_desk.domain.fold import ChangeView, Folded, fold


class Lost(NamedTuple):
    """A field's value that does not show, by the change that wrote it."""

    record: RecordId
    field: str
    change: bytes


class Aside:
    """What changes set aside in the course of one import, also where it is told in several batches.

    Whatever of a record was set aside before was told when it came, and is not told again.
    """

    def __init__(self) -> None:
        self._was: dict[RecordId, frozenset[tuple[str, bytes]]] = {}
        self._now: dict[RecordId, tuple[tuple[str, bytes], ...]] = {}

    def holds(self, record: RecordId) -> bool:
        """Whether values of it were set aside earlier in this import: what comes after may settle them."""
        return record in self._now

    def note(
        self,
        record: RecordId,
        declared: Mapping[str, Declared],
        earlier: Sequence[ChangeView],
        folded: Folded,
    ) -> None:
        """A record folded anew; `earlier` are its changes without those that came now."""
        if record not in self._was:
            # Folded a second time only here: few records of an import have two values written at once.
            self._was[record] = frozenset(fold(declared, earlier).aside) if earlier else frozenset()
        self._now[record] = folded.aside

    def lost(self) -> list[Lost]:
        """What this import set aside, in the order of the records."""
        return [
            Lost(record, field, change)
            for record, found in sorted(self._now.items())
            for field, change in found
            if (field, change) not in self._was[record]
        ]
