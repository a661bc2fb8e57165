"""Gets a machine ready: the virtual environment, its packages, and the system libraries Qt asks for."""

from __future__ import annotations

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
import tomllib
import venv
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ENV = ROOT / ".venv"
BIN = ENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
STAMP = ENV / "requirements.sha256"

# Shared library → Debian package, for what PySide6's wheels do not bring themselves. Found with ldd over
# QtCore, QtGui, QtWidgets, QtSvg, QtNetwork, QtTest and the offscreen platform.
OFFSCREEN_LIBRARIES: Mapping[str, str] = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
}
# The same for the xcb platform: a real window on X11.
WINDOW_LIBRARIES: Mapping[str, str] = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


class Failure(Exception):
    """A plain sentence for the terminal; the command ends with exit code 1."""


def say(text: str) -> None:
    """One line of progress, shown at once even when the output is a file."""
    print(text, flush=True)


def run(command: Sequence[str | Path], **extra_env: str) -> int:
    """Run `command` in the project's folder, its output passed through; returns its exit code."""
    done = subprocess.run(
        [str(part) for part in command], cwd=ROOT, env={**os.environ, **extra_env}, stdin=subprocess.DEVNULL
    )
    return done.returncode


def must(command: Sequence[str | Path], sorry: str, **extra_env: str) -> None:
    """Run `command`; a non-zero exit becomes a `Failure` that says `sorry`."""
    if run(command, **extra_env):
        raise Failure(sorry)


def has_display() -> bool:
    """Whether a window can be shown here."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def prepare() -> None:
    """Make `.venv` and bring it in line with requirements/, only when something about them changed."""
    wanted = _fingerprint()
    if PYTHON.exists() and STAMP.exists() and STAMP.read_text("ascii") == wanted:
        return
    if not PYTHON.exists():
        say("Making the virtual environment .venv")
        try:
            venv.create(ENV, with_pip=True)
        except (OSError, subprocess.CalledProcessError) as error:
            raise Failure(
                f"The virtual environment could not be made ({error}). "
                "On Debian, install the package python3-venv and run this again."
            ) from error
    pip: list[str | Path] = [PYTHON, "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    say("Installing the pinned packages of requirements/dev.txt")
    must([*pip, "-r", "requirements/dev.txt"], "The packages could not be installed; pip says why above.")
    must(
        [*pip, "--no-deps", "--no-build-isolation", "-e", "."],
        "The project itself could not be installed into .venv; pip says why above.",
    )
    STAMP.write_text(wanted, "ascii")


def _fingerprint() -> str:
    content = hashlib.sha256(sys.version.encode())
    for file in sorted((ROOT / "requirements").glob("*.txt")):
        content.update(file.read_bytes())
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    content.update(repr((project["build-system"], project["project"], project["tool"]["hatch"])).encode())
    return content.hexdigest()


def missing_packages(*, window: bool) -> list[str]:
    """The Debian packages whose libraries cannot be loaded here; empty on other systems."""
    if not sys.platform.startswith("linux"):
        return []
    wanted = {**OFFSCREEN_LIBRARIES, **(WINDOW_LIBRARIES if window else {})}
    return [package for library, package in wanted.items() if not _loads(library)]


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def need_libraries(*, window: bool, may_install: bool) -> None:
    """See that Qt can start; `may_install`: as root with apt-get, install what is missing (bare CI)."""
    missing = missing_packages(window=window)
    if not missing:
        return
    advice = (
        "Qt needs system libraries that are missing here. On Debian or Ubuntu, install them with:\n"
        f"  apt-get install {' '.join(missing)}"
    )
    if not may_install or os.geteuid() != 0:
        raise Failure(advice)
    if shutil.which("apt-get") is None:
        raise Failure(
            f"{advice}\nThere is no apt-get here: install the same libraries in this system's own way."
        )
    say(f"Installing the system libraries Qt needs: {' '.join(missing)}")
    _apt_install(missing, advice)
    still = missing_packages(window=window)
    if still:
        raise Failure(
            f"These packages were installed but their libraries still do not load: {' '.join(still)}"
        )


def _apt_install(packages: Iterable[str], advice: str) -> None:
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    # A fresh machine's list of packages is empty or old. Offline this fails, and the next line says so.
    run(["apt-get", "update", "-qq"], **quiet)
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    must(install, f"apt-get could not install them. {advice}", **quiet)
