"""Files that are there whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO


@contextmanager
def whole(target: Path, *, synced: bool = True, over: bool = True) -> Iterator[BinaryIO]:
    """Within, `target` is written as `<name>.part` beside it, which is renamed at the end: a file of that
    name is never seen half written, and an earlier one stays until then. After any error nothing is left.

    `synced=False` where losing the last writing with the power does no harm. `over=False`: an earlier one,
    even if it came meanwhile, stays, and FileExistsError says so. OSError where it cannot be written or
    renamed (no such folder, full, open elsewhere); the caller knows the words.
    """
    part = target.with_name(f"{target.name}.part")
    try:
        # One left by a crash may be a second name of a file that is whole: it is not to be written into.
        part.unlink(missing_ok=True)
        with part.open("wb") as file:
            yield file
            if synced:
                file.flush()
                os.fsync(file.fileno())
        if over:
            os.replace(part, target)
        else:
            _take(target, part)
    except BaseException:
        with suppress(OSError):  # the stick may be gone
            part.unlink(missing_ok=True)
        raise


def _take(target: Path, part: Path) -> None:
    """Give the file its name if nothing has it, in one step: two desks may write into one shared folder.
    FileExistsError where something has."""
    if os.name == "nt":
        part.rename(target)  # it refuses a name that is taken
        return
    try:
        os.link(part, target)
    except FileExistsError:
        raise
    except OSError:  # a FAT stick and some shares know one name for a file
        _take_empty(target, part)
    else:
        part.unlink()


def _take_empty(target: Path, part: Path) -> None:
    """As `_take`, where no file has two names: the name is taken by an empty file of ours, then filled."""
    target.open("xb").close()
    try:
        os.replace(part, target)
    except BaseException:
        with suppress(OSError):
            target.unlink()
        raise
