"""The manifest: every field that the page names, of the kind and within the limits that it names."""

from __future__ import annotations

import re
from typing import Any

from tests.exchange.plain.values import (
    HEX16,
    HEX32,
    HEX64,
    MAX_CHANGES,
    MAX_MEMBER,
    MAX_N,
    MAX_SEQ,
    MAX_TIME,
    MAX_UNPACKED,
    Json,
    Newer,
    hexed,
    named,
    need,
    pair,
    whole,
)

_FIELDS = {
    "format", "program", "suite", "sender", "recipients", "stream", "n", "previous", "made", "commits",
    "changes", "withheld", "receipt", "members", "took", "base", "branches", "word",
}  # fmt: skip
_SENDER = {"site", "name", "role", "parent", "replica", "key", "age"}
_MEMBER = {"name", "length", "unpacked", "sha256"}
_LISTS = {"missing": 2_000, "lacks": 2_000, "left": 40_000, "entered": 40_000, "differs": 20_000}
_SUMS = 20_000
_MONTH = re.compile(r"\d{4}-\d\d")


def check_manifest(manifest: Any) -> None:
    """Refused, or Newer, where it is no manifest of format 1."""
    need(isinstance(manifest, dict), "manifest: not an object")
    need(type(manifest.get("format")) is int, "manifest: format")
    if manifest["format"] > 1:
        raise Newer(f"format {manifest['format']}")
    need(manifest["format"] == 1, "manifest: format")
    if manifest.get("suite") != "ed25519":
        raise Newer(f"suite {manifest.get('suite')}")
    need(set(manifest) >= _FIELDS, f"manifest: lacks {sorted(_FIELDS - set(manifest))}")
    _check_sender(manifest["sender"])
    need(isinstance(manifest["recipients"], list) and manifest["recipients"], "recipients")
    for code in manifest["recipients"]:
        named(code, "recipients")
    streams = [f"{manifest['sender']['site']}>{code}" for code in manifest["recipients"]]
    need(manifest["stream"] in streams, "stream: not of the sender to a recipient")
    whole(manifest["n"], 0, MAX_N, "n")
    whole(manifest["made"], 0, MAX_TIME - 1, "made")
    hexed(manifest["previous"], HEX64, "previous")
    for what in ("commits", "changes", "withheld"):
        whole(manifest[what], 0, MAX_SEQ, what)
    need(manifest["changes"] <= MAX_CHANGES, "too many changes")
    _check_held(manifest)
    _check_members(manifest["members"])
    need(isinstance(manifest["word"], dict), "word")
    _check_word(manifest["word"])


def _check_sender(sender: Any) -> None:
    need(isinstance(sender, dict) and set(sender) >= _SENDER, "sender")
    for what in ("site", "name", "role"):
        named(sender[what], f"sender.{what}")
    if sender["parent"] != "":
        named(sender["parent"], "sender.parent")
    hexed(sender["replica"], HEX32, "sender.replica")
    hexed(sender["key"], HEX64, "sender.key")
    age = sender["age"]
    need(age == "" or (isinstance(age, str) and age.startswith("age1")), "sender.age")


def _check_held(manifest: Json) -> None:
    need(
        isinstance(manifest["receipt"], dict) and isinstance(manifest["branches"], dict), "receipt, branches"
    )
    for replica, last in manifest["receipt"].items():
        hexed(replica, HEX32, "receipt")
        pair(last, "receipt")
    for replica, ends in manifest["branches"].items():
        hexed(replica, HEX32, "branches")
        need(isinstance(ends, list), "branches")
        for end in ends:
            pair(end, "branches")
    for what in ("took", "base"):
        if manifest[what] != "":
            hexed(manifest[what], HEX64, what)


def _check_members(members: Any) -> None:
    need(isinstance(members, list), "members")
    for entry in members:
        fits = isinstance(entry, dict) and set(entry) >= _MEMBER and isinstance(entry["name"], str)
        need(fits, "members")
        whole(entry["length"], 0, MAX_MEMBER, "members")
        whole(entry["unpacked"], 0, MAX_MEMBER, "members")
        hexed(entry["sha256"], HEX64, "members")
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
            hexed(text, pattern, f"word.{what}")
    sums = word.get("sums", {})
    need(isinstance(sums, dict) and all(isinstance(months, dict) for months in sums.values()), "word.sums")
    need(sum(map(len, sums.values())) <= _SUMS, "word.sums")
    for months in sums.values():
        for month, total in months.items():
            hexed(month, _MONTH, "word.sums")
            hexed(total, HEX16, "word.sums")
