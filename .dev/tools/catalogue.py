"""Keeps the Chinese catalogue: source → .ts → .qm for Qt and .json for the Qt-free core.

The .ts is a pure function of the source and the translations known so far, sorted, without line numbers, so
that two people's work merges line by line.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import tempfile
import time
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from xml.sax.saxutils import escape

from tools import forms, words
from tools.machine import BIN, ROOT, Failure, say

FOLDER = ROOT / "resources" / "i18n"
TS = FOLDER / "station_desk_zh_CN.ts"
QM = FOLDER / "station_desk_zh_CN.qm"
JSON = FOLDER / "zh_CN.json"
LOCK = FOLDER / ".lock"
LOCK_SECONDS = 60

Catalogue = dict[str, dict[str, str]]


def source_files() -> list[Path]:
    """The Python files whose sentences are ours; generated forms speak through forms/*.ui."""
    package = ROOT / "station_desk"
    return sorted(file for file in package.rglob("*.py") if forms.GENERATED not in file.parents)


def known() -> Catalogue:
    """What the .ts says now: context → source → Chinese ("" where there is none yet)."""
    return _read(TS) if TS.exists() else {}


def current() -> Catalogue:
    """What the .ts ought to say: the sentences of today's source with the Chinese known for them."""
    told = known()
    return {
        context: {text: told.get(context, {}).get(text, "") for text in sorted(texts)}
        for context, texts in sorted(_extract().items())
    }


def _extract() -> Catalogue:
    found = words.find(source_files(), ROOT)
    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch) / "sentences.py"
        calls = sorted({(one.context, one.text) for one in found.sentences})
        plain.write_text(
            "".join(f"translate({_quoted(context)}, {_quoted(text)})\n" for context, text in calls), "utf-8"
        )
        made = Path(scratch) / "all.ts"
        command = [BIN / "pyside6-lupdate", "-silent", "-locations", "none", "-no-obsolete"]
        command += [plain, *forms.sources(), "-ts", made]
        _tool([str(part) for part in command], "pyside6-lupdate")
        extracted = _read(made)
    lost = [f"{c}: {t!r}" for c, t in calls if t not in extracted.get(c, {})]
    if lost:
        raise Failure("pyside6-lupdate passed over these sentences:\n" + "\n".join(lost))
    return extracted


def _quoted(text: str) -> str:
    # lupdate knows C escapes, which JSON's are a part of; Chinese stays as it is.
    return json.dumps(text, ensure_ascii=False)


def _read(file: Path) -> Catalogue:
    catalogue: Catalogue = {}
    for context in ET.parse(file).getroot().iter("context"):
        texts = catalogue.setdefault(context.findtext("name") or "", {})
        for message in context.iter("message"):
            texts[message.findtext("source") or ""] = message.findtext("translation") or ""
    return catalogue


def as_ts(catalogue: Catalogue) -> str:
    """The .ts text of `catalogue`; an entry without Chinese is marked unfinished."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>"]
    lines.append('<TS version="2.1" language="zh_CN" sourcelanguage="en">')
    for context, texts in sorted(catalogue.items()):
        lines += ["<context>", f"    <name>{escape(context)}</name>"]
        for text, chinese in sorted(texts.items()):
            mark = "" if chinese else ' type="unfinished"'
            lines += [
                "    <message>",
                f"        <source>{escape(text)}</source>",
                f"        <translation{mark}>{escape(chinese)}</translation>",
                "    </message>",
            ]
        lines.append("</context>")
    return "\n".join([*lines, "</TS>", ""])


def as_json(catalogue: Catalogue) -> str:
    """The same for `i18n.translate`, finished entries only."""
    finished = {c: {t: zh for t, zh in texts.items() if zh} for c, texts in catalogue.items()}
    return (
        json.dumps({c: texts for c, texts in finished.items() if texts}, ensure_ascii=False, indent=1) + "\n"
    )


def missing(catalogue: Catalogue) -> Catalogue:
    """Entries without Chinese. Where the same words are translated elsewhere, that Chinese is proposed."""
    elsewhere = {t: zh for texts in catalogue.values() for t, zh in texts.items() if zh}
    gaps = {
        c: {t: elsewhere.get(t, "") for t, zh in texts.items() if not zh} for c, texts in catalogue.items()
    }
    return {context: texts for context, texts in gaps.items() if texts}


def places(text: str) -> set[str]:
    """The `{name}` places of a sentence; both languages must have the same."""
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:
        return set()


def problems() -> list[str]:
    """Why the catalogue is not fit to land, one line each; empty when it is fresh and complete."""
    told, wanted = known(), current()
    said = list(words.find(source_files(), ROOT).problems)
    if not TS.exists() or TS.read_text("utf-8") != as_ts(wanted):
        said.append("station_desk_zh_CN.ts does not match the source: run `dev.py i18n`.")
    if not JSON.exists() or JSON.read_text("utf-8") != as_json(told):
        said.append("zh_CN.json does not match the .ts: run `dev.py i18n`.")
    if not QM.exists() or QM.read_bytes() != _compiled(TS):
        said.append("station_desk_zh_CN.qm does not match the .ts: run `dev.py i18n`.")
    for context, texts in wanted.items():
        for text, chinese in texts.items():
            if not chinese:
                said.append(f"No Chinese yet for [{context}] {text!r}")
            elif places(text) != places(chinese):
                said.append(f"Different {{places}} in [{context}] {text!r} and {chinese!r}")
    return said


def update() -> None:
    """Bring .ts, .qm and .json in line with the source, keeping every translation still in use."""
    with _locked():
        _write(current())


def fill(file: Path) -> None:
    """Take translations from a JSON file `{context: {source: Chinese}}`; unknown sources are named."""
    given: Catalogue = json.loads(file.read_text("utf-8"))
    with _locked():
        catalogue = current()
        unknown = []
        for context, texts in given.items():
            for text, chinese in texts.items():
                if text not in catalogue.get(context, {}):
                    unknown.append(f"[{context}] {text!r}")
                elif chinese:
                    catalogue[context][text] = chinese
        _write(catalogue)
    if unknown:
        raise Failure("The rest is filled in; these are not in the source:\n" + "\n".join(unknown))


def _write(catalogue: Catalogue) -> None:
    _replace(TS, as_ts(catalogue).encode())
    _replace(JSON, as_json(catalogue).encode())
    _replace(QM, _compiled(TS))
    count = sum(len(texts) for texts in catalogue.values())
    gaps = sum(len(texts) for texts in missing(catalogue).values())
    for problem in words.find(source_files(), ROOT).problems:
        say(problem)
    say(f"{count} sentences, {gaps} without Chinese.")


def _compiled(ts: Path) -> bytes:
    if not ts.exists():
        return b""
    with tempfile.TemporaryDirectory() as scratch:
        made = Path(scratch) / "out.qm"
        command = [str(BIN / "pyside6-lrelease"), "-silent", "-nounfinished", str(ts), "-qm", str(made)]
        _tool(command, "pyside6-lrelease")
        return made.read_bytes()


def _tool(command: list[str], name: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", stdin=subprocess.DEVNULL)
    if done.returncode:
        raise Failure(f"{name} failed: {(done.stderr or done.stdout).strip()}")


def _replace(file: Path, content: bytes) -> None:
    """Whole or not at all: a reader never sees half a catalogue."""
    if file.exists() and file.read_bytes() == content:
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_name(f".{file.name}.{os.getpid()}")
    beside.write_bytes(content)
    os.replace(beside, file)


@contextlib.contextmanager
def _locked() -> Iterator[None]:
    """One writer at a time; a lock left behind by a killed run is broken after a minute."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    until = time.monotonic() + LOCK_SECONDS
    while True:
        try:
            os.close(os.open(LOCK, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
            break
        except FileExistsError:
            if time.monotonic() > until:
                LOCK.unlink(missing_ok=True)
            time.sleep(0.1)
    try:
        yield
    finally:
        LOCK.unlink(missing_ok=True)
