"""Every record and field of the trade, declared once."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from station_desk.domain.declare import Record
from station_desk.domain.records.handling import (
    Assignment,
    Attachment,
    Consultation,
    Feedback,
    Honour,
    Link,
    Promise,
    Reply,
    Signer,
    Step,
    Supervision,
)
from station_desk.domain.records.matters import Issue, Matter, Motion, Suggestion, Visit, Visitor
from station_desk.domain.records.places import (
    Answer,
    Category,
    Deputy,
    DeskKey,
    Grid,
    Person,
    Profile,
    Site,
    Station,
    Unit,
)
from station_desk.domain.records.redaction import Redaction

__all__ = [
    "MATTERS",
    "TYPES",
    "Answer",
    "Assignment",
    "Attachment",
    "Category",
    "Consultation",
    "Deputy",
    "DeskKey",
    "Feedback",
    "Grid",
    "Honour",
    "Issue",
    "Link",
    "Matter",
    "Motion",
    "Person",
    "Profile",
    "Promise",
    "Redaction",
    "Reply",
    "Signer",
    "Site",
    "Station",
    "Step",
    "Suggestion",
    "Supervision",
    "Unit",
    "Visit",
    "Visitor",
]

TYPES: Mapping[str, type[Record]] = MappingProxyType(
    {
        cls.type_name: cls
        for cls in (
            Site,
            DeskKey,
            Station,
            Grid,
            Unit,
            Deputy,
            Category,
            Answer,
            Person,
            Profile,
            Redaction,
            Visitor,
            Visit,
            Issue,
            Suggestion,
            Motion,
            Step,
            Link,
            Signer,
            Assignment,
            Reply,
            Promise,
            Supervision,
            Honour,
            Attachment,
            Consultation,
            Feedback,
        )
    }
)
"""Every record type by its stored name; `matter` itself is abstract, its tracks are stored."""

MATTERS: Mapping[str, type[Matter]] = MappingProxyType(
    {"issue": Issue, "suggestion": Suggestion, "motion": Motion}
)
"""Record types that are handled along a track; the type name is the track's code."""
