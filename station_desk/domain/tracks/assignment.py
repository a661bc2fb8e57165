"""The small track that one unit's assignment runs."""

from __future__ import annotations

from types import MappingProxyType

from station_desk.domain.tracks.model import AssignmentTrack
from station_desk.i18n import Label

_ANSWERING = frozenset({"lead", "separate"})

ASSIGNMENT = AssignmentTrack(
    stages=MappingProxyType(
        {
            "handed": Label("Waiting for receipt", "待签收"),
            "accepted": Label("Handling", "办理中"),
            "returned": Label("Returned", "已退回"),
            "replied": Label("Replied", "已答复"),
        }
    ),
    steps=MappingProxyType(
        {
            "sign": (frozenset({"handed"}), "accepted"),
            "return": (frozenset({"handed", "accepted"}), "returned"),
            "extend": (frozenset({"handed", "accepted"}), ""),
            "urge": (frozenset({"handed", "accepted"}), ""),
            "contact": (frozenset({"handed", "accepted"}), ""),
            "finish": (frozenset({"handed", "accepted"}), "replied"),
            "reply": (frozenset({"handed", "accepted"}), "replied"),
            "opinion": (frozenset({"handed", "accepted"}), "replied"),
            "redo": (frozenset({"replied"}), "accepted"),
            "look_back": (frozenset({"replied"}), "accepted"),
        }
    ),
    only=MappingProxyType(
        {
            "reply": _ANSWERING,
            "opinion": frozenset({"co"}),
            "redo": _ANSWERING,
            "look_back": _ANSWERING,
        }
    ),
)

NEEDS_UNIT = frozenset({"sign", "return", "opinion", "reply"})
"""Steps that only a unit's own charge can take; the others may also be done by the station itself."""
