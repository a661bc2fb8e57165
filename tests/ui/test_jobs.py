"""Work leaves the UI thread and its result comes back to it, or is dropped with the page it was for."""

from __future__ import annotations

import sys
import threading

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from station_desk.errors import UserError
from station_desk.progress import Progress
from station_desk.ui.jobs import Jobs, Turn


def test_a_save_runs_on_the_writer_thread_and_its_result_comes_back_here(jobs: Jobs, qtbot: QtBot) -> None:
    seen: list[tuple[str, str]] = []

    def save(progress: Progress) -> str:
        return threading.current_thread().name

    jobs.run(save, done=lambda name: seen.append((name, threading.current_thread().name)))
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [("desk-writer", "MainThread")]


def test_saves_keep_the_order_in_which_they_were_made(jobs: Jobs, qtbot: QtBot) -> None:
    order: list[int] = []
    for number in range(20):
        jobs.run(lambda progress, number=number: order.append(number))  # type: ignore[misc]
    qtbot.waitUntil(lambda: not jobs.is_busy())
    assert order == list(range(20))


def test_a_read_does_not_wait_for_a_long_write(jobs: Jobs, qtbot: QtBot) -> None:
    gate = threading.Event()
    read: list[str] = []
    jobs.run(lambda progress: gate.wait(10))
    jobs.read(lambda progress: "rows", done=read.append)
    qtbot.waitUntil(lambda: read == ["rows"])
    assert jobs.is_busy()
    gate.set()
    qtbot.waitUntil(lambda: not jobs.is_busy())


def test_long_reading_lets_others_in_between_its_pieces(jobs: Jobs, qtbot: QtBot) -> None:
    order: list[str] = []
    asked = threading.Event()

    def piece(progress: Progress) -> str | Turn:
        order.append("piece")
        asked.wait(10)
        return "whole" if order.count("piece") == 3 else Turn.AGAIN

    found: list[str] = []
    jobs.read(piece, done=found.append)
    jobs.read(lambda _: order.append("page"))
    asked.set()
    qtbot.waitUntil(lambda: not jobs.is_busy())
    assert order == ["piece", "page", "piece", "piece"]
    assert found == ["whole"]


def test_long_reading_stops_between_its_pieces(jobs: Jobs, qtbot: QtBot) -> None:
    pieces: list[int] = []
    outcome: list[str] = []

    def piece(progress: Progress) -> Turn:
        pieces.append(1)
        if len(pieces) == 2:
            job.cancel()
        return Turn.AGAIN

    job = jobs.read(piece, cancelled=lambda: outcome.append("stopped"))
    qtbot.waitUntil(lambda: bool(outcome))
    assert (len(pieces), outcome) == (2, ["stopped"])


def test_long_work_stops_when_cancelled_and_says_so(jobs: Jobs, qtbot: QtBot) -> None:
    begun = threading.Event()
    outcome: list[str] = []

    def import_all(progress: Progress) -> None:
        begun.set()
        while True:
            progress(1, 100, "row 1")

    job = jobs.run(
        import_all, done=lambda _: outcome.append("done"), cancelled=lambda: outcome.append("stopped")
    )
    assert begun.wait(10)
    job.cancel()
    qtbot.waitUntil(lambda: bool(outcome))
    assert outcome == ["stopped"]


def test_work_over_a_third_of_a_second_is_shown_as_busy(jobs: Jobs, qtbot: QtBot) -> None:
    gate = threading.Event()
    with qtbot.waitSignal(jobs.busyChanged, check_params_cb=lambda busy: bool(busy)):
        jobs.run(lambda progress: gate.wait(10), text="Importing")
    with qtbot.waitSignal(jobs.busyChanged, check_params_cb=lambda busy: not busy):
        gate.set()


def test_a_refusal_in_words_reaches_the_page(jobs: Jobs, qtbot: QtBot) -> None:
    told: list[str] = []

    def save(progress: Progress) -> None:
        raise UserError("请先写明来访人原话")

    jobs.run(save, failed=lambda error: told.append(str(error)))
    qtbot.waitUntil(lambda: told == ["请先写明来访人原话"])


def test_our_own_bug_goes_to_the_excepthook_and_the_writer_lives_on(
    jobs: Jobs, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    caught: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: caught.append(kind))
    after: list[int] = []
    jobs.run(lambda progress: 1 // 0)
    jobs.run(lambda progress: 7, done=after.append)
    qtbot.waitUntil(lambda: after == [7])
    assert caught == [ZeroDivisionError]


class _Page(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.results: list[int] = []

    def show_result(self, result: int) -> None:
        self.results.append(result)


def test_a_result_for_a_deleted_page_is_dropped(jobs: Jobs, qtbot: QtBot) -> None:
    page = _Page()
    results = page.results
    gate = threading.Event()
    jobs.run(lambda progress: int(gate.wait(10)), done=page.show_result)
    delete(page)
    gate.set()
    qtbot.waitUntil(lambda: not jobs.is_busy())
    assert results == []


def _told_where_it_dies(page: QWidget) -> list[int]:
    """Fills with the thread on which `page` is destroyed."""
    told: list[int] = []
    QObject(page).destroyed.connect(
        lambda: told.append(threading.get_ident()), Qt.ConnectionType.DirectConnection
    )
    return told


@pytest.mark.parametrize("ends", ["well", "refused", "cancelled"])
def test_a_page_that_only_its_own_work_still_holds_dies_on_the_ui_thread(
    jobs: Jobs, qtbot: QtBot, ends: str
) -> None:
    page = _Page()
    died_on = _told_where_it_dies(page)
    begun, gate = threading.Event(), threading.Event()

    def begin(page: _Page) -> None:
        def read(progress: Progress) -> int:
            begun.set()
            assert gate.wait(10)
            if ends == "refused":
                raise UserError(page.results.__doc__ or "")
            progress(1, 1, "")
            return len(page.results)

        job = jobs.read(
            read, done=page.show_result, failed=lambda error: page.close(), cancelled=page.close, owner=page
        )
        assert begun.wait(10)
        if ends == "cancelled":
            job.cancel()

    begin(page)
    del page
    gate.set()
    qtbot.waitUntil(lambda: not jobs.is_busy())
    jobs.read(lambda progress: 1)  # the worker turns to something else
    qtbot.waitUntil(lambda: not jobs.is_busy())
    assert died_on == [threading.get_ident()]
