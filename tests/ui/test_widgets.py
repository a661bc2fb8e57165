"""The kit by keyboard, by mouse and at every text size."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QAccessible, QInputMethodEvent, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from station_desk.errors import Problem
from station_desk.ui import theme
from station_desk.ui.actions import ComposingGuard, sequences, table
from station_desk.ui.messages import MessageLine
from station_desk.ui.mishap import details, masked
from station_desk.ui.paging import Column, ListModel, Rows
from station_desk.ui.scaling import FormScaler
from station_desk.ui.widgets.chips import Chip, ChipRow
from station_desk.ui.widgets.count_strip import Count, CountStrip
from station_desk.ui.widgets.elided import ElidedLabel
from station_desk.ui.widgets.fields import DateLine, ErrorBook, Field
from station_desk.ui.widgets.picks import Deliver, NameLine, Pick
from station_desk.ui.widgets.rows import TodayDelegate, TodayRow, TodayTable
from station_desk.ui.widgets.segments import Segments
from station_desk.ui.widgets.stage_bar import Stage, StageBar
from station_desk.ui.widgets.table import Table
from station_desk.ui.widgets.timeline import Happening, Timeline

Key = Qt.Key
COUNTS = [
    Count("late", "3", "逾期", "最久 6 个工作日", "red", "circle-alert"),
    Count("soon", "6", "七日内到期", "今天 1 件，明天 2 件", "amber", "clock"),
    Count("tell", "5", "待反馈群众", "1 件已过 10 个工作日"),
    Count("ask", "4", "待征询代表", "2 件答复昨天到"),
    Count("pack", "1", "待处理包", "另有 2 包待寄出"),
]
STAGES = [
    Stage("登记", "5月7日", "done"),
    Stage("处置", "5月11日签收", "current"),
    Stage("反馈"),
    Stage("评价"),
]


def today_table(qtbot: QtBot) -> TodayTable:
    table = TodayTable()
    qtbot.addWidget(table)
    rows: Rows[TodayRow] = Rows(
        [Column(text, lambda row: row.title) for text in ("到期", "事项", "现由谁办", "下一步")],
        key=lambda row: row.title,
        row=lambda row: row,
        spoken=TodayRow.spoken,
    )
    model = ListModel(rows, table)
    model.set_rows(
        [
            TodayRow(
                "逾期 6 个工作日",
                "5月13日",
                "江会路积水",
                "HC-1",
                "区市政管理所",
                "处置中",
                "催办",
                "red",
                True,
            ),
            TodayRow(
                "明天到期", "5月22日", "学校门口乱停车", "HC-2", "区交警大队", "待改派", "重新分办", "amber"
            ),
            TodayRow("6月3日", "", "加装健身器材", "HC-3", "本站", "受理"),
        ]
    )
    table.setModel(model)
    table.resize(900, 400)
    table.show()
    return table


def test_clicking_the_verb_of_a_row_does_it_and_clicking_beside_it_does_not(
    app: QApplication, qtbot: QtBot
) -> None:
    table = today_table(qtbot)
    done: list[int] = []
    table.verbTriggered.connect(lambda index: done.append(index.row()))
    delegate = table.itemDelegate()
    assert isinstance(delegate, TodayDelegate)
    index = table.model().index(1, 3)
    verb = delegate.verb_rect(table.visualRect(index))
    left = Qt.MouseButton.LeftButton
    qtbot.mouseClick(table.viewport(), left, pos=verb.topLeft() - QPoint(0, 4))
    qtbot.mouseClick(table.viewport(), left, pos=table.visualRect(table.model().index(1, 1)).center())
    assert done == []
    assert table.currentIndex().row() == 1
    qtbot.mouseClick(table.viewport(), left, pos=verb.center())
    assert done == [1]


def test_enter_does_the_verb_of_the_current_row_or_opens_a_row_without_one(
    app: QApplication, qtbot: QtBot
) -> None:
    table = today_table(qtbot)
    verbs: list[int] = []
    opened: list[int] = []
    table.verbTriggered.connect(lambda index: verbs.append(index.row()))
    table.opened.connect(lambda index: opened.append(index.row()))
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 0))
    qtbot.keyClick(table, Key.Key_Return)
    qtbot.keyClick(table, Key.Key_Down)
    qtbot.keyClick(table, Key.Key_Down)
    qtbot.keyClick(table, Key.Key_Enter)
    assert (verbs, opened) == ([0], [2])


def test_a_row_says_due_title_and_verb_to_a_screen_reader(app: QApplication, qtbot: QtBot) -> None:
    said = today_table(qtbot).model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "逾期 6 个工作日，江会路积水，区市政管理所，处置中，催办"


def test_counts_filter_by_keyboard_and_a_second_press_takes_the_filter_off(
    app: QApplication, qtbot: QtBot
) -> None:
    strip = CountStrip()
    qtbot.addWidget(strip)
    strip.set_counts(COUNTS)
    strip.resize(1200, 64)
    strip.show()
    asked: list[str] = []
    strip.filtered.connect(asked.append)
    first = strip.buttons()[0]
    first.setFocus()
    qtbot.keyClick(first, Key.Key_Right)
    second = strip.buttons()[1]
    assert strip.focusWidget() is second
    assert [button.focusPolicy() == Qt.FocusPolicy.StrongFocus for button in strip.buttons()].count(True) == 1
    qtbot.keyClick(second, Key.Key_Space)
    qtbot.keyClick(second, Key.Key_Space)
    assert asked == ["soon", ""]


def test_second_lines_of_the_strip_are_shown_all_or_not_at_all(app: QApplication, qtbot: QtBot) -> None:
    strip = CountStrip()
    qtbot.addWidget(strip)
    strip.set_counts(COUNTS)
    strip.show()
    strip.resize(1237, 64)
    assert strip.seconds_shown()
    strip.resize(860, 64)
    assert not strip.seconds_shown()
    assert strip.sizeHint().height() == 48
    strip.resize(1237, 48)
    assert strip.seconds_shown()


def test_each_count_and_stage_is_a_named_child_for_screen_readers(app: QApplication, qtbot: QtBot) -> None:
    strip, bar = CountStrip(), StageBar()
    for widget in (strip, bar):
        qtbot.addWidget(widget)
    strip.set_counts(COUNTS)
    bar.set_stages(STAGES)
    names = [
        QAccessible.queryAccessibleInterface(cell).text(QAccessible.Text.Name) for cell in strip.buttons()
    ]
    assert names[:2] == ["逾期 3", "七日内到期 6"]
    assert "登记" in bar.buttons()[0].accessibleName()
    assert bar.buttons()[1].focusPolicy() == Qt.FocusPolicy.StrongFocus


def test_a_stage_is_chosen_with_enter(app: QApplication, qtbot: QtBot) -> None:
    bar = StageBar()
    qtbot.addWidget(bar)
    bar.set_stages(STAGES)
    bar.show()
    chosen: list[int] = []
    bar.chosen.connect(chosen.append)
    bar.buttons()[1].setFocus()
    qtbot.keyClick(bar.buttons()[1], Key.Key_Right)
    qtbot.keyClick(bar.buttons()[2], Key.Key_Return)
    assert chosen == [2]


def test_segments_move_with_the_arrow_keys_and_have_one_tab_stop(app: QApplication, qtbot: QtBot) -> None:
    way = Segments()
    qtbot.addWidget(way)
    way.set_choices([("station", "驻站"), ("visit", "走访"), ("phone", "电话")], "visit")
    way.show()
    chosen: list[str] = []
    way.chosen.connect(chosen.append)
    way.buttons()[1].setFocus()
    qtbot.keyClick(way.buttons()[1], Key.Key_Right)
    assert (chosen, way.current_value()) == (["phone"], "phone")
    assert way.buttons()[1].focusPolicy() == Qt.FocusPolicy.ClickFocus


def test_a_filter_chip_goes_by_its_cross_or_by_delete(app: QApplication, qtbot: QtBot) -> None:
    row = ChipRow()
    qtbot.addWidget(row)
    row.set_chips([Chip("open", "未办结", removable=True), Chip("town", "会城街道", removable=True)])
    row.show()
    gone: list[str] = []
    row.removed.connect(gone.append)
    first, second = row.buttons()
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton, pos=QPoint(first.width() - 8, first.height() // 2))
    qtbot.keyClick(second, Key.Key_Delete)
    assert gone == ["open", "town"]


def test_a_day_line_settles_words_into_a_date_and_keeps_what_it_cannot_read(
    app: QApplication, qtbot: QtBot
) -> None:
    line = DateLine()
    qtbot.addWidget(line)
    line.today = lambda: date(2026, 5, 21)
    line.show()
    told: list[object] = []
    line.dayChanged.connect(told.append)
    qtbot.keyClicks(line, "5-3")
    qtbot.keyClick(line, Key.Key_Return)
    assert (line.text(), told) == ("2026-05-03", [date(2026, 5, 3)])
    line.setText("某天")
    line.settle()
    assert not line.understood()
    assert line.text() == "某天"
    assert line.property("wrong") is True


def test_a_day_line_says_which_years_there_are_and_leaves_a_far_day_that_was_kept(
    app: QApplication, qtbot: QtBot
) -> None:
    line = DateLine()
    qtbot.addWidget(line)
    line.show()
    line.setText("0226-05-07")
    line.settle()
    assert (line.day(), line.property("wrong")) == (None, True)
    assert (
        line.too_far()
        == line.toolTip()
        == line.tr("Give a year from {first} to {last}.").format(first=1900, last=2199)
    )
    line.setText("2026-05-07")
    line.settle()
    assert (line.too_far(), line.toolTip(), line.property("wrong")) == ("", "", False)
    line.set_day(date(1850, 5, 7))
    assert (line.day(), line.understood()) == (date(1850, 5, 7), True)
    line.set_day(date(2199, 12, 31))
    qtbot.keyClick(line, Key.Key_Up)
    assert line.day() == date(2199, 12, 31)


def test_mistakes_are_said_beside_their_fields_and_the_first_gets_the_cursor(
    app: QApplication, qtbot: QtBot
) -> None:
    form = QWidget()
    qtbot.addWidget(form)
    lines = QVBoxLayout(form)
    name, phone = QLineEdit(), QLineEdit("138")
    book = ErrorBook()
    for field, label, editor in (("name", "来访人", name), ("phone", "电话", phone)):
        made = Field(form, label, editor)
        lines.addWidget(made)
        book.add(field, editor, made)
    form.show()
    rest = book.show([Problem("phone", "手机号码要有 11 位数字"), Problem("site", "没有这个站点")])
    assert rest == "没有这个站点"
    assert form.focusWidget() is phone
    assert phone.text() == "138"
    assert phone.accessibleDescription() == "手机号码要有 11 位数字"
    assert phone.accessibleName() == "电话"


def test_a_name_is_found_by_its_initials_and_a_late_answer_is_dropped(
    app: QApplication, qtbot: QtBot
) -> None:
    home = QWidget()
    qtbot.addWidget(home)
    line = NameLine(home)
    home.resize(400, 300)
    with qtbot.waitActive(home):
        home.show()
        home.activateWindow()
    line.setFocus()
    answers: list[tuple[str, Deliver]] = []
    line.lookup = lambda text, deliver: answers.append((text, deliver))
    qtbot.keyClicks(line, "cw")
    line.ask()
    line.ask()
    early, late = answers[-2], answers[-1]
    late[1]([Pick("陈伟雄", "市代表", "d1")])
    early[1]([Pick("别人")])
    assert [pick.text for pick in line.picks_shown()] == ["陈伟雄"]
    picked: list[Pick] = []
    line.picked.connect(picked.append)
    qtbot.keyClick(line, Key.Key_Down)
    qtbot.keyClick(line, Key.Key_Return)
    assert (line.text(), picked[0].key) == ("陈伟雄", "d1")


def test_timeline_rows_are_as_high_as_their_words_need_at_the_present_width(
    app: QApplication, qtbot: QtBot
) -> None:
    line = Timeline()
    qtbot.addWidget(line)
    line.set_happenings(
        [Happening("5月8日", "16:05", "send", "分办", "会城街道人大工委交办区城管局会城分局主办。" * 4)]
    )
    line.resize(1200, 400)
    line.show()
    wide = line.content_height()
    line.resize(420, 400)
    assert line.content_height() > wide


def test_a_long_title_ends_in_an_ellipsis_and_keeps_its_whole_text_as_a_tip(
    app: QApplication, qtbot: QtBot
) -> None:
    label = ElidedLabel(text="江会路南段雨天积水，住户三次来电未见处理")
    qtbot.addWidget(label)
    label.resize(120, 24)
    label.show()
    assert label.shown_text().endswith("…")
    assert label.toolTip() == label.text()


def test_rows_are_copied_as_a_table_for_excel(app: QApplication, qtbot: QtBot) -> None:
    table = Table()
    qtbot.addWidget(table)
    rows: Rows[tuple[str, str]] = Rows(
        [Column("单位", lambda row: row[0]), Column("角色", lambda row: row[1])], key=lambda row: row[0]
    )
    model = ListModel(rows, table)
    model.set_rows([("区住建局", "主办"), ("区水利局", "会办")])
    table.setModel(model)
    table.selectAll()
    table.copy_rows()
    assert app.clipboard().text() == "单位\t角色\n区住建局\t主办\n区水利局\t会办"


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_the_kit_grows_with_the_text_and_still_fits_its_room(
    app: QApplication, qtbot: QtBot, scale: float
) -> None:
    theme.apply(app, theme.Theme(scale=scale))
    strip, bar, way = CountStrip(), StageBar(), Segments()
    for widget in (strip, bar, way):
        qtbot.addWidget(widget)
    strip.set_counts(COUNTS)
    bar.set_stages(STAGES)
    way.set_choices([(text, text) for text in ("驻站", "走访", "直联日", "网格", "电话")])
    assert strip.minimumSizeHint().width() <= 830 * scale
    assert bar.minimumSizeHint().width() <= 400 * scale
    assert way.minimumSizeHint().height() == round(32 * scale)
    assert way.minimumSizeHint().width() <= 320 * scale


def test_a_form_drawn_at_100_percent_follows_the_text_size(app: QApplication, qtbot: QtBot) -> None:
    form = QWidget()
    qtbot.addWidget(form)
    lines = QVBoxLayout(form)
    lines.setObjectName("lines")  # as uic names every layout
    lines.setContentsMargins(24, 8, 24, 8)
    lines.setSpacing(12)
    line = QLineEdit()
    line.setProperty("wide", 120)
    lines.addWidget(line)
    FormScaler(form)
    theme.apply(app, theme.Theme(scale=1.5))
    assert (lines.contentsMargins().left(), lines.spacing(), line.width()) == (36, 18, 180)


def test_no_shortcut_fires_while_an_input_method_composes(app: QApplication, qtbot: QtBot) -> None:
    home = QWidget()
    qtbot.addWidget(home)
    line = QLineEdit(home)
    guard = ComposingGuard(home)
    fired: list[int] = []
    QShortcut("Ctrl+N", home, lambda: fired.append(1))
    with qtbot.waitActive(home):
        home.show()
        home.activateWindow()
    line.setFocus()
    app.sendEvent(line, QInputMethodEvent("ni hao", []))
    assert guard.composing
    qtbot.keyClick(line, Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert fired == []
    app.sendEvent(line, QInputMethodEvent("", []))
    qtbot.keyClick(line, Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert fired == [1]


def test_no_two_actions_share_a_shortcut() -> None:
    keys = [key.toString() for spec in table() for key in sequences(spec)]
    assert len(keys) == len(set(keys))


def test_a_message_offers_its_verb_once(app: QApplication, qtbot: QtBot) -> None:
    home = QWidget()
    qtbot.addWidget(home)
    line = MessageLine(home)
    home.show()
    undone: list[int] = []
    line.say("已保存", "撤销", lambda: undone.append(1))
    assert line.text() == "已保存"
    line._link.click()
    assert (undone, line.text()) == ([1], "")


def test_what_is_copied_from_an_error_holds_no_name_and_no_number() -> None:
    assert masked("no visitor 梁锦萍 13812344620 at row 12") == "no visitor □ ***** at row 12"


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("to 138 0013 8000 or 138-0013-8000", "to ***** or *****"),
        ("of 0750-661 2345, +86 (750) 66 12", "of *****, +*****"),
        ("of 138－0013－8000", "of *****"),
        ("no visitor 﨑本 〇〇 𠮷野", "no visitor □ □ □"),
        ("no visitor Li Min or Ou-Yang Jin", "no visitor □ or □"),
        ("no 'limin', \"o'neil\", b'x\\'y' nor “Li”", "no □, □, □ nor □"),
        ("to limin@example.org", "to □"),
        ("cut 'off in the mid", "cut □"),
        ("UNIQUE failed: visitor.id\n[parameters: ('Li', 7)]\n(more)", "UNIQUE failed: visitor.id\n□"),
        ("list index out of range, can't do 12 of 345", "list index out of range, can't do 12 of 345"),
    ],
)
def test_names_and_numbers_are_blotted_out_however_they_are_written(said: str, shown: str) -> None:
    assert masked(said) == shown


def test_the_programs_own_names_stay_in_what_is_copied_from_an_error() -> None:
    def told(work: Callable[[], object]) -> str:
        with pytest.raises(Exception) as caught:  # noqa: PT011
            work()
        return details(caught.type, caught.value, caught.tb).splitlines()[-1]

    nobody: Any = None
    people = {"name": nobody}
    assert told(lambda: nobody.phone) == "AttributeError: 'NoneType' object has no attribute 'phone'"
    assert told(lambda: people["limin"]) == "KeyError: □"


def test_an_index_that_points_nowhere_has_no_row(app: QApplication, qtbot: QtBot) -> None:
    assert today_table(qtbot).model().data(QModelIndex()) is None
