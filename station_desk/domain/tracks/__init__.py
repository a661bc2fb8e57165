"""Every handling track by its code, each a value that buttons, permissions, deadlines and help read."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from station_desk.domain.tracks.assignment import ASSIGNMENT
from station_desk.domain.tracks.issue import ISSUE
from station_desk.domain.tracks.model import Need, Stage, StepDecl, Track, When
from station_desk.domain.tracks.motion import MOTION
from station_desk.domain.tracks.suggestion import SUGGESTION

__all__ = [
    "ASSIGNMENT", "ISSUE", "MOTION", "SUGGESTION", "TRACKS", "Need", "Stage", "StepDecl", "Track", "When",
]  # fmt: skip

TRACKS: Mapping[str, Track] = MappingProxyType({track.code: track for track in (ISSUE, SUGGESTION, MOTION)})
