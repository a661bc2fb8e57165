"""The inbox's own folder: a copy of every file that waits, what it waits for, and which files were met."""

from __future__ import annotations

import filecmp
import json
import os
import shutil
import threading
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from station_desk import paths
from station_desk.errors import Hindered
from station_desk.exchange import package
from station_desk.exchange.container import MAX_SEALED, too_large
from station_desk.exchange.writing import written
from station_desk.i18n import translate

ENDINGS = (package.SUFFIX, f"{package.SUFFIX}.age")
"""How the names of packages end, plain and sealed."""

_NOTES = "waiting.json"
_MET = "met.json"
_OWN = frozenset({_NOTES, _MET})
_KEPT = 20_000
_LONGEST = 180
_ENDING = 20
_COMPARED = 8 << 20


@dataclass(frozen=True, slots=True)
class Waiting:
    """A file that waits: for what (a kind of `doubts`, "" before anybody looked), in words, since when;
    `fingerprint` of the stranger whom it waits for, else ""."""

    path: Path
    kind: str
    reason: str
    since: datetime
    fingerprint: str = ""


class Spool:
    """The folder of one desk. What is in it lasts until it is decided; a stick may be pulled out."""

    def __init__(self, desk: Path) -> None:
        self.folder = paths.inbox(desk)

    # ---- files -----------------------------------------------------------------------------------------

    def place(self, source: Path) -> Path:
        """Where the copy of `source` lies or will lie; the same file again has the same place."""
        if source.parent == self.folder:
            return source
        number = 1
        stem, ending = map(_fit, _split(source.name))
        place = self.folder / f"{stem}{ending}"
        while place.exists() and not _same(place, source):
            number += 1
            place = self.folder / f"{stem} ({number}){ending}"
        return place

    def keep(self, source: Path, place: Path) -> None:
        """Copy `source` to its place, whole or not at all. Hindered where it cannot be read or written,
        UserError where it is larger than any package."""
        if place == source or (place.exists() and _same(place, source)):
            return
        part = place.with_name(f"{place.name}.part")
        try:
            if source.stat().st_size > MAX_SEALED:
                raise too_large()  # before it fills the desk's own disk
            self.folder.mkdir(exist_ok=True)
            shutil.copy2(source, part)
            os.replace(part, place)
        except OSError as error:
            raise Hindered(
                translate(
                    "inbox",
                    "{file} cannot be read: {error}",
                    file=paths.name_of(source),
                    error=error.strerror or str(error),
                )
            ) from error
        finally:
            with suppress(OSError):  # what went wrong before is said
                part.unlink(missing_ok=True)

    def pass_on(self, place: Path, folder: Path) -> Path:
        """Copy a file that waits into `folder`, for somebody else; returns the copy. UserError where it
        cannot be written there, or another file has its name."""
        target = folder / place.name
        if not (target.exists() and _same(target, place)):
            with place.open("rb") as source, written(target) as file:
                shutil.copyfileobj(source, file)
        return target

    def files(self) -> list[Path]:
        """The copies that wait, the latest last."""
        found: list[tuple[float, str]] = []
        # Another thread may be letting go of a file, and with the last of the folder.
        with suppress(OSError), os.scandir(self.folder) as entries:
            for entry in entries:
                if not entry.name.endswith(".part") and entry.name not in _OWN:
                    with suppress(OSError):
                        found.append((entry.stat().st_mtime, entry.name))
        return [self.folder / name for _, name in sorted(found)]

    def drop(self, *decided: Path) -> None:
        """Remove the copies of files that are decided; nothing outside the folder is touched."""
        notes = self._read(_NOTES)
        for path in decided:
            if path.parent == self.folder:
                path.unlink(missing_ok=True)
        left = {name: note for name, note in notes.items() if (self.folder / name).exists()}
        if left != notes:
            self._write(_NOTES, left)
        with suppress(OSError):  # something is left in it
            self.folder.rmdir()

    # ---- what they wait for ----------------------------------------------------------------------------

    def note(self, found: Iterable[tuple[Path, str, str, str]]) -> None:
        """Remember of copies (path, kind, reason, fingerprint) what they wait for."""
        notes = self._read(_NOTES)
        now = datetime.now().isoformat(timespec="seconds")
        for path, kind, reason, fingerprint in found:
            before = notes.get(path.name, ["", "", now])
            notes[path.name] = [kind, reason, before[2] if before[0] == kind else now, fingerprint]
        self._write(_NOTES, notes)

    def waiting(self) -> list[Waiting]:
        """All that waits, the latest last; what was never looked at has no kind."""
        notes = self._read(_NOTES)
        out: list[Waiting] = []
        for path in self.files():
            # One written by an earlier version has no fingerprint yet.
            kind, reason, since, mark = [*notes.get(path.name, []), "", "", "", ""][:4]
            try:
                when = datetime.fromisoformat(since)
            except ValueError:
                when = datetime.now()
            out.append(Waiting(path, kind, reason, when, mark))
        return out

    # ---- which files were met --------------------------------------------------------------------------

    def met(self) -> dict[str, list[str]]:
        """Files met in watched folders: {path: [size and time, SHA-256]}."""
        return self._read(_MET)

    def meet(self, found: Mapping[str, list[str]]) -> None:
        """Remember these besides; the oldest are let go once there are very many."""
        known = {**self._read(_MET), **found}
        self._write(_MET, dict(list(known.items())[-_KEPT:]))

    def _read(self, name: str) -> dict[str, list[str]]:
        """A note; one that cannot be read is begun anew, since every file can be looked at again."""
        try:
            found = json.loads((self.folder / name).read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        if not isinstance(found, dict):
            return {}
        return {
            key: row
            for key, row in found.items()
            if isinstance(row, list) and len(row) >= 2 and all(isinstance(cell, str) for cell in row)
        }

    def _write(self, name: str, rows: Mapping[str, list[str]]) -> None:
        if not rows:
            (self.folder / name).unlink(missing_ok=True)
            return
        part = self.folder / f"{name}-{threading.get_ident()}.part"
        self.folder.mkdir(exist_ok=True)
        text = json.dumps(rows)  # in ASCII: the path of a file that was met need not be UTF-8
        try:
            part.write_text(text, "ascii")
        except FileNotFoundError:  # another thread found the folder empty in that instant
            self.folder.mkdir(exist_ok=True)
            part.write_text(text, "ascii")
        os.replace(part, self.folder / name)


def is_package(path: Path) -> bool:
    """Whether a file's name says that it is a whole package: not one still being written, nor hidden."""
    name = path.name.lower()
    return name.endswith(ENDINGS) and not name.startswith((".", "~"))


def packages_in(sources: Iterable[Path]) -> list[Path]:
    """The packages among files and in folders, the subfolders too; each once."""
    found: dict[Path, None] = {}
    for source in sources:
        if source.is_dir():
            found.update(dict.fromkeys(sorted(p for p in source.rglob("*") if is_package(p) and p.is_file())))
        else:
            found[source] = None
    return list(found)


def hash_of(path: Path) -> str:
    """A file's SHA-256 in hex."""
    with path.open("rb") as file:
        total = sha256()
        while piece := file.read(1 << 20):
            total.update(piece)
    return total.hexdigest()


def _split(name: str) -> tuple[str, str]:
    for ending in reversed(ENDINGS):
        if name.lower().endswith(ending):
            return name[: -len(ending)], name[-len(ending) :]
    path = Path(name)
    return path.stem, path.suffix[:_ENDING]


def _fit(stem: str) -> str:
    """The name that a copy has here: one from another computer need not be UTF-8, and may be so long that
    nothing can be added to it."""
    return stem.encode("utf-8", "replace").replace(b"?", b"_")[:_LONGEST].decode(errors="ignore")


def _same(place: Path, source: Path) -> bool:
    try:
        mine, theirs = place.stat(), source.stat()
    except OSError:
        return False
    if (mine.st_size, int(mine.st_mtime)) != (theirs.st_size, int(theirs.st_mtime)):
        return False
    # Packages of a copied desk may bear one name, one size and one second: their bytes tell.
    return mine.st_size > _COMPARED or filecmp.cmp(place, source, shallow=False)
