"""How a file for somebody else comes to lie in a folder: whole, or not at all."""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from station_desk.errors import UserError
from station_desk.i18n import translate
from station_desk.whole import whole

_BLOCK = 1 << 20


class Checked:
    """A file that is being written, with the checksum of what went into it."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.check = 0
        self.size = 0

    def write(self, data: bytes) -> int:
        """As a binary file's."""
        self.check = zlib.crc32(data, self.check)
        self.size += len(data)
        return self._file.write(data)

    def flush(self) -> None:
        """As a binary file's."""
        self._file.flush()


@contextmanager
def written(target: Path, *, over: bool = False) -> Iterator[Checked]:
    """Within, `target` is written: as `<name>.part`, which is synced and read back, then renamed; never over
    another file, unless `over`, not even over one that another desk put there meanwhile. UserError where it
    cannot be written; nothing is left of it then."""
    if not over and target.exists():
        raise _taken(target)
    try:
        with whole(target, over=over) as file:
            checked = Checked(file)
            yield checked
            file.flush()
            os.fsync(file.fileno())
            if _checksum(Path(file.name)) != checked.check:
                raise UserError(
                    translate(
                        "container",
                        "{name} was not written whole. Check the disk or stick, then try again.",
                        name=target.name,
                    )
                )
    except FileExistsError as error:
        raise _taken(target) from error
    except OSError as error:
        raise UserError(
            translate(
                "container", "{name} cannot be written there: {why}.", name=target.name, why=error.strerror
            )
        ) from error


def _taken(target: Path) -> UserError:
    return UserError(translate("container", "{name} exists already. Move it away first.", name=target.name))


def _checksum(path: Path) -> int:
    check = 0
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            check = zlib.crc32(block, check)
    return check
