"""Turns forms/*.ui into station_desk/ui/forms/ui_*.py, which are committed and proved fresh by a test."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tools.machine import BIN, ROOT, Failure, say

FORMS = ROOT / "forms"
GENERATED = ROOT / "station_desk" / "ui" / "forms"
_PACKAGE = '"""What pyside6-uic makes of forms/*.ui; never edited by hand (`dev.py forms`)."""\n'


def sources() -> list[Path]:
    """Every form, by name. The folder is flat: one form a page or dialog, named by its stem."""
    return sorted(FORMS.glob("*.ui"))


def target(form: Path) -> Path:
    """Where the code of `form` lies."""
    return GENERATED / f"ui_{form.stem}.py"


def generate(form: Path) -> str:
    """The Python text of `form`: a fixed header, then uic's classes with no version or date in them."""
    done = subprocess.run(
        [str(BIN / "pyside6-uic"), str(form)], capture_output=True, text=True, encoding="utf-8"
    )
    if done.returncode or not done.stdout.strip():
        raise Failure(f"{form.name} could not be read as a form: {done.stderr.strip()}")
    lines = [line.rstrip() for line in done.stdout.splitlines()]
    # uic's own heading names its version; imports are where the code begins.
    start = next(number for number, line in enumerate(lines) if line.startswith("from PySide6"))
    heading = f'"""The form {form.name}, generated: edit it in Qt Designer and run `dev.py forms`."""'
    return "\n".join([heading, "", *lines[start:]]).rstrip() + "\n"


def stale() -> list[str]:
    """What differs between forms/ and the generated code, one sentence each; empty when fresh."""
    problems = []
    for form in sources():
        made = target(form)
        if not made.exists():
            problems.append(f"{form.name} has no generated {made.name}.")
        elif made.read_text("utf-8") != generate(form):
            problems.append(f"{made.name} is not what {form.name} gives.")
    wanted = {target(form).name for form in sources()}
    problems += [
        f"{orphan.name} has no form any more."
        for orphan in sorted(GENERATED.glob("ui_*.py"))
        if orphan.name not in wanted
    ]
    return problems


def write() -> None:
    """Generate every form, remove what has no form any more; files already right are left untouched."""
    forms = sources()
    if forms:
        _write_if_new(GENERATED / "__init__.py", _PACKAGE)
    for form in forms:
        _write_if_new(target(form), generate(form))
    wanted = {target(form) for form in forms}
    for orphan in GENERATED.glob("ui_*.py"):
        if orphan not in wanted:
            orphan.unlink()
            say(f"removed {orphan.relative_to(ROOT)}")
    say(f"{len(forms)} forms are up to date.")


def _write_if_new(file: Path, text: str) -> None:
    if file.exists() and file.read_text("utf-8") == text:
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8", newline="\n")
    say(f"wrote {file.relative_to(ROOT)}")
