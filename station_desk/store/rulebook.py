"""The rule profiles of a desk: the built-in one and those that offices wrote, and which is in force."""

from __future__ import annotations

from collections.abc import Callable

from station_desk.domain.profile import RuleProfile
from station_desk.domain.profile_text import parse
from station_desk.errors import ValidationError
from station_desk.store.engine import Connection
from station_desk.store.sites import own_word


class Rulebook:
    """Profiles read from their text once. `builtin` gives the one that every desk has."""

    def __init__(self, builtin: Callable[[], RuleProfile]) -> None:
        self._load = builtin
        self._builtin: RuleProfile | None = None
        self._read: dict[bytes, RuleProfile | None] = {}

    def builtin(self) -> RuleProfile:
        """The profile that came with the program."""
        if self._builtin is None:
            self._builtin = self._load()
        return self._builtin

    def find(self, connection: Connection, version: str) -> RuleProfile | None:
        """The profile of that version, voided or not; None where it has not arrived."""
        builtin = self.builtin()
        if version == builtin.version:
            return builtin
        row = connection.exec_driver_sql(
            "SELECT id FROM profile WHERE version = ? AND body IS NOT NULL"
            " ORDER BY void IS NOT NULL, id LIMIT 1",
            (version,),
        ).first()
        if row is None:
            return None
        # Kept by record, not by version: two offices may use one name, and the older record then speaks.
        if row[0] not in self._read:
            body = connection.exec_driver_sql("SELECT body FROM profile WHERE id = ?", (row[0],)).scalar()
            try:
                self._read[row[0]] = parse(body or "")
            except ValidationError:  # from a newer program: as if it had not arrived
                self._read[row[0]] = None
        return self._read[row[0]]

    def has(self, connection: Connection, version: str) -> bool:
        """Whether a profile of that version stands and is not voided."""
        row = connection.exec_driver_sql(
            "SELECT 1 FROM profile WHERE version = ? AND void IS NULL LIMIT 1", (version,)
        ).first()
        return row is not None or version == self.builtin().version

    def in_force(self, connection: Connection, office: str) -> RuleProfile:
        """The profile that new matters of that congress office begin under."""
        row = record_in_force(connection, office)
        found = self.find(connection, row[1]) if row is not None else None
        return found or self.builtin()


def record_in_force(connection: Connection, office: str) -> tuple[bytes, str] | None:
    """The id and version of the edited profile in force for an office: its own newest, else that of the
    nearest office above that wrote one; None where the built-in is.

    Newest is by Lamport number, then id: the same commits choose the same profile on every desk, whatever
    its clock says. Only an office's own word counts, so that no station sets another's rules.
    """
    written: dict[str, tuple[bytes, str]] = {}
    for site, record, version in connection.exec_driver_sql(
        "SELECT c.site, p.id, p.version FROM profile p CROSS JOIN chg g ON g.record = p.id AND g.made = 1"
        " CROSS JOIN cmt c ON c.n = g.cmt WHERE p.void IS NULL AND p.body IS NOT NULL"
        " ORDER BY c.lamport, p.id"
    ):
        written[site] = (record, version)
    at = office
    seen: set[str] = set()
    while written and at and at not in seen:
        if at in written:
            return written[at]
        seen.add(at)
        _, at = own_word(connection, at)
    return None
