"""The rule profiles of a desk: the built-in one and those that offices wrote, and which is in force."""

from __future__ import annotations

from collections.abc import Callable, Iterator

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
            except (ValidationError, RecursionError):  # from a newer program: as if it had not arrived
                self._read[row[0]] = None
        return self._read[row[0]]

    def has(self, connection: Connection, version: str) -> bool:
        """Whether a profile of that version stands and is not voided."""
        row = connection.exec_driver_sql(
            "SELECT 1 FROM profile WHERE version = ? AND void IS NULL LIMIT 1", (version,)
        ).first()
        return row is not None or version == self.builtin().version

    def in_force(self, connection: Connection, office: str) -> RuleProfile:
        """The profile that new matters of that congress office begin under: of those that `in_order` names
        the first that this program can read."""
        for _, version in in_order(connection, office):
            found = self.find(connection, version)
            if found is not None:
                return found
        return self.builtin()

    def unread(self, connection: Connection, office: str) -> tuple[str, str] | None:
        """The office and version of the profile that would be in force if this program could read it, as one
        of a newer program; None where it can."""
        site, version = next(in_order(connection, office), ("", ""))
        return (site, version) if version and self.find(connection, version) is None else None


def in_order(connection: Connection, office: str) -> Iterator[tuple[str, str]]:
    """The edited profiles that bind an office, each with its office and version: its own, the newest first,
    then those of the nearest office above that wrote some, and so on. After them comes the built-in one.

    Newest is by Lamport number, then id: the same commits choose the same profile on every desk, whatever
    its clock says. Only an office's own word counts, so that no station sets another's rules.
    """
    written: dict[str, list[str]] = {}
    for site, version in connection.exec_driver_sql(
        "SELECT c.site, p.version FROM profile p CROSS JOIN chg g ON g.record = p.id AND g.made = 1"
        " CROSS JOIN cmt c ON c.n = g.cmt WHERE p.void IS NULL AND p.body IS NOT NULL"
        " AND p.version IS NOT NULL ORDER BY c.lamport DESC, p.id DESC"
    ):
        written.setdefault(site, []).append(version)
    at = office
    seen: set[str] = set()
    while written and at and at not in seen:
        for version in written.get(at, ()):
            yield at, version
        seen.add(at)
        _, at = own_word(connection, at)
