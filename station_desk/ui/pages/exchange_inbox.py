"""The files put in and not yet decided: their list, and what is known of each."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from station_desk.exchange.inbox import Preview
from station_desk.exchange.ledgers import LedgerResult
from station_desk.exchange.replysheets import Proposal
from station_desk.ui.pages.exchange_ledger import LedgerTrial
from station_desk.ui.pages.exchange_peers import Incoming

Shown = Preview | LedgerTrial | LedgerResult | Proposal


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

    def keep(self, path: Path, reason: str, kind: str = "", fingerprint: str = "") -> None:
        """It cannot be taken in yet, and waits for what `kind` (of `doubts`) says, of a stranger with the
        fingerprint; one not in the list is put at its end."""
        if self.place(path) < 0:
            self.files.append(Incoming(path, path.name, reason, "kept"))
        self._reasons[path] = reason
        self._shown.pop(path, None)
        self._note(path, state="kept", second=reason)
        place = self.place(path)
        self.files[place] = replace(self.files[place], kind=kind, fingerprint=fingerprint)

    def gone(self, path: Path) -> None:
        """It is decided elsewhere: out of the list, without a word."""
        at = self.file()
        self.files = [file for file in self.files if file.path != path]
        self.current = self.place(at.path) if at is not None else -1

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
