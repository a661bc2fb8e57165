"""Copies of the desk made by themselves once a day, and a desk made again from such a copy."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

from station_desk.errors import UserError
from station_desk.i18n import translate
from station_desk.progress import Progress, silent
from station_desk.store import incarnation
from station_desk.store.desk import Desk
from station_desk.store.engine import DRIVER_ERRORS, sound
from station_desk.store.files import SUFFIX as FILES
from station_desk.store.files import Files, path_beside
from station_desk.store.incarnation import Why

KEPT = 14
_STAMP = re.compile(r"-\d{8}-\d{6}(-\d+)?$")


def folder_of(desk: Desk, root: Path) -> Path:
    """Where this desk's own copies lie below `root`: two desks of one name do not push each other out."""
    return root / f"{desk.path.stem}-{desk.identity.replica.hex()[:6]}"


def daily(desk: Desk, root: Path, day: date) -> Path | None:
    """Copy the desk below `root` unless `day` has a copy already; the newest 14 are kept.

    Returns the copy, or None where there was one. UserError where there is no room or no right to write.
    """
    folder = folder_of(desk, root)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.glob(f"*-{day:%Y%m%d}-*.desk")):
            return None
        made = desk.backup(folder)
        # Their names end in the minute, so by name is by age.
        for old in sorted(folder.glob("*.desk"), key=lambda file: file.name)[:-KEPT]:
            old.unlink()
    except OSError as error:
        raise UserError(
            translate("backups", "No backup could be written to {folder}: {error}", folder=folder,
                      error=error.strerror or error)
        ) from error  # fmt: skip
    return made


def restore(source: Path, target: Path, progress: Progress = silent) -> Path:
    """Make the desk `target` from the backup `source`, which stays as it is, with the files attached to it.

    Returns `target`. UserError where `target` exists already (no desk is ever overwritten), or the backup
    is no sound desk.
    """
    if target.exists():
        raise UserError(
            translate(
                "backups",
                "{path} exists already. Choose another name; no desk is overwritten.",
                path=target,
            )
        )
    if not _whole(source):
        raise UserError(
            translate("backups", "{path} cannot be read whole. Choose an earlier backup.", path=source)
        )
    part = target.with_name(f"{target.name}.part")
    try:
        shutil.copyfile(source, part)
        desk = Desk.open(part, progress)
        with desk.transaction() as connection:
            # What was written after the backup may be with others: its numbers are not given again.
            incarnation.want(connection, Why.RESTORED)
        desk.close()
        # The files first: a desk that names what is not there yet says so, the other way round nobody knows.
        with Files(source.with_name(_STAMP.sub("", source.stem) + FILES)) as files:
            files.add_to(path_beside(target))
        part.rename(target)
    except OSError as error:
        raise UserError(
            translate("backups", "{path} could not be written: {error}", path=target,
                      error=error.strerror or error)
        ) from error  # fmt: skip
    finally:
        for left in part.parent.glob(f"{part.name}*"):
            left.unlink()
    return target


def _whole(file: Path) -> bool:
    try:
        return file.is_file() and sound(file)
    except DRIVER_ERRORS:
        return False
