"""Personal details where they are not needed: 陈某, 138****1234, left out."""

from __future__ import annotations

from station_desk.domain.declare import Privacy
from station_desk.i18n import Label

WITHHELD = Label("(asked not to be named)", "（要求保密）")
"""What stands for the name of somebody who asked not to be named, on every list, paper and package."""

_TWO = frozenset(
    (
        "欧阳",
        "司徒",
        "司马",
        "上官",
        "诸葛",
        "东方",
        "皇甫",
        "尉迟",
        "公孙",
        "慕容",
        "令狐",
        "夏侯",
        "轩辕",
        "端木",
    )
)


def masked_name(name: str) -> str:
    """The surname alone: 陈某, 司徒某; a Latin name by its first letter. What stands for a name stays."""
    text = name.strip()
    if not text or text in (WITHHELD.en, WITHHELD.zh):
        return text
    if text[0].isascii():
        return f"{text[0]}***"
    return f"{text[:2] if text[:2] in _TWO and len(text) > 2 else text[0]}某"


def shown_name(name: str | None, confidential: bool | None) -> str:
    """A visitor's name on the station's own lists: never of one who asked not to be named."""
    return str(WITHHELD) if confidential else name or ""


def masked_phone(phone: str) -> str:
    """138****1234; of a shorter number the last two digits at most."""
    text = phone.strip()
    digits = [c for c in text if c.isdigit()]
    if not digits:
        return "****" if text else ""
    if len(digits) >= 10:
        return f"{''.join(digits[:3])}****{''.join(digits[-4:])}"
    return f"****{''.join(digits[-2:])}"


def masked(privacy: Privacy, value: str) -> str:
    """A value as it shows to who does not need it."""
    match privacy:
        case Privacy.NAME:
            return masked_name(value)
        case Privacy.PHONE:
            return masked_phone(value)
        case Privacy.HIDDEN:
            return ""
        case Privacy.OPEN:
            return value
