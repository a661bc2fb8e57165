"""Why a file that is no damaged one cannot be taken in yet: it waits in the inbox, with what to do."""

from __future__ import annotations

from collections.abc import Sequence

from station_desk.errors import UserError
from station_desk.i18n import translate

NEWER = "newer"
MISSING = "missing"
ELSEWHERE = "elsewhere"
STRANGER = "stranger"
UNSIGNED = "unsigned"
SEALED = "sealed"
BUSY = "busy"

BY_ITSELF = frozenset({NEWER, MISSING, BUSY})
"""Kinds that resolve without a person: the program is updated, what is missing comes, or what hindered it
passes."""


class Doubt(UserError):
    """A file that is to wait; `kind` is one of the names above, `fingerprint` that of a stranger."""

    def __init__(self, kind: str, reason: str, fingerprint: str = "") -> None:
        self.kind, self.fingerprint = kind, fingerprint
        super().__init__(reason)


def newer() -> Doubt:
    """Written by a version whose files this one cannot read."""
    return Doubt(
        NEWER,
        translate(
            "package",
            "The file was written by a newer Station Desk. Update this program, then it imports by itself.",
        ),
    )


def missing(site: str) -> Doubt:
    """It goes on from entries of that site which are not here."""
    return Doubt(
        MISSING,
        translate(
            "inbox",
            "An earlier file from {site} is missing. Import it first, or send them a package: "
            "their next one will contain everything.",
            site=site,
        ),
    )


def elsewhere(recipients: Sequence[str]) -> Doubt:
    """It is addressed to others."""
    return Doubt(
        ELSEWHERE,
        translate(
            "inbox",
            "This file is for {site}, not for this desk. Pass it on.",
            site=", ".join(recipients),
        ),
    )


def unsigned(name: str, site: str) -> Doubt:
    """Of before packages were signed: whoever it is from, a person must say so."""
    return Doubt(
        UNSIGNED,
        translate(
            "inbox",
            "The file is not signed; it says that {name} ({site}) sent it. Ask them for a new one, or "
            "telephone them and then import it as an unsigned file.",
            name=name,
            site=site,
        ),
    )


def sealed(reason: str) -> Doubt:
    """Encrypted, for another key or with a passphrase: `reason` says which."""
    return Doubt(SEALED, reason)


def unknown(site: str, name: str, fingerprint: str) -> Doubt:
    """From a desk for which nobody trusted here vouches."""
    return Doubt(
        STRANGER,
        translate(
            "inbox",
            "{name} ({site}) is not known here, and nobody known vouches for it. Telephone them, compare the "
            "fingerprint {fingerprint}, and accept it when importing.",
            name=name,
            site=site,
            fingerprint=fingerprint,
        ),
        fingerprint,
    )


def strangers(limit: int) -> Doubt:
    """It brings more unknown desks than anybody would telephone."""
    return Doubt(
        STRANGER,
        translate(
            "inbox",
            "More than {limit} desks in this file are not known here, and nobody known vouches for them. Ask "
            "its sender for the introduction of their desk, and take that in first.",
            limit=limit,
        ),
    )


def busy(reason: str) -> Doubt:
    """Nothing is wrong with it: something that passes hindered its being taken in."""
    return Doubt(BUSY, translate("inbox", "{reason} The file is tried again by itself.", reason=reason))
