"""The files put in and not yet decided: their list, what is known of each, and lasting copies."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from pathlib import Path

from station_desk.errors import UserError
from station_desk.exchange.inbox import Preview
from station_desk.exchange.ledgers import LedgerResult
from station_desk.exchange.replysheets import Proposal
from station_desk.i18n import translate
from station_desk.ui.pages.exchange_ledger import LedgerTrial
from station_desk.ui.pages.exchange_peers import Incoming

Shown = Preview | LedgerTrial | LedgerResult | Proposal


class Spool:
    """A folder beside the desk with a copy of each file that waits: a stick may be pulled out."""

    def __init__(self, desk: Path) -> None:
        self.folder = desk.with_name(f"{desk.stem}-inbox")

    def place(self, source: Path) -> Path:
        """Where the copy of `source` lies or will lie; the same file again has the same place."""
        if source.parent == self.folder:
            return source
        number = 1
        place = self.folder / source.name
        while place.exists() and not _same(place, source):
            number += 1
            place = self.folder / f"{source.stem} ({number}){source.suffix}"
        return place

    def keep(self, source: Path, place: Path) -> None:
        """Copy `source` to its place, whole or not at all. UserError where it cannot be read or written."""
        if place == source or (place.exists() and _same(place, source)):
            return
        part = place.with_name(f"{place.name}.part")
        try:
            self.folder.mkdir(exist_ok=True)
            shutil.copy2(source, part)
            os.replace(part, place)
        except OSError as error:
            raise UserError(
                translate(
                    "inbox",
                    "{file} cannot be read: {error}",
                    file=source.name,
                    error=error.strerror or str(error),
                )
            ) from error
        finally:
            part.unlink(missing_ok=True)

    def waiting(self) -> list[Path]:
        """The copies that wait for a decision, the latest last."""
        if not self.folder.is_dir():
            return []
        found = [file for file in self.folder.iterdir() if file.is_file() and file.suffix != ".part"]
        return sorted(found, key=lambda file: (file.stat().st_mtime, file.name))

    def drop(self, path: Path) -> None:
        """Remove the copy of a file that is decided; nothing outside the folder is touched."""
        if path.parent == self.folder:
            path.unlink(missing_ok=True)
            if not any(self.folder.iterdir()):
                self.folder.rmdir()


def _same(place: Path, source: Path) -> bool:
    try:
        mine, theirs = place.stat(), source.stat()
    except OSError:
        return False
    return (mine.st_size, int(mine.st_mtime)) == (theirs.st_size, int(theirs.st_mtime))


class Inbox:
    """The files of this sitting, the newest first; `current` is the one looked at, -1 for none."""

    def __init__(self) -> None:
        self.files: list[Incoming] = []
        self.current = -1
        self._shown: dict[Path, Shown] = {}
        self._reasons: dict[Path, str] = {}

    def add(self, path: Path, second: str) -> None:
        """Put a file in at the top; one that was there begins anew."""
        self.files = [file for file in self.files if file.path != path]
        self._shown.pop(path, None)
        self._reasons.pop(path, None)
        self.files.insert(0, Incoming(path, path.name, second, "waiting"))

    def file(self) -> Incoming | None:
        """The file looked at."""
        return self.files[self.current] if 0 <= self.current < len(self.files) else None

    def shown(self) -> Shown | None:
        """What is known of the file looked at."""
        file = self.file()
        return self._shown.get(file.path) if file is not None else None

    def reason(self) -> str:
        """Why the file looked at was refused."""
        file = self.file()
        return self._reasons.get(file.path, "") if file is not None else ""

    def place(self, path: Path) -> int:
        """Where the file stands in the list, -1 if it was put away meanwhile."""
        return next((number for number, file in enumerate(self.files) if file.path == path), -1)

    def know(self, path: Path, shown: Shown, *, title: str = "", second: str = "") -> None:
        """What was found out of a file, and its words in the list."""
        self._shown[path] = shown
        self._note(path, title=title, second=second)

    def taken(self, path: Path, shown: LedgerResult | None = None) -> None:
        """It is in the desk now."""
        if shown is not None:
            self._shown[path] = shown
        self._note(path, state="taken")

    def refuse(self, path: Path, reason: str) -> None:
        """It cannot be taken in."""
        self._reasons[path] = reason
        self._shown.pop(path, None)
        self._note(path, state="refused", second=reason)

    def leave(self) -> Incoming | None:
        """Take the file looked at out of the list."""
        file = self.file()
        if file is not None:
            self.files.remove(file)
            self._shown.pop(file.path, None)
            self._reasons.pop(file.path, None)
        return file

    def _note(self, path: Path, *, title: str = "", second: str = "", state: str = "") -> None:
        number = self.place(path)
        if number >= 0:
            file = self.files[number]
            self.files[number] = replace(
                file, title=title or file.title, second=second or file.second, state=state or file.state
            )
