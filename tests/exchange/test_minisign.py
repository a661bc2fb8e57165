"""Our signatures are minisign's: its program verifies them, and ours verifies what it signed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from station_desk.errors import UserError
from station_desk.exchange import minisign
from station_desk.store.keys import SigningKey

KEY = SigningKey(b"s" * 32)
PUBLIC = minisign.public(KEY.public())
DATA = b'{"format":1}'
PROGRAM = shutil.which("minisign")
NEEDS_PROGRAM = pytest.mark.skipif(PROGRAM is None, reason="the minisign program is not installed")


def signature(data: bytes = DATA) -> bytes:
    return minisign.sign(KEY.sign, KEY.public(), data, "HC > TOWN 7")


def test_what_was_signed_proves_itself_and_its_comment() -> None:
    assert minisign.verify(PUBLIC, DATA, signature()) == "HC > TOWN 7"


def test_other_bytes_another_key_or_another_comment_prove_nothing() -> None:
    made = signature()
    assert minisign.verify(PUBLIC, DATA + b" ", made) is None
    assert minisign.verify(minisign.public(SigningKey(b"t" * 32).public()), DATA, made) is None
    assert minisign.verify(PUBLIC, DATA, made.replace(b"TOWN 7", b"TOWN 8")) is None


def test_no_flip_of_a_signed_byte_is_taken() -> None:
    made = signature()
    second = made.index(b"\n") + 1  # what comes before is the untrusted comment
    for place in range(second, len(made) - 1):
        flipped = bytearray(made)
        flipped[place] ^= 1
        assert minisign.verify(PUBLIC, DATA, bytes(flipped)) is None, place


def test_what_is_no_signature_file_proves_nothing() -> None:
    for other in (b"", b"\xff\xfe", b"a\nb\nc\nd\n", signature()[:-9], b"x" * 9000):
        assert minisign.verify(PUBLIC, DATA, other) is None


def test_a_public_key_is_read_back_and_another_file_refused() -> None:
    text = minisign.public(KEY.public()).text("HC 会城站")
    assert minisign.read_public(text) == minisign.public(KEY.public())
    with pytest.raises(UserError):
        minisign.read_public("not a key")


@NEEDS_PROGRAM
def test_the_minisign_program_verifies_our_signature(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_bytes(DATA)
    (tmp_path / "manifest.json.minisig").write_bytes(signature())
    (tmp_path / "hc.pub").write_text(minisign.public(KEY.public()).text("HC"), "utf-8")
    ran = subprocess.run(
        [str(PROGRAM), "-V", "-p", "hc.pub", "-m", "manifest.json"],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "HC > TOWN 7" in ran.stdout


@NEEDS_PROGRAM
def test_we_verify_what_the_minisign_program_signed(tmp_path: Path) -> None:
    (tmp_path / "m").write_bytes(DATA)
    for command in (
        ["-G", "-W", "-p", "k.pub", "-s", "k.key"],
        ["-S", "-s", "k.key", "-m", "m", "-t", "by hand"],
    ):
        subprocess.run([str(PROGRAM), *command], cwd=tmp_path, capture_output=True, check=True)
    key = minisign.read_public((tmp_path / "k.pub").read_text("utf-8"))
    assert minisign.verify(key, DATA, (tmp_path / "m.minisig").read_bytes()) == "by hand"
