"""Attached files whose bytes are not at this desk: no fault of it, but to be known."""

from __future__ import annotations

from dataclasses import dataclass

from station_desk.casework.context import Desk
from station_desk.domain.declare import RecordId
from station_desk.i18n import translate
from station_desk.store.files import Files, path_beside


@dataclass(frozen=True, slots=True)
class AbsentFile:
    """A file that a matter names and this desk has not: its name, and the matter."""

    matter: RecordId
    number: str
    title: str
    name: str

    def words(self) -> str:
        """What is missing, for a remark."""
        return translate(
            "absent", "“{file}” of {matter} has not arrived here: only its name and size are known.",
            file=self.name, matter=self.number or self.title,
        )  # fmt: skip


def files(desk: Desk) -> list[AbsentFile]:
    """Every attached file whose bytes are missing, by matter; what was taken off its matter is not asked."""
    with desk.reading() as connection:
        rows = connection.exec_driver_sql(
            "SELECT a.sha256, m.id, COALESCE(m.official_number, m.number), m.title, a.name"
            " FROM attachment a JOIN matter m ON m.id = a.matter"
            " WHERE a.void IS NULL AND m.void IS NULL AND a.sha256 IS NOT NULL ORDER BY m.n, a.id"
        ).all()
    with Files(path_beside(desk.path)) as store:
        here = store.here(dict.fromkeys(row[0] for row in rows))
    return [
        AbsentFile(RecordId(matter), number or "", title or "", name or "")
        for sha, matter, number, title, name in rows
        if sha not in here
    ]
