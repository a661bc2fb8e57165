"""Files that belong to a matter: copied into the desk, listed, saved out again, taken off with a reason."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from station_desk.casework import photos
from station_desk.casework.context import Actor, Changed, Desk, Work, require_authority, standing
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Attachment
from station_desk.domain.vocabulary import ROLES, Role
from station_desk.errors import UserError
from station_desk.i18n import translate
from station_desk.store.detail import load_matter
from station_desk.store.files import Files, path_beside
from station_desk.store.history import author_of

MOST = 64 * 1024**2
"""Bytes of one file at most: a scan of a hundred pages fits, a film does not."""

_LONGEST = 120
# What Windows refuses in a file's name, and what would leave the folder or hide the file.
_FORBIDDEN = re.compile(
    r'[\x00-\x1f\x7f-\x9f\xad<>:"/\\|?*\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]'
)
_DEVICE = re.compile(r"(?i)(con|prn|aux|nul|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³]) ?(?=\.|$)")

_ZIP = b"PK\x03\x04"
_OFFICE = (
    (b"word/", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    (b"xl/", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    (b"ppt/", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
)
_MAGIC = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"BM", "image/bmp"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
    (b"Rar!", "application/vnd.rar"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"ID3", "audio/mpeg"),
    (b"MZ", "application/x-msdownload"),
    (b"\x7fELF", "application/x-executable"),
)
PROGRAMS = frozenset({"application/x-msdownload", "application/x-executable"})
"""Kinds of content that are never attached, nor taken in from others."""

_HEAD = 64 * 1024
_STRIPPED = frozenset({"image/jpeg", "image/png"})
_PLACED = _STRIPPED | {"image/heic", "image/webp", "video/mp4"}
"""Kinds in which a telephone notes where it was."""


@dataclass(frozen=True, slots=True)
class AttachmentRow:
    """An attached file. `name` can be saved as it is, whatever came as one; `here` is False while its bytes
    have not yet arrived; `media` tells by content."""

    id: RecordId
    name: str
    size: int
    media: str
    about: RecordId | None
    here: bool
    added_by: str
    added_at: datetime


def may_attach(actor: Actor) -> bool:
    """Whether somebody may attach files: everybody but a mere viewer."""
    return actor.role is not Role.VIEWER


def add(
    desk: Desk,
    actor: Actor,
    matter: RecordId,
    file: Path,
    about: RecordId | None = None,
    *,
    placeless: bool = False,
) -> Changed:
    """Copy `file` into the desk and attach it to the matter (`about`: to one of its records). One commit.

    The bytes are on disk before the change that names them. UserError where the file is too large, empty, a
    program, or cannot be read. `placeless`: of a photo, what says where it was taken is left out; UserError
    for kinds of photo of which it cannot be. Where the same file is attached already, nothing is written.
    """
    _require_role(actor)
    taken = take_in_bytes(desk, file, placeless=placeless)
    with desk.writing(actor, "attach") as work:
        standing(work, matter)
        add_in(work, matter, taken, about)
    return work.changed


@dataclass(frozen=True, slots=True)
class Taken:
    """A file whose bytes are in the desk's store, to be named by a change."""

    name: str
    sha256: str
    size: int
    media: str


def _unreadable(file: Path, error: OSError) -> UserError:
    return UserError(
        translate(
            "attachments",
            "“{name}” cannot be read: {error}",
            name=file.name,
            error=error.strerror or str(error),
        )
    )


def take_in_bytes(desk: Desk, file: Path, *, placeless: bool = False) -> Taken:
    """Copy a file's bytes into the desk's store of files; see `add` for what is refused."""
    try:
        with file.open("rb") as opened:
            head = opened.read(_HEAD)
    except OSError as error:
        raise _unreadable(file, error) from error
    if not head:
        raise UserError(translate("attachments", "“{name}” is empty.", name=file.name))
    media = media_of(head)
    if media in PROGRAMS:
        raise UserError(
            translate("attachments", "“{name}” is a program. Attach documents and pictures.", name=file.name)
        )
    with Files(path_beside(desk.path)) as files:
        if placeless and media in _PLACED:
            data = _without_place(file, media)
            sha256, size = hashlib.sha256(data).hexdigest(), len(data)
            files.put_bytes(sha256, data)
        else:
            sha256, size = files.put(file, MOST)
    return Taken(clean_name(file.name), sha256, size, media)


def _without_place(file: Path, media: str) -> bytes:
    try:
        with file.open("rb") as opened:
            data = opened.read(MOST + 1)
        if len(data) > MOST:
            raise UserError(
                translate(
                    "attachments", "“{name}” is larger than {size} MB.", name=file.name, size=MOST // 1024**2
                )
            )
        if media in _STRIPPED:
            return photos.without_place(data)
    except photos.Unknown:
        pass
    except OSError as error:
        raise _unreadable(file, error) from error
    raise UserError(
        translate(
            "attachments",
            "The place cannot be taken out of “{name}”. Save it as a JPEG picture first, or attach it with "
            "its place.",
            name=file.name,
        )
    )


def add_in(work: Work, matter: RecordId, taken: Taken, about: RecordId | None = None) -> RecordId | None:
    """As `add`, inside a piece of work already begun; None where the matter has this file already."""
    known = work.connection.exec_driver_sql(
        "SELECT 1 FROM attachment WHERE matter = ? AND sha256 = ? AND void IS NULL", (matter, taken.sha256)
    ).first()
    if known is not None:
        return None
    return work.add(
        Attachment(
            matter=matter, about=about, name=taken.name, sha256=taken.sha256, size=taken.size,
            media=taken.media,
        )
    )  # fmt: skip


def listed(desk: Desk, matter: RecordId) -> tuple[AttachmentRow, ...]:
    """The files of a matter, oldest first."""
    with desk.reading() as connection:
        detail = load_matter(connection, matter, desk.find_profile)
        found = detail.attachments if detail is not None else ()
        authors = {record: author_of(connection, record) for record, _ in found}
    with Files(path_beside(desk.path)) as files:
        here = files.here(a.sha256 or "" for _, a in found)
    return tuple(
        AttachmentRow(
            record, clean_name(a.name or ""), a.size or 0, a.media or "", a.about, (a.sha256 or "") in here,
            authors[record].actor, authors[record].at,
        )
        for record, a in found
    )  # fmt: skip


def save_copy(desk: Desk, attachment: RecordId, target: Path) -> Path:
    """Write an attached file to `target`; UserError where it has not arrived or cannot be written."""
    with desk.reading() as connection:
        row = connection.exec_driver_sql(
            "SELECT sha256 FROM attachment WHERE id = ? AND void IS NULL", (attachment,)
        ).first()
    if row is None:
        raise UserError(translate("attachments", "This file is no longer attached. Refresh the list."))
    with Files(path_beside(desk.path)) as files:
        files.take_out(row[0] or "", target)
    return target


def remove(desk: Desk, actor: Actor, attachment: RecordId, reason: str) -> Changed:
    """Take a file off its matter. It stays in the history, and can be put back by undo."""
    if not reason.strip():
        raise UserError(translate("attachments", "Say why the file is taken off."))
    _require_role(actor)
    with desk.writing(actor, "detach") as work:
        require_authority(work, Attachment, attachment, "void")
        work.void(Attachment, attachment, reason.strip())
    return work.changed


def _require_role(actor: Actor) -> None:
    if not may_attach(actor):
        raise UserError(
            translate(
                "attachments", "As {role} you can look at files and save them.", role=ROLES.label(actor.role)
            )
        )


def media_of(head: bytes) -> str:
    """The media type told by a file's first bytes; its name is not asked."""
    if head.startswith(_ZIP):
        return next((media for mark, media in _OFFICE if mark in head), "application/zip")
    if head[:4] == b"RIFF":
        return {b"WAVE": "audio/wav", b"WEBP": "image/webp"}.get(head[8:12], "application/octet-stream")
    if head[4:8] == b"ftyp":
        return "image/heic" if head[8:12] in (b"heic", b"mif1") else "video/mp4"
    found = next((media for magic, media in _MAGIC if head.startswith(magic)), "")
    if found:
        return found
    return "application/octet-stream" if b"\x00" in head else "text/plain"


def clean_name(name: str) -> str:
    """A name that every system can save: no path, no marks that hide it, at most 120 characters."""
    plain = _FORBIDDEN.sub(" ", name).strip(" .")
    plain = re.sub(r"\s+", " ", plain)
    if _DEVICE.match(plain):
        plain = f"_{plain}"
    stem, dot, suffix = plain.rpartition(".")
    if len(plain) > _LONGEST:
        plain = (
            f"{stem[: _LONGEST - len(suffix) - 1]}.{suffix}"
            if dot and len(suffix) <= 12
            else plain[:_LONGEST].rstrip(" .")
        )
    return plain or translate("attachments", "file without a name")
