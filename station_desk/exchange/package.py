"""The package: a manifest that vouches for its members, and commits with their changes a line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

import msgspec
import zstandard

from station_desk import __version__
from station_desk.domain import limits
from station_desk.domain.limits import MAX_COUNT, is_name
from station_desk.errors import UserError
from station_desk.exchange import container, doubts
from station_desk.exchange import manifest as manifests
from station_desk.exchange.container import damaged
from station_desk.exchange.manifest import MAX_TIME, MemberNote, Sender, is_hex
from station_desk.exchange.manifest import Manifest as Manifest
from station_desk.exchange.word import Word
from station_desk.i18n import translate
from station_desk.paths import name_of
from station_desk.store import codec

SUFFIX = ".lzb"
MAX_CHANGES = limits.MAX_CHANGES
MAX_COMMITS = 200_000
MAX_HEADERS = 128 << 20
"""Bytes of the headers of all commits, which are held at once while their chains are proved."""
_MAX_HEADER = 4 << 20
_MAX_MANIFEST = 4 << 20
_MAX_SIGNATURE = 4096
_LEVEL = 3
_WINDOW = 1 << 27
_RLE = 1
_BLOCK = 1 << 17
_CODE = 60  # bytes of a site's code in a file's name
_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]|^[.\s]+|[.\s]+$')
_PART = 24 << 20  # unpacked bytes after which a new member is begun


class _Line(msgspec.Struct):
    h: msgspec.Raw
    s: str
    c: list[msgspec.Raw]


@dataclass(frozen=True, slots=True)
class PackedLine:
    """A commit not yet read: its hash, and the bytes of its header, its signature and its changes."""

    hash: bytes
    raw: bytes
    signature: bytes
    bodies: tuple[bytes | None, ...]


@dataclass(frozen=True, slots=True)
class PackedCommit:
    """A commit as it travels: header bytes, signature, and each change's bytes (None: withheld)."""

    hash: bytes
    raw: bytes
    header: codec.Header
    signature: bytes
    bodies: tuple[bytes | None, ...]


@dataclass(frozen=True, slots=True)
class Opened:
    """A package that has proved whole; its commits are read from `path` one by one. `signed`: by the key that
    its manifest names; whose key that is, the inbox knows. `places`: where each member lies, by its name."""

    path: Path
    manifest: Manifest
    hash: bytes
    size: int
    signed: bool = True
    places: Mapping[str, container.Member] = field(default_factory=dict)


_lines = msgspec.json.Decoder(_Line)


def file_name(sender: str, recipient: str, rest: str) -> str:
    """The name of a file from one site to another: `<sender>-<recipient>-<rest>.lzb`, where no code, whoever
    gave it, leads to another folder or is longer than a name may be."""
    return f"{fit_name(sender)}-{fit_name(recipient)}-{rest}{SUFFIX}"


def fit_name(code: str) -> str:
    """A site's code as part of a file's name."""
    return _UNFIT.sub("_", code).encode()[:_CODE].decode(errors="ignore")


def line_of(raw: bytes, signature: bytes, bodies: Sequence[bytes | None]) -> bytes:
    """One commit as its line: the very bytes that were hashed, side by side."""
    return line_joined(raw, signature, b",".join(body if body is not None else b"null" for body in bodies))


def line_joined(raw: bytes, signature: bytes, changes: bytes) -> bytes:
    """As `line_of`, of changes that are joined by commas already."""
    return b'{"h":' + raw + b',"s":"' + signature.hex().encode() + b'","c":[' + changes + b"]}\n"


def write(
    path: Path,
    lines: Iterable[bytes],
    *,
    sender: Sender,
    sign: Callable[[bytes], bytes],
    recipient: str,
    n: int,
    previous: bytes,
    made: int,
    counts: tuple[int, int, int],
    receipt: dict[str, tuple[int, str]],
    took: bytes = b"",
    base: bytes = b"",
    branches: dict[str, list[tuple[int, str]]] | None = None,
    word: Word | None = None,
    files: Iterable[tuple[str, bytes]] = (),
) -> tuple[bytes, int]:
    """Write a package to `path`, signed with the sender's key; `counts` are commits, changes, withheld;
    `files` the attached ones (SHA-256 in hex, bytes).

    Returns (manifest hash, bytes).
    """
    members: list[tuple[str, bytes]] = []
    notes: list[MemberNote] = []
    for place, (unpacked, packed) in enumerate(_packed(lines), 1):
        name = manifests.COMMITS.format(place=place)
        members.append((name, packed))
        notes.append(MemberNote(name, len(packed), len(unpacked), sha256(packed).hexdigest()))
    for hex_, data in files:
        members.append((manifests.BLOBS + hex_, data))
        notes.append(MemberNote(manifests.BLOBS + hex_, len(data), len(data), hex_))
    manifest = Manifest(
        format=manifests.FORMAT, program=__version__, suite=manifests.SUITE, sender=sender,
        recipients=[recipient], stream=f"{sender.site}>{recipient}", n=n, previous=previous.hex(),
        made=made, commits=counts[0], changes=counts[1], withheld=counts[2], receipt=receipt,
        members=notes, took=took.hex(), base=base.hex(), branches=branches or {},
        word=word or Word(),
    )  # fmt: skip
    raw = msgspec.json.encode(manifest)
    signature = manifests.signature_of(manifest, raw, sign)
    size = container.write(path, [(manifests.NAME, raw), (manifests.SIGNATURE, signature), *members])
    return codec.digest(raw), size


def _packed(lines: Iterable[bytes]) -> Iterator[tuple[bytes, bytes]]:
    """The lines in members, each as it is and compressed: never so well that a reader takes it for a bomb, as
    where one long text was said of a hundred matters."""
    for part in _parts(lines, _PART):
        packed = _compressed(part)
        if _is_no_bomb(part, packed):
            yield part, packed
            continue
        for small in _parts(part.splitlines(keepends=True), manifests.SMALL):
            packed = _compressed(small)
            yield small, packed if _is_no_bomb(small, packed) else _stored(small)


def _compressed(part: bytes) -> bytes:
    return zstandard.ZstdCompressor(level=_LEVEL, write_checksum=True).compress(part)


def _is_no_bomb(part: bytes, packed: bytes) -> bool:
    return len(part) <= max(manifests.MAX_RATIO * len(packed), manifests.SMALL)


def _stored(part: bytes) -> bytes:
    """A zstd frame that holds a line as it is (RFC 8878, 3.1.1): its length, then blocks of kind 0."""
    out = [zstandard.FRAME_HEADER, b"\xe0", len(part).to_bytes(8, "little")]
    for start in range(0, len(part), _BLOCK):
        block = part[start : start + _BLOCK]
        last = start + _BLOCK >= len(part)
        out += [(len(block) << 3 | last).to_bytes(3, "little"), block]
    return b"".join(out)


def _parts(lines: Iterable[bytes], most: int) -> Iterator[bytes]:
    part: list[bytes] = []
    size = 0
    for line in lines:
        if part and size + len(line) > most:
            yield b"".join(part)
            part, size = [], 0
        part.append(line)
        size += len(line)
    if part:
        yield b"".join(part)


def open_package(path: Path) -> Opened:
    """Prove a package whole: layout, checksums, manifest, its signature, and then the hash of every member.

    UserError else. A package of before there were signatures proves whole too, as `signed` says.
    """
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            found = container.members_of(file, size)
            if not found or found[0].name != manifests.NAME or found[0].size > _MAX_MANIFEST:
                raise damaged()
            raw = container.read(file, found[0])
            manifest = manifests.read(raw)
            manifests.check_sound(manifest)
            rest = found[1:]
            signed = manifest.suite != manifests.UNSIGNED
            if signed:
                if not rest or rest[0].name != manifests.SIGNATURE or rest[0].size > _MAX_SIGNATURE:
                    raise damaged()
                manifests.check_signature(manifest, raw, container.read(file, rest.pop(0)))
            if [m.name for m in rest] != [m.name for m in manifest.members]:
                raise damaged()
            for member, noted in zip(rest, manifest.members, strict=True):
                data = container.read(file, member)
                if len(data) != noted.length or sha256(data).hexdigest() != noted.sha256:
                    raise damaged()
    except OSError as error:
        raise _unreadable(path, error) from error
    if manifest.changes > MAX_CHANGES:
        raise UserError(
            translate(
                "package", "The file holds more than {limit} changes; ask for it in parts.", limit=MAX_CHANGES
            )
        )
    if manifest.commits > MAX_COMMITS:
        raise UserError(
            translate(
                "package", "The file holds more than {limit} entries; ask for it in parts.", limit=MAX_COMMITS
            )
        )
    return Opened(path, manifest, codec.digest(raw), size, signed, {one.name: one for one in rest})


def _unreadable(path: Path, error: OSError) -> UserError:
    return UserError(
        translate("package", "{name} cannot be read: {why}.", name=name_of(path), why=error.strerror)
    )


def commits(opened: Opened) -> Iterator[PackedCommit]:
    """The package's commits in order, each strictly read."""
    for line in lines(opened):
        yield commit_of(line)


def lines(opened: Opened) -> Iterator[PackedLine]:
    """The package's lines in order: which commit each carries, and its bytes, laid out as they must be."""
    for noted in opened.manifest.members:
        if not noted.name.startswith(manifests.BLOBS):
            *found, rest = _unpack(member(opened, noted), noted.unpacked).split(b"\n")
            if rest:
                raise damaged()  # the last line has no end: cut short
            for line in found:
                yield _line(line)


def blobs(manifest: Manifest) -> list[tuple[str, MemberNote]]:
    """The attached files of a package: SHA-256 in hex, and what the manifest says of it."""
    found = (note for note in manifest.members if note.name.startswith(manifests.BLOBS))
    return [(note.sha256, note) for note in found]


def member(opened: Opened, noted: MemberNote) -> bytes:
    """A member read again: a stick may have been pulled out or its file changed since it was proved."""
    try:
        with opened.path.open("rb") as file:
            packed = container.read(file, opened.places[noted.name])
    except OSError as error:
        raise _unreadable(opened.path, error) from error
    if sha256(packed).hexdigest() != noted.sha256:
        raise damaged()
    return packed


def _unpack(packed: bytes, size: int) -> bytes:
    try:
        if _frame_end(packed) != len(packed):
            raise damaged()  # what stands after its end would not be read, and could be anything
        with zstandard.ZstdDecompressor(max_window_size=_WINDOW).stream_reader(packed) as reader:
            data = reader.read(size + 1)
    except zstandard.ZstdError:
        raise damaged() from None
    if len(data) != size:
        raise damaged()
    return data


def _frame_end(packed: bytes) -> int:
    """Where the zstd frame ends with which the bytes begin (RFC 8878, 3.1.1), by its blocks' lengths; beyond
    the bytes where it is cut short."""
    at = zstandard.frame_header_size(packed)
    while True:
        header = int.from_bytes(packed[at : at + 3], "little")
        last, kind, size = header & 1, header >> 1 & 3, header >> 3
        at += 3 + (1 if kind == _RLE else size)
        if last or at >= len(packed):
            return at + (4 if zstandard.get_frame_parameters(packed).has_checksum else 0)


def _line(line: bytes) -> PackedLine:
    try:
        read = _lines.decode(line)
        raw = bytes(read.h)
        signature = bytes.fromhex(read.s)
        bodies = tuple([None if (part := bytes(item)) == b"null" else part for item in read.c])
    except (ValueError, RecursionError):
        raise damaged() from None
    if len(raw) > _MAX_HEADER or line_of(raw, signature, bodies) != line + b"\n":
        raise damaged()
    return PackedLine(codec.digest(raw), raw, signature, bodies)


def commit_of(line: PackedLine) -> PackedCommit:
    """A line's commit, strictly read: canonical bytes, digests as the header says.

    Signatures and chains are the inbox's to check, which knows the keys.
    """
    raw, signature, bodies = line.raw, line.signature, line.bodies
    try:
        codec.check_canonical(raw, deep=1)  # it stands one level down in its line
        header = codec.read_header(raw)
        digests = header.changes
        fits = (
            header.v > 0
            and len(bodies) == len(digests)
            and len(signature) == 64
            and is_hex(header.replica, 16)
            and is_hex(header.prev, 32)
            and 0 < header.seq <= MAX_COUNT
            and 0 < header.lamport <= codec.MAX_LAMPORT
            and 0 <= header.time < MAX_TIME
            and (not header.undoes or is_hex(header.undoes, 32))
            and is_name(header.site)
            and all(is_hex(noted, 32) for noted in digests)
        )
        for body, noted in zip(bodies, digests, strict=True):
            if body is not None:
                fits = fits and len(body) <= limits.MAX_CHANGE and codec.digest(body).hex() == noted
    except (ValueError, RecursionError, codec.NotCanonical):
        raise damaged() from None
    if not fits:
        raise damaged()
    if header.v > codec.FORMAT:
        raise doubts.newer()
    return PackedCommit(line.hash, raw, header, signature, bodies)
