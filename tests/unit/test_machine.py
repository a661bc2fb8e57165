"""A bare machine is told in plain words what it lacks, or, as a CI machine, is given it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tools import machine

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Debian packages are Linux's")


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """A machine without libEGL where we are root; the commands it was asked to run."""
    installed: list[list[str]] = []

    def run(command: Sequence[str | Path], **_env: str) -> int:
        installed.append([str(part) for part in command])
        return 0

    def loads(library: str) -> bool:
        return library != "libEGL.so.1" or any("libegl1" in command for command in installed)

    monkeypatch.setattr(machine, "run", run)
    monkeypatch.setattr(machine, "_loads", loads)
    monkeypatch.setattr("os.geteuid", lambda: 0)
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    return installed


def test_the_machine_these_tests_run_on_lacks_nothing() -> None:
    assert machine.missing_packages(window=False) == []


def test_a_person_is_told_which_packages_to_install_and_nothing_is_done(bare: list[list[str]]) -> None:
    with pytest.raises(machine.Failure, match=r"apt-get install libegl1$"):
        machine.need_libraries(window=False, may_install=False)
    assert bare == []


def test_a_bare_ci_machine_gets_only_what_is_missing(bare: list[list[str]]) -> None:
    machine.need_libraries(window=False, may_install=True)
    assert bare[0][:2] == ["apt-get", "update"]
    assert bare[1][:2] == ["apt-get", "install"]
    assert [word for word in bare[1][2:] if not word.startswith("-")] == ["libegl1"]


def test_a_system_without_apt_is_told_so(bare: list[list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _name: None)
    with pytest.raises(machine.Failure, match="There is no apt-get here"):
        machine.need_libraries(window=False, may_install=True)
    assert bare == []


def test_someone_who_is_not_root_is_told_what_to_ask_for(
    bare: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    with pytest.raises(machine.Failure, match="libegl1"):
        machine.need_libraries(window=False, may_install=True)
    assert bare == []
