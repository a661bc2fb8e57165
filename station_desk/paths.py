"""Where files lie: the only code that knows."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resource(name: str) -> Path:
    """The file or folder `name` below `resources/`, in a source tree, a wheel or a frozen program."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen) / "resources" / name
    inside = _PACKAGE / "resources"
    return (inside if inside.is_dir() else _PACKAGE.parent / "resources") / name


def user_data() -> Path:
    """The folder for this person's desks and settings; made if missing.

    `STATION_DESK_HOME` overrides it (portable installs, tests).
    """
    chosen = os.environ.get("STATION_DESK_HOME")
    if chosen:
        folder = Path(chosen)
    elif sys.platform == "win32":
        folder = Path(os.environ.get("LOCALAPPDATA", str(Path.home()))) / "StationDesk"
    else:
        folder = Path(os.environ.get("XDG_DATA_HOME", str(Path.home() / ".local" / "share"))) / "station-desk"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def state() -> Path:
    """The folder for what this computer remembers of its desks, apart from them and their backups; made if
    missing. Accounts of one computer share it where the system has a place for that (Windows)."""
    chosen = os.environ.get("STATION_DESK_HOME")
    if chosen:
        folder = Path(chosen) / "state"
    elif sys.platform == "win32":
        folder = Path(os.environ.get("PROGRAMDATA", str(Path.home()))) / "StationDesk" / "state"
    else:
        base = os.environ.get("XDG_STATE_HOME", str(Path.home() / ".local" / "state"))
        folder = Path(base) / "station-desk"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def inbox(desk: Path) -> Path:
    """The folder beside a desk's file for files that came and are not decided; not made."""
    return desk.with_name(f"{desk.stem}-inbox")


def name_of(path: Path) -> str:
    """A file's name as text that can be kept and shown: one from another computer need not be UTF-8."""
    return path.name.encode("utf-8", "replace").decode()
