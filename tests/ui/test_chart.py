"""Charts on the screen: every mark is reached by key or pointer and opens what it counts; or the table."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from station_desk.casework import browse
from station_desk.casework.browse import MatterFilter
from station_desk.domain.records import Person
from station_desk.domain.vocabulary import Role
from station_desk.reports.content import Chart, Linked, Series, Shape, Tone
from station_desk.ui import look, theme
from station_desk.ui.jobs import Jobs
from station_desk.ui.pages.deputy_file import DeputyFilePage
from station_desk.ui.pages.today import TodayPage
from station_desk.ui.session import Session
from station_desk.ui.widgets.chart import ChartSection, ChartView
from tests.builders import a_deputy, a_matter, a_visit, an_issue
from tests.ui.at_desk import a_session, in_chinese, until

YES, NO = MatterFilter(category="市政"), MatterFilter(category="教育")
BARS = Chart(
    "各类别（件）",
    Shape.BARS,
    ("市政排水", "公共教育"),
    (
        Series("解决", Tone.FULL, (Linked(7, YES), Linked(2, NO))),
        Series("未解决", Tone.HATCH, (Linked(3, YES), 0)),
    ),
)


@pytest.fixture
def chinese(app: QApplication) -> Iterator[QApplication]:
    with in_chinese(app):
        yield app


@pytest.fixture
def session(chinese: QApplication, tmp_path: Path, jobs: Jobs) -> Iterator[Session]:
    with a_session(tmp_path, jobs) as made:
        yield made


def a_view(qtbot: QtBot, wide: int = 500) -> ChartView:
    view = ChartView()
    qtbot.addWidget(view)
    view.resize(wide, 100)
    view.show_chart(BARS)
    view.show()
    return view


def test_arrow_keys_walk_the_marks_and_enter_opens_one(chinese: QApplication, qtbot: QtBot) -> None:
    view = a_view(qtbot)
    first, second, third = view.buttons()
    assert [one.accessibleName() for one in (first, second, third)] == [
        "市政排水 解决 7", "市政排水 未解决 3", "公共教育 解决 2",
    ]  # fmt: skip
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    qtbot.keyClick(second, Qt.Key.Key_Right)
    with qtbot.waitSignal(view.wanted) as asked:
        qtbot.keyClick(third, Qt.Key.Key_Return)
    assert asked.args == [NO]


def test_a_mark_is_clicked_where_it_is_drawn(chinese: QApplication, qtbot: QtBot) -> None:
    view = a_view(qtbot)
    mark = view.marks()[1]
    button = view.buttons()[1]
    assert button.geometry().contains(round(mark.left + mark.wide / 2), round(mark.top + mark.high / 2))
    with qtbot.waitSignal(view.wanted) as asked:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked.args == [YES]


def test_a_screen_reader_is_told_the_title_and_every_number(chinese: QApplication, qtbot: QtBot) -> None:
    view = a_view(qtbot)
    assert view.accessibleName() == "各类别（件）"
    assert view.accessibleDescription() == "市政排水 解决 7; 市政排水 未解决 3; 公共教育 解决 2"


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_marks_stay_within_the_width_at_every_text_size(
    chinese: QApplication, qtbot: QtBot, scale: float
) -> None:
    before = look.current()
    theme.apply(chinese, theme.Theme(scale=scale))
    try:
        view = a_view(qtbot, wide=round(260 * scale))
        assert all(view.rect().contains(button.geometry()) for button in view.buttons())
        assert view.height() >= 3 * 13 * scale
    finally:
        theme.apply(chinese, before)


def test_the_table_takes_the_charts_place_with_the_same_numbers(chinese: QApplication, qtbot: QtBot) -> None:
    section = ChartSection()
    qtbot.addWidget(section)
    section.show_chart(BARS)
    section.show()
    qtbot.mouseClick(section.switch, Qt.MouseButton.LeftButton)
    assert section.view.isHidden()
    numbers = {b.accessibleName(): b for b in section.table.findChildren(QPushButton)}
    assert list(numbers) == ["市政排水 解决 7", "市政排水 未解决 3", "公共教育 解决 2", "公共教育 未解决 0"]
    assert not numbers["公共教育 未解决 0"].isEnabled()
    with qtbot.waitSignal(section.wanted) as asked:
        qtbot.mouseClick(numbers["公共教育 解决 2"], Qt.MouseButton.LeftButton)
    assert asked.args == [NO]
    qtbot.mouseClick(section.switch, Qt.MouseButton.LeftButton)
    assert not section.view.isHidden()


def test_a_chart_of_nothing_says_so_in_words(chinese: QApplication, qtbot: QtBot) -> None:
    section = ChartSection()
    qtbot.addWidget(section)
    section.show_chart(Chart("各类别（件）", Shape.BARS, ("市政",), (Series("解决", Tone.FULL, (0,)),)))
    assert section.view.isHidden()
    assert section.nothing.text() == "还没有记录。"


def test_a_month_on_today_opens_its_matters_and_follows_what_is_saved(qtbot: QtBot, session: Session) -> None:
    may = an_issue(session.desk, began=datetime(2026, 5, 7, 9))
    an_issue(session.desk, began=datetime(2026, 4, 7, 9))
    page = TodayPage(session)
    qtbot.addWidget(page)
    page.resize(1238, 900)
    page.show()
    page.arrive()
    until(qtbot, lambda: page.side.months is not None and bool(page.side.months.view.buttons()))
    months = page.side.months
    assert months is not None
    mark = next(b for b in months.view.buttons() if b.text() == "2026-05 收集 1")
    with qtbot.waitSignal(session.wanted) as asked:
        qtbot.mouseClick(mark, Qt.MouseButton.LeftButton)
    name, wanted = asked.args or ("", None)
    assert name == "matters"
    assert isinstance(wanted, MatterFilter)
    assert [row.id for row in browse.page(session.desk, wanted)] == [may]

    an_issue(session.desk, began=datetime(2026, 5, 8, 9))
    page.read()
    until(qtbot, lambda: any(b.text() == "2026-05 收集 2" for b in months.view.buttons()))
    assert page.side.months is months


def test_an_empty_desk_has_no_chart_on_today(qtbot: QtBot, session: Session) -> None:
    page = TodayPage(session)
    qtbot.addWidget(page)
    page.show()
    with qtbot.waitSignal(page.model.filled):
        page.arrive()
    until(qtbot, lambda: not session.jobs.is_busy())
    assert page.side.months is None or page.side.months.isHidden()


def test_a_month_in_the_deputys_file_narrows_the_lists_to_what_it_counts(
    chinese: QApplication, tmp_path: Path, jobs: Jobs, qtbot: QtBot
) -> None:
    with a_session(tmp_path, jobs, role=Role.DEPUTY) as session:
        chen = a_deputy(session.desk, "李敏")
        with session.desk.writing(session.actor, "save_person") as work:
            work.add(Person(site=work.identity.site, name="李敏", role=Role.DEPUTY.value, deputy=chen))
        for month in (3, 5, 5):
            a_visit(session.desk, a_matter("江会路浸水"), began=datetime(2026, month, 7, 9), deputies=(chen,))
        page = DeputyFilePage(session)
        qtbot.addWidget(page)
        page.resize(1238, 800)
        page.show()
        page.arrive()
        until(qtbot, lambda: page.visit_rows.rowCount() == 3)
        mark = next(b for b in page.work.view.buttons() if b.text() == "5月 接待 2")
        qtbot.mouseClick(mark, Qt.MouseButton.LeftButton)
        assert page.visit_rows.rowCount() == 2
        assert page.years.current_value() == "2026"
        assert "5月" in page.whole.text()
        qtbot.mouseClick(page.whole, Qt.MouseButton.LeftButton)
        assert page.visit_rows.rowCount() == 3
        assert not page.findChildren(QScrollArea)[0].horizontalScrollBar().isVisible()
        jobs.close()
