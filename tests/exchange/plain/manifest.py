"""The manifest: every field that the page names, of the kind and within the limits that it names."""

from __future__ import annotations

import re
from typing import Any

from tests.exchange.plain.values import (
    HEX16,
    HEX32,
    HEX64,
    MAX_CHANGES,
    MAX_COMMITS,
    MAX_MEMBER,
    MAX_N,
    MAX_SEQ,
    MAX_TIME,
    MAX_UNPACKED,
    Json,
    Newer,
    named,
    need,
    pair,
    whole,
    written,
)

_FIELDS = {
    "format", "program", "suite", "sender", "recipients", "stream", "n", "previous", "made", "commits",
    "changes", "withheld", "receipt", "members",
}  # fmt: skip
_SENDER = {"site", "name", "role", "parent", "replica", "key"}
_MEMBER = {"name", "length", "unpacked", "sha256"}
_LISTS = {"missing": 2_000, "lacks": 2_000, "left": 40_000, "entered": 40_000, "differs": 20_000}
_SUMS = 20_000
_AGE = re.compile(r"age1[02-9ac-hj-np-z]{58}")
_TYPE = re.compile(r"[a-z_]{1,40}")
_MONTH = re.compile(r"\d{4}-\d\d")


def check_manifest(manifest: Any) -> None:
    """Refused, or Newer, where it is no manifest of format 1. What may lack is there afterwards."""
    need(isinstance(manifest, dict), "manifest: not an object")
    need(type(manifest.get("format")) is int, "manifest: format")
    if manifest["format"] > 1:
        raise Newer(f"format {manifest['format']}")
    need(manifest["format"] == 1, "manifest: format")
    if manifest.get("suite") != "ed25519":
        raise Newer(f"suite {manifest.get('suite')}")
    need(set(manifest) >= _FIELDS, f"manifest: lacks {sorted(_FIELDS - set(manifest))}")
    need(isinstance(manifest["program"], str), "program")
    for what, empty in (("took", ""), ("base", ""), ("branches", {}), ("word", {})):
        manifest.setdefault(what, empty)
    _check_sender(manifest["sender"])
    need(isinstance(manifest["recipients"], list) and manifest["recipients"], "recipients")
    for code in manifest["recipients"]:
        named(code, "recipients")
    streams = [f"{manifest['sender']['site']}>{code}" for code in manifest["recipients"]]
    need(manifest["stream"] in streams, "stream: not of the sender to a recipient")
    whole(manifest["n"], 0, MAX_N, "n")
    whole(manifest["made"], 0, MAX_TIME - 1, "made")
    written(manifest["previous"], HEX64, "previous")
    for what in ("commits", "changes", "withheld"):
        whole(manifest[what], 0, MAX_SEQ, what)
    need(manifest["changes"] <= MAX_CHANGES, "too many changes")
    need(manifest["commits"] <= MAX_COMMITS, "too many commits")
    _check_held(manifest)
    _check_members(manifest["members"])
    need(isinstance(manifest["word"], dict), "word")
    _check_word(manifest["word"])


def _check_sender(sender: Any) -> None:
    need(isinstance(sender, dict) and set(sender) >= _SENDER, "sender")
    sender.setdefault("age", "")
    for what in ("site", "name", "role"):
        named(sender[what], f"sender.{what}")
    if sender["parent"] != "":
        named(sender["parent"], "sender.parent")
    written(sender["replica"], HEX32, "sender.replica")
    written(sender["key"], HEX64, "sender.key")
    if sender["age"] != "":
        written(sender["age"], _AGE, "sender.age")


def _check_held(manifest: Json) -> None:
    need(
        isinstance(manifest["receipt"], dict) and isinstance(manifest["branches"], dict), "receipt, branches"
    )
    for replica, last in manifest["receipt"].items():
        written(replica, HEX32, "receipt")
        pair(last, "receipt")
    for replica, ends in manifest["branches"].items():
        written(replica, HEX32, "branches")
        need(isinstance(ends, list), "branches")
        for end in ends:
            pair(end, "branches")
    for what in ("took", "base"):
        if manifest[what] != "":
            written(manifest[what], HEX64, what)


def _check_members(members: Any) -> None:
    need(isinstance(members, list), "members")
    for entry in members:
        fits = isinstance(entry, dict) and set(entry) >= _MEMBER and isinstance(entry["name"], str)
        need(fits, "members")
        whole(entry["length"], 0, MAX_MEMBER, "members")
        whole(entry["unpacked"], 0, MAX_MEMBER, "members")
        written(entry["sha256"], HEX64, "members")
    need(sum(entry["unpacked"] for entry in members) <= MAX_UNPACKED, "members: unpacked too long together")


def _check_word(word: Json) -> None:
    if "alone" in word:
        whole(word["alone"], 1, MAX_SEQ, "word.alone")
    for what, most in _LISTS.items():
        found = word.get(what, [])
        need(isinstance(found, list) and len(found) <= most, f"word.{what}")
    for number in word.get("missing", []):
        whole(number, 1, MAX_N, "word.missing")
    for what, pattern in (("lacks", HEX64), ("left", HEX32), ("entered", HEX32)):
        for text in word.get(what, []):
            written(text, pattern, f"word.{what}")
    for found in word.get("differs", []):
        need(isinstance(found, list) and len(found) == 2, "word.differs")
        written(found[0], _TYPE, "word.differs")
        written(found[1], _MONTH, "word.differs")
    sums = word.get("sums", {})
    need(isinstance(sums, dict) and all(isinstance(months, dict) for months in sums.values()), "word.sums")
    need(sum(map(len, sums.values())) <= _SUMS, "word.sums")
    for type_, months in sums.items():
        written(type_, _TYPE, "word.sums")
        for month, total in months.items():
            written(month, _MONTH, "word.sums")
            written(total, HEX16, "word.sums")
