"""The rule profiles of a desk: the built-in one and those that offices wrote, and which is in force."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from station_desk.domain.profile import RuleProfile
from station_desk.domain.profile_text import parse
from station_desk.errors import ValidationError
from station_desk.store.engine import Connection
from station_desk.store.sites import line, own_word


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

    def find(
        self, connection: Connection, version: str, office: str | None, station: str | None
    ) -> RuleProfile | None:
        """The profile of that version for a matter of that office and station, voided or not; None where it
        has not arrived."""
        builtin = self.builtin()
        if version == builtin.version:
            return builtin
        record = record_of(connection, version, office, station)
        return self._text(connection, record) if record is not None else None

    def _text(self, connection: Connection, record: bytes) -> RuleProfile | None:
        # Kept by record, not by version: two offices may use one name.
        if record not in self._read:
            body = connection.exec_driver_sql("SELECT body FROM profile WHERE id = ?", (record,)).scalar()
            try:
                self._read[record] = parse(body or "")
            except (ValidationError, RecursionError):  # from a newer program: as if it had not arrived
                self._read[record] = None
        return self._read[record]

    def has(self, connection: Connection, version: str) -> bool:
        """Whether a profile of that version stands and is not voided."""
        row = connection.exec_driver_sql(
            "SELECT 1 FROM profile WHERE version = ? AND void IS NULL LIMIT 1", (version,)
        ).first()
        return row is not None or version == self.builtin().version

    def in_force(self, connection: Connection, office: str) -> RuleProfile:
        """The profile that new matters of that congress office begin under: of those that `in_order` names
        the first that this program can read."""
        for _, _, record in in_order(connection, office):
            found = self._text(connection, record)
            if found is not None:
                return found
        return self.builtin()

    def unread(self, connection: Connection, office: str) -> tuple[str, str] | None:
        """The office and version of the profile that would be in force if this program could read it, as one
        of a newer program; None where it can."""
        first = next(in_order(connection, office), None)
        return first[:2] if first is not None and self._text(connection, first[2]) is None else None


def in_order(connection: Connection, office: str) -> Iterator[tuple[str, str, bytes]]:
    """The edited profiles that bind an office, each with its office, version and id: its own, the newest
    first, then those of the nearest office above that wrote some, and so on. After them comes the built-in
    one.

    Newest is by Lamport number, then id: the same commits choose the same profile on every desk, whatever
    its clock says. Only an office's own word counts, so that no station sets another's rules.
    """
    written: dict[str, list[tuple[str, bytes]]] = {}
    for site, version, record in connection.exec_driver_sql(
        "SELECT c.site, p.version, p.id FROM profile p CROSS JOIN chg g ON g.record = p.id AND g.made = 1"
        " CROSS JOIN cmt c ON c.n = g.cmt WHERE p.void IS NULL AND p.body IS NOT NULL"
        " AND p.version IS NOT NULL ORDER BY c.lamport DESC, p.id DESC"
    ):
        written.setdefault(site, []).append((version, record))
    at = office
    seen: set[str] = set()
    while written and at and at not in seen:
        for version, record in written.get(at, ()):
            yield at, version, record
        seen.add(at)
        _, at = own_word(connection, at)


def record_of(connection: Connection, version: str, office: str | None, station: str | None) -> bytes | None:
    """The id of the edited profile that a matter of that office and station means by a version: the word of
    the office itself, else of the nearest above it that wrote one; else of those above the station, which
    began it under its own office's; else of the station, which had no office then.

    Nobody else's counts, or any site could set the rules of all by writing one under their version's name.
    """
    rows = connection.exec_driver_sql(
        "SELECT c.site, p.id FROM profile p CROSS JOIN chg g ON g.record = p.id AND g.made = 1"
        " CROSS JOIN cmt c ON c.n = g.cmt WHERE p.version = ? AND p.body IS NOT NULL"
        " ORDER BY p.void IS NULL, c.lamport DESC, p.id DESC",
        (version,),
    ).all()
    if not rows:
        return None
    written: dict[str, bytes] = dict(rows)  # of several by one site the first that is not voided
    for at in (office, station):
        if at is None:
            continue
        for site in (*((at,) if at == office else ()), *line(connection, at)):
            if site in written:
                return written[site]
    return written.get(station or "")
