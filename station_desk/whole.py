"""Files that are there whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO


@contextmanager
def whole(target: Path, *, synced: bool = True) -> Iterator[BinaryIO]:
    """Within, `target` is written as `<name>.part` beside it, which is renamed at the end: a file of that
    name is never seen half written, and an earlier one stays until then. After any error nothing is left.

    `synced=False` where losing the last writing with the power does no harm. OSError where it cannot be
    written or renamed (no such folder, full, open elsewhere); the caller knows the words.
    """
    part = target.with_name(f"{target.name}.part")
    try:
        with part.open("wb") as file:
            yield file
            if synced:
                file.flush()
                os.fsync(file.fileno())
        os.replace(part, target)
    except BaseException:
        with suppress(OSError):  # the stick may be gone
            part.unlink(missing_ok=True)
        raise
