"""The one command of this project: makes its environment, then runs, tests, draws, translates, builds.

    python3 dev.py run                    the program on the demo desk (no display: a headless tour)
    python3 dev.py test [ARGS]            all checks, then pytest; ARGS go to pytest
    python3 dev.py lint [--fix]           ruff, mypy, import-linter, forms, catalogue
    python3 dev.py bench [ARGS]           the measurements, e.g. --json FILE
    python3 dev.py fuzz-packages [ARGS]   damaged and forged packages, e.g. --n 200000 --seed 7
    python3 dev.py kill-exchange [ARGS]   imports and exports killed at random, e.g. --points 1000
    python3 dev.py simulate [ARGS]        random work and faults among real desks, e.g. --schedules 200
    python3 dev.py shots DIR              a picture of every page
    python3 dev.py papers DIR             every form and table on paper, short and long, with contact sheets
    python3 dev.py forms [--check]        forms/*.ui into Python
    python3 dev.py i18n [--check]         the Chinese catalogue from the source
    python3 dev.py i18n --missing         what has no Chinese yet, as JSON {context: {source: ""}}
    python3 dev.py i18n --fill FILE.json  put that JSON, filled in, into the catalogue
    python3 dev.py build                  a folder that runs without Python, tried once

Needs Python 3.11 to 3.13 and nothing else; everything goes into .venv beside this file.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / ".dev"))

from tools import catalogue, forms
from tools.machine import (
    BIN,
    PYTHON,
    ROOT,
    Failure,
    has_display,
    must,
    need_libraries,
    prepare,
    run,
    say,
)

DEMO_OUTPUT = "demo-output"
Args = list[str]


def run_program(args: Args) -> None:
    """Open the demo desk in a window; without a display, do the main job headless and say where to look."""
    window = has_display()
    need_libraries(window="DISPLAY" in os.environ, may_install=False)
    if window:
        must([PYTHON, "-m", "station_desk", "demo", *args], "The program ended with an error.")
        return
    say(f"There is no display here, so the main job is done headless; its results go to {DEMO_OUTPUT}/.")
    must(
        [PYTHON, "-m", "station_desk", "demo-tour", DEMO_OUTPUT, *args],
        "The tour ended with an error.",
        QT_QPA_PLATFORM="offscreen",
    )
    say(f"Done. Look in {ROOT / DEMO_OUTPUT}")


def run_tests(args: Args) -> None:
    """Every check first (seconds), then the tests on two processes."""
    need_libraries(window=False, may_install=True)
    run_lint([])
    if args:
        workers = [] if any(arg.startswith("-n") for arg in args) else ["-n", "2"]
        must(
            [PYTHON, "-m", "pytest", *workers, *args],
            "The tests failed; pytest says which above.",
            QT_QPA_PLATFORM="offscreen",
        )
        return
    windows = sorted(
        [*(ROOT / "tests/ui").glob("test_*.py"), *(ROOT / "tests/journeys").glob("test_window_*.py")]
    )
    rest = [f"--ignore={path}" for path in windows]
    say("pytest: everything without a window")
    failed = run([PYTHON, "-m", "pytest", "-n", "2", *rest], QT_QPA_PLATFORM="offscreen") != 0
    say("pytest: each file that opens windows in a process of its own")
    if not _each_alone(windows) or failed:
        raise Failure("The tests failed; pytest says which above.")


def _each_alone(files: Sequence[Path]) -> bool:
    """Two at a time: a crash of Qt ends one file and says which, and none finds another's application."""

    def alone(path: Path) -> int:
        command: list[str | Path] = [PYTHON, "-m", "pytest", "-q", "-n0", path]
        return run(command, QT_QPA_PLATFORM="offscreen")

    with ThreadPoolExecutor(2) as pool:
        codes = list(pool.map(alone, files))
    for path, code in zip(files, codes, strict=True):
        if code:
            say(f"{path} failed (exit {code})")
    return not any(codes)


def run_lint(args: Args) -> None:
    """All static checks, every one of them even when an earlier one fails."""
    if "--fix" in args:
        run([BIN / "ruff", "check", "--fix", "--quiet", "."])
        run([BIN / "ruff", "format", "--quiet", "."])
    checks: Mapping[str, Callable[[], bool]] = {
        "ruff check": lambda: run([BIN / "ruff", "check", "."]) == 0,
        "ruff format": lambda: run([BIN / "ruff", "format", "--check", "."]) == 0,
        "mypy": lambda: run([PYTHON, "-m", "mypy"]) == 0,
        "import-linter": lambda: run([BIN / "lint-imports", "--no-cache", "--no-logo"], PYTHONUTF8="1") == 0,
        "forms": lambda: _none(forms.stale()),
        "i18n": lambda: _none(catalogue.problems()),
    }
    failed = []
    for name, check in checks.items():
        say(f"== {name}")
        if not check():
            failed.append(name)
    if failed:
        raise Failure(f"These checks failed: {', '.join(failed)}. What is wrong is said above.")
    say("All checks passed.")


def _none(problems: list[str]) -> bool:
    for problem in problems:
        say(problem)
    return not problems


def run_bench(args: Args) -> None:
    """The measurements of tests/bench; arguments pass through."""
    need_libraries(window=False, may_install=False)
    must(
        [PYTHON, "-m", "tests.bench", *args],
        "A measurement failed or missed its limit.",
        QT_QPA_PLATFORM="offscreen",
    )


def run_fuzzing(args: Args) -> None:
    """Damaged and forged packages, taken in by the thousand; arguments pass through."""
    need_libraries(window=False, may_install=False)
    must(
        [PYTHON, "-m", "tests.fuzzing", *args], "A package was not refused as it must be; it is named above."
    )


def run_killing(args: Args) -> None:
    """Imports and exports killed at random moments; arguments pass through."""
    need_libraries(window=False, may_install=False)
    must([PYTHON, "-m", "tests.killing", *args], "A kill left something half done; its seed is above.")


def run_simulation(args: Args) -> None:
    """Schedules of random work and faults among real desks; arguments pass through."""
    need_libraries(window=False, may_install=False)
    must([PYTHON, "-m", "tests.simulation", *args], "A schedule did not end as it must; its seed is above.")


def run_shots(args: Args) -> None:
    """A picture of every page in both languages, into the folder named."""
    if len(args) != 1 or args[0].startswith("-"):
        raise Failure("Name the folder for the pictures: python3 dev.py shots DIR")
    need_libraries(window=False, may_install=False)
    must(
        [PYTHON, "-m", "tests.shots", *args], "The pictures could not be drawn.", QT_QPA_PLATFORM="offscreen"
    )


def run_papers(args: Args) -> None:
    """Every form and table of short, rare and long texts, as files and contact sheets."""
    if len(args) != 1 or args[0].startswith("-"):
        raise Failure("Name the folder for the papers: python3 dev.py papers DIR")
    need_libraries(window=False, may_install=False)
    must([PYTHON, "-m", "tests.papers", *args], "The papers could not be drawn.")


def run_forms(args: Args) -> None:
    """Generate the forms, or with --check only say what is stale."""
    if args != ["--check"]:
        forms.write()
    elif not _none(forms.stale()):
        raise Failure("Run `python3 dev.py forms` and commit what it writes.")


def run_i18n(args: Args) -> None:
    """Update, check, list the gaps of, or fill the Chinese catalogue."""
    match args:
        case []:
            catalogue.update()
        case ["--check"]:
            if not _none(catalogue.problems()):
                raise Failure("The Chinese catalogue is not complete and fresh.")
        case ["--missing"]:
            say(json.dumps(catalogue.missing(catalogue.current()), ensure_ascii=False, indent=1))
        case ["--fill", file]:
            catalogue.fill(Path(file))
        case _:
            raise Failure("Use: python3 dev.py i18n [--check | --missing | --fill FILE.json]")


def run_build(args: Args) -> None:
    """A one-folder program in dist/, and its own self-test."""
    need_libraries(window=False, may_install=False)
    must(
        [PYTHON, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN", "build.spec", *args],
        "PyInstaller could not build the program.",
    )
    program = (
        ROOT / "dist" / "station-desk" / ("station-desk.exe" if sys.platform == "win32" else "station-desk")
    )
    must([program, "--self-test"], "The built program failed its own test.", QT_QPA_PLATFORM="offscreen")
    say(f"Built and tried: {program.parent}")


COMMANDS: Mapping[str, Callable[[Args], None]] = {
    "run": run_program,
    "test": run_tests,
    "lint": run_lint,
    "bench": run_bench,
    "fuzz-packages": run_fuzzing,
    "kill-exchange": run_killing,
    "simulate": run_simulation,
    "shots": run_shots,
    "papers": run_papers,
    "forms": run_forms,
    "i18n": run_i18n,
    "build": run_build,
}


def main(argv: Args) -> int:
    """Returns the exit code: 0 done, 1 something failed and was said, 2 no such command."""
    if not argv or argv[0] not in COMMANDS:
        print(__doc__)
        return 0 if argv in (["-h"], ["--help"]) else 2
    if not (3, 11) <= sys.version_info[:2] <= (3, 13):
        print(f"Python 3.11, 3.12 or 3.13 is needed; this is {sys.version.split()[0]}.", file=sys.stderr)
        return 1
    try:
        prepare()
        COMMANDS[argv[0]](argv[1:])
    except Failure as failure:
        print(f"\n{failure}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
