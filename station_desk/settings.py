"""What this person chose on this computer, kept between starts as one small JSON file."""

from __future__ import annotations

import json
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path

from station_desk import paths
from station_desk.i18n import CHINESE, LANGUAGES
from station_desk.whole import whole

LOOKS = ("light", "dark", "contrast")
SCALES = (100, 125, 150, 175, 200)


@dataclass(frozen=True, slots=True)
class Settings:
    """`language` zh_CN or en; `look` light, dark or contrast; `scale` of the text in per cent, 100 to 200;
    `desk` the desk opened last; `clerk` who sits here; `at_work` who works
    at which desk now (by the path of its file); `backups` the folder backups go to; `window`
    geometry and last page, as the window wrote them.
    """

    language: str = CHINESE
    look: str = "light"
    scale: int = 100
    desk: str = ""
    clerk: str = ""
    at_work: Mapping[str, str] = field(default_factory=dict)
    backups: str = ""
    window: Mapping[str, str] = field(default_factory=dict)


def _fits(name: str, value: object) -> bool:
    match name:
        case "language":
            return value in LANGUAGES
        case "look":
            return value in LOOKS
        case "scale":
            return isinstance(value, int) and not isinstance(value, bool) and 100 <= value <= 200
        case "window" | "at_work":
            return isinstance(value, dict) and all(isinstance(text, str) for text in value.values())
        case _:
            return isinstance(value, str)


class SettingsFile:
    """The file and the values in force: `values`, `change(look="dark")`.

    `unknown` holds names this version does not know (from a newer one): reported, kept and written back.
    `problems` says which values did not fit and were replaced by their default.
    """

    def __init__(self, file: Path | None = None) -> None:
        self.file = file or paths.user_data() / "settings.json"
        self.unknown: dict[str, object] = {}
        self.problems: list[str] = []
        self.values = self._read()

    def _read(self) -> Settings:
        if not self.file.exists():
            return Settings()
        try:
            found = json.loads(self.file.read_text("utf-8"))
        except (OSError, ValueError):
            found = None
        if not isinstance(found, dict):
            self.problems.append(f"{self.file.name}: not readable, defaults are used")
            return Settings()
        names = {known.name for known in fields(Settings)}
        values = {}
        for name, value in found.items():
            if name not in names:
                self.unknown[name] = value
            elif _fits(name, value):
                values[name] = value
            else:
                self.problems.append(f"{self.file.name}: {name} does not fit, the default is used")
        return replace(Settings(), **values)

    def change(self, **values: object) -> Settings:
        """Put new values in force and write the file. TypeError for an unknown name or an unfit value."""
        for name, value in values.items():
            if name not in Settings.__slots__ or not _fits(name, value):
                raise TypeError(f"{name}: {value!r}")
        self.values = replace(self.values, **values)  # type: ignore[arg-type]
        self.write()
        return self.values

    def write(self) -> None:
        """Write the file whole."""
        kept: dict[str, object] = {known.name: getattr(self.values, known.name) for known in fields(Settings)}
        kept["window"] = dict(self.values.window)
        kept["at_work"] = dict(self.values.at_work)
        self.file.parent.mkdir(parents=True, exist_ok=True)
        with whole(self.file, synced=False) as file:
            file.write(json.dumps({**self.unknown, **kept}, ensure_ascii=False, indent=1).encode())

    def worker(self, desk: Path) -> str:
        """Who works at that desk now; the clerk where nobody was chosen for it, "" for nobody."""
        return self.values.at_work.get(str(desk.absolute())) or self.values.clerk

    def work_as(self, desk: Path, name: str) -> None:
        """Remember who works at that desk from now on."""
        self.change(at_work={**self.values.at_work, str(desk.absolute()): name})

    def window_notes(self) -> MutableMapping[str, str]:
        """A mapping the window writes its geometry to; `keep_window` stores it."""
        return dict(self.values.window)

    def keep_window(self, notes: Mapping[str, str]) -> None:
        """Store what the window noted; geometry is no reason to fail at closing."""
        self.values = replace(self.values, window=dict(notes))
        try:
            self.write()
        except OSError:
            self.problems.append(f"{self.file.name}: could not be written")
