"""What a pick line proposes, and how a look-up hands it back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pick:
    """One proposal: what is shown, a second line, the key handed back, and an icon ("" for none)."""

    text: str
    second: str = ""
    key: str = ""
    icon: str = ""


Deliver = Callable[[Sequence[Pick]], None]
Lookup = Callable[[str, Deliver], None]
