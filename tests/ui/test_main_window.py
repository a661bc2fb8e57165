"""The window: pages made when first opened, keys that lead to them, room for small screens."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from station_desk.ui import theme
from station_desk.ui.jobs import Jobs
from station_desk.ui.main_window import Hit, MainWindow, PageSpec
from station_desk.ui.widgets.page import Page
from station_desk.ui.widgets.side_panel import SidePanel

NAMES = ("今日", "接待", "事项", "建议", "项目", "征询", "代表", "值班", "报表", "交换", "设置")


class PairPage(Page):
    """A page with a list, a body and a side panel."""

    offers = frozenset({"another_matter"})

    def __init__(self) -> None:
        super().__init__()
        self.side_from, self.pair_from = 1000, 800
        self.rows, self.words, self.panel = QLabel("list"), QLineEdit(), SidePanel()
        self.set_list(self.rows)
        self.set_body(self.words)
        self.set_side(self.panel, "值班")
        self.asked: list[str] = []

    def do(self, action: str) -> bool:
        self.asked.append(action)
        return True


def window(jobs: Jobs, qtbot: QtBot, settings: dict[str, str] | None = None) -> tuple[MainWindow, list[str]]:
    made: list[str] = []

    def factory(name: str) -> Callable[[], Page]:
        def make() -> Page:
            made.append(name)
            return PairPage() if name == "事项" else Page()

        return make

    def search(text: str, deliver: Callable[[Sequence[Hit]], None]) -> None:
        deliver([Hit("matter", f"{text} 事项", "HC-2026-0098", "m1")])

    specs = [PageSpec(name, name, "sun", factory(name)) for name in NAMES]
    shown = MainWindow(specs, jobs, {} if settings is None else settings, search)
    shown.set_station("会城街道中心联络站")
    qtbot.addWidget(shown)
    shown.resize(1366, 768)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    return shown, made


def test_a_page_is_made_when_first_opened_and_kept(jobs: Jobs, qtbot: QtBot) -> None:
    shown, made = window(jobs, qtbot)
    first = shown.open_page("事项")
    shown.open_page("今日")
    assert shown.open_page("事项") is first
    assert made == ["事项", "今日"]


def test_alt_and_a_figure_opens_that_page_and_its_own_actions(jobs: Jobs, qtbot: QtBot) -> None:
    shown, _ = window(jobs, qtbot)
    shown.open_page("今日")
    assert not shown.commands.action("another_matter").isEnabled()
    qtbot.keyClick(shown, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    page = shown.page()
    assert isinstance(page, PairPage)
    qtbot.keyClick(shown, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert page.asked == ["another_matter"]


def test_ctrl_n_logs_a_visit_from_anywhere(jobs: Jobs, qtbot: QtBot) -> None:
    shown, _ = window(jobs, qtbot)
    shown.open_page("报表")
    with qtbot.waitSignal(shown.newVisitWanted):
        qtbot.keyClick(shown, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)


def test_text_keeps_its_own_undo_while_it_has_the_cursor(jobs: Jobs, qtbot: QtBot) -> None:
    shown, _ = window(jobs, qtbot)
    page = shown.open_page("事项")
    assert isinstance(page, PairPage)
    undone: list[int] = []
    shown.undoWanted.connect(lambda: undone.append(1))
    page.words.setFocus()
    qtbot.keyClicks(page.words, "88")
    qtbot.keyClick(page.words, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (page.words.text(), undone) == ("", [])
    page.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == [1]


def test_a_text_with_nothing_to_take_back_leaves_the_key_to_the_window(jobs: Jobs, qtbot: QtBot) -> None:
    shown, _ = window(jobs, qtbot)
    page = shown.open_page("事项")
    assert isinstance(page, PairPage)
    said: list[str] = []
    shown.undoWanted.connect(lambda: said.append("undo"))
    shown.redoWanted.connect(lambda: said.append("redo"))
    page.words.setText("放进来的")
    page.words.setFocus()
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(page.words, Qt.Key.Key_Z, control)
    qtbot.keyClick(page.words, Qt.Key.Key_Y, control)
    assert (page.words.text(), said) == ("放进来的", ["undo", "redo"])
    qtbot.keyClicks(page.words, "8")
    qtbot.keyClick(page.words, Qt.Key.Key_Z, control)
    assert (page.words.text(), said) == ("放进来的", ["undo", "redo"])
    qtbot.keyClick(page.words, Qt.Key.Key_Y, control)
    assert (page.words.text(), said) == ("放进来的8", ["undo", "redo"])


def test_the_search_box_offers_what_it_finds_and_enter_opens_it(jobs: Jobs, qtbot: QtBot) -> None:
    shown, _ = window(jobs, qtbot)
    shown.open_page("今日")
    chosen: list[Hit] = []
    shown.hitChosen.connect(chosen.append)
    qtbot.keyClick(shown, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    box = shown.top.box
    assert box.hasFocus()
    qtbot.keyClicks(box, "98")
    box.ask()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert [hit.key for hit in chosen] == ["m1"]


@pytest.mark.parametrize(("scale", "wide"), [(1.0, 1366), (1.5, 1366), (2.0, 1366)])
def test_the_window_fits_a_small_office_screen(
    app: QApplication, jobs: Jobs, qtbot: QtBot, scale: float, wide: int
) -> None:
    theme.apply(app, theme.Theme(scale=scale))
    shown, _ = window(jobs, qtbot)
    shown.open_page("事项")
    assert shown.minimumSizeHint().width() <= wide
    assert shown.minimumSizeHint().height() <= 696


def test_first_the_side_panel_becomes_a_button_then_list_and_body_take_turns(
    jobs: Jobs, qtbot: QtBot
) -> None:
    shown, _ = window(jobs, qtbot)
    page = shown.open_page("事项")
    assert isinstance(page, PairPage)
    assert page.panel.isVisible()
    shown.resize(900, 700)
    assert (page.side_hidden(), page.panel.isVisible(), page.rows.isVisible()) == (True, False, True)
    assert page._side_button is not None
    page._side_button.click()
    assert page.panel.isVisible()
    shown.resize(780, 700)
    assert (page.rows.isVisible(), page.words.isVisible()) == (True, False)
    page.show_body()
    assert (page.rows.isVisible(), page.words.isVisible()) == (False, True)
    shown.resize(1366, 700)
    assert page.rows.isVisible()
    assert page.words.isVisible()
    assert page.panel.isVisible()


def test_the_window_remembers_its_place_and_page(jobs: Jobs, qtbot: QtBot) -> None:
    settings: dict[str, str] = {}
    shown, _ = window(jobs, qtbot, settings)
    shown.open_page("代表")
    shown.close()
    assert settings["window.page"] == "代表"
    assert settings["window.geometry"]


def test_a_change_of_theme_reaches_an_open_window(app: QApplication, jobs: Jobs, qtbot: QtBot) -> None:
    shown, _ = window(jobs, qtbot)
    shown.open_page("今日")
    light = shown.grab().toImage().pixelColor(700, 400)
    theme.apply(app, theme.Theme(dark=True))
    dark = shown.grab().toImage().pixelColor(700, 400)
    assert (light.name(), dark.name()) == ("#ffffff", "#1d2024")
