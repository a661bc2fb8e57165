"""A list of any length stays small in memory and can be read from either end."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex
from pytestqt.qtbot import QtBot

from station_desk.ui.jobs import Jobs
from station_desk.ui.paging import BLOCK, Column, PagedModel, Rows


@dataclass(frozen=True, slots=True)
class Matter:
    rowid: int
    title: str


ROWS: Rows[Matter] = Rows([Column("事项", lambda row: row.title)], key=lambda row: str(row.rowid))


class Desk:
    """Counts what is read from it."""

    def __init__(self) -> None:
        self.read: list[tuple[int, int]] = []
        self.edition = ""

    def load(self, ids: Sequence[int]) -> list[Matter]:
        self.read.append((ids[0], len(ids)))
        return [Matter(rowid, f"事项 {rowid}{self.edition}") for rowid in ids]


def model_of(jobs: Jobs, desk: Desk, count: int) -> PagedModel[Matter]:
    model: PagedModel[Matter] = PagedModel(jobs, ROWS, desk.load, lambda row: row.rowid, jobs)
    model.set_ids(array("q", range(count)))
    return model


def text(model: PagedModel[Matter], row: int) -> object:
    return model.index(row, 0).data()


def test_the_last_row_of_a_million_is_read_without_those_before_it(jobs: Jobs, qtbot: QtBot) -> None:
    desk = Desk()
    model = model_of(jobs, desk, 1_000_000)
    assert model.rowCount() == 1_000_000
    assert text(model, 999_999) is None
    with qtbot.waitSignal(model.dataChanged):
        pass
    assert text(model, 999_999) == "事项 999999"
    assert desk.read == [(999_800, BLOCK)]


def test_walking_through_a_long_list_keeps_few_blocks(jobs: Jobs, qtbot: QtBot) -> None:
    model = model_of(jobs, Desk(), 20_000)
    for first in range(0, 20_000, BLOCK):
        with qtbot.waitSignal(model.dataChanged):
            text(model, first)
    assert len(model._blocks) <= 24
    assert text(model, 19_999) == "事项 19999"


def test_a_saved_row_is_read_again(jobs: Jobs, qtbot: QtBot) -> None:
    desk = Desk()
    model = model_of(jobs, desk, 500)
    with qtbot.waitSignal(model.dataChanged):
        text(model, 3)
    desk.edition = "（已办结）"
    with qtbot.waitSignal(model.dataChanged):
        model.refresh([3])
    assert text(model, 3) == "事项 3（已办结）"
    assert model.row_of(499) == 499


def test_a_newer_filter_overtakes_an_older_one(jobs: Jobs, qtbot: QtBot) -> None:
    model = model_of(jobs, Desk(), 0)
    counts: list[int] = []
    model.filled.connect(counts.append)
    model.fetch(lambda progress: array("q", range(10)))
    model.fetch(lambda progress: array("q", range(4)))
    qtbot.waitUntil(lambda: not jobs.is_busy())
    assert counts == [4]
    assert model.rowCount() == 4
    assert model.rowCount(model.index(0, 0)) == 0
    assert not QModelIndex().isValid()
