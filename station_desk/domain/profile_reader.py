"""Reads the tables of a rule profile's file and collects what is wrong with them, by key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from station_desk import i18n
from station_desk.errors import Problem
from station_desk.i18n import Label

Table = Mapping[str, object]


@dataclass(slots=True)
class Reader:
    """Reads tables of the file and collects every problem under the full key it was found at.

    A wrong value is reported and stands in as an empty one, so that one reading finds all that is wrong.
    """

    problems: list[Problem] = field(default_factory=list)

    def wrong(self, key: str, message: str) -> None:
        self.problems.append(Problem(key, f"{key}: {message}"))

    def known(self, table: Table, key: str, *names: str) -> None:
        """Refuses names nobody reads: a misspelt one would be silently without effect."""
        for name in table:
            if name not in names:
                self.wrong(f"{key}.{name}" if key else name, i18n.translate("profile", "unknown name"))

    def table(self, of: Table, name: str, key: str) -> Table:
        value = of.get(name)
        if isinstance(value, dict):
            return value
        self.wrong(key, i18n.translate("profile", "this section is missing"))
        return {}

    def tables(self, of: Table, name: str, key: str) -> Iterator[tuple[str, Table]]:
        """Named sub-tables `[section.name]` in the order of the file."""
        for child, value in self.table(of, name, key).items():
            if isinstance(value, dict):
                yield child, value
            else:
                self.wrong(f"{key}.{child}", i18n.translate("profile", "must be a section of its own"))

    def rows(self, of: Table, name: str, key: str) -> Iterator[tuple[str, Table]]:
        """Entries of a list of tables, each with its key and place in the list."""
        value = of.get(name)
        if not isinstance(value, list) or not value:
            self.wrong(key, i18n.translate("profile", "this list is missing"))
            return
        for place, row in enumerate(value, 1):
            if isinstance(row, dict):
                yield f"{key}[{place}]", row
            else:
                self.wrong(
                    f"{key}[{place}]", i18n.translate("profile", "must be an entry with names and values")
                )

    def text(self, of: Table, name: str, key: str, default: str | None = None) -> str:
        value = of.get(name, default)
        if isinstance(value, str) and (value.strip() or default is not None):
            return value
        self.wrong(f"{key}.{name}" if key else name, i18n.translate("profile", "must be a text"))
        return ""

    def flag(self, of: Table, name: str, key: str) -> bool:
        value = of.get(name)
        if isinstance(value, bool):
            return value
        self.wrong(f"{key}.{name}", i18n.translate("profile", "must be true or false"))
        return False

    def texts(
        self, of: Table, name: str, key: str, default: tuple[str, ...] | None = None
    ) -> tuple[str, ...]:
        value = of.get(name)
        if value is None and default is not None:
            return default
        if isinstance(value, list) and value and all(isinstance(item, str) and item for item in value):
            return tuple(value)
        self.wrong(f"{key}.{name}", i18n.translate("profile", "must be a list of texts"))
        return ()

    def day(self, value: object, key: str) -> date | None:
        if isinstance(value, date) and not isinstance(value, datetime):
            return value
        self.wrong(key, i18n.translate("profile", "must be a date such as 2026-10-01"))
        return None

    def label(self, of: Table, key: str, zh: str = "name", en: str = "name_en") -> Label:
        chinese = self.text(of, zh, key)
        return Label(self.text(of, en, key, chinese), chinese)

    def origin(self, of: Table, key: str) -> tuple[str, bool]:
        """Where a value comes from and whether somebody confirmed it: no value goes without."""
        return self.text(of, "source", key), self.flag(of, "confirmed", key)
