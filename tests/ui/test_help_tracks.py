"""Help shows each track drawn in the real fonts, and the same in words under the picture."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from station_desk import i18n
from station_desk.domain.profile_text import load_builtin
from station_desk.domain.tracks import TRACKS
from station_desk.reports.declared import REPORTS
from station_desk.ui import look, theme, track_plan
from station_desk.ui.help import HelpWindow, topic_text, track_topics
from station_desk.ui.jobs import Jobs
from station_desk.ui.session import Session
from station_desk.ui.track_layout import SIZES
from station_desk.ui.widgets import paint
from station_desk.ui.widgets.track_diagram import laid_out, picture
from tests.ui.at_desk import a_session, in_chinese, until


@pytest.fixture
def session(tmp_path: Path, jobs: Jobs, app: QApplication) -> Iterator[Session]:
    with in_chinese(app), a_session(tmp_path, jobs) as made:
        yield made


@pytest.fixture
def parent(qtbot: QtBot, app: QApplication) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def window(qtbot: QtBot, session: Session, parent: QWidget) -> HelpWindow:
    made = HelpWindow.show_for(parent, "matters", session)
    until(qtbot, lambda: bool(made._clocks))
    return made


@pytest.fixture(params=i18n.LANGUAGES)
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    i18n.set_language(request.param)
    yield request.param
    i18n.set_language(i18n.CHINESE)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("code", track_plan.codes())
def test_no_word_of_a_track_is_cut_at_any_text_size(
    app: QApplication, language: str, code: str, scale: float, dark: bool
) -> None:
    theme.apply(app, theme.with_scale(theme.Theme(dark=dark), scale))
    shown = look.current()
    layout = laid_out(track_plan.plan(code, load_builtin("guangdong").clocks), round(520 * scale))
    lines = [*layout.captions, *(line for card in layout.cards for line in card.all_lines())]
    assert lines
    for line in lines:
        assert paint.text_width(shown, line.text, *SIZES[line.kind]) <= line.box.w, line.text
    image = picture(layout, 2.0)
    assert (image.width(), image.height()) == (2 * layout.w, 2 * layout.h)
    card = layout.cards[0].head
    assert image.pixelColor(2 * card.right - 12, 2 * card.y + 12) == shown.color("tint")


def test_the_matters_help_leads_on_to_every_track(qtbot: QtBot, window: HelpWindow) -> None:
    for name in track_topics():
        assert f"]({name})" in topic_text("matters")
        assert f"]({name})" in topic_text("suggestions")
    window.text.anchorClicked.emit(QUrl("track:suggestion"))
    assert window.list.currentItem().text() == "流程图：代表建议"
    assert window.text.toPlainText().startswith("流程图：代表建议")


@pytest.mark.parametrize("code", list(TRACKS))
def test_a_track_is_a_picture_and_below_it_every_step_in_words(window: HelpWindow, code: str) -> None:
    window.show_topic(f"track:{code}")
    words = window.text.toPlainText()
    for step in TRACKS[code].steps.values():
        assert str(step.label) in words
    for stage in TRACKS[code].stages.values():
        assert str(stage.label) in words
    drawn = window.text.document().resource(
        QTextDocument.ResourceType.ImageResource.value, QUrl(f"track:{code}")
    )
    assert isinstance(drawn, QImage)
    assert drawn.height() > 600


def test_the_terms_are_those_of_the_rules_in_force(window: HelpWindow, session: Session) -> None:
    window.show_topic("track:suggestion")
    rule = session.desk.profile().clocks["suggestion.reply"]
    assert f"{rule.label} {rule.n} 个月" in window.text.toPlainText()


def test_the_picture_is_drawn_again_as_wide_as_the_window(qtbot: QtBot, window: HelpWindow) -> None:
    window.show_topic("track:issue")
    before = window.text._drawn_for
    window.resize(window.width() + 200, window.height())
    until(qtbot, lambda: window.text._drawn_for > before)
    drawn = window.text.loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl("track:issue"))
    assert isinstance(drawn, QImage)
    assert drawn.width() == round(window.text._drawn_for * window.text.devicePixelRatioF())


def test_the_help_of_reports_lists_each_with_what_it_asks_for(window: HelpWindow) -> None:
    window.show_topic("reports")
    said = window.text.toPlainText()
    for report in REPORTS.values():
        assert str(report.title) in said
        assert str(report.hint) in said
    assert "时段（必填）" in said
    assert "每月、每季、每年应报" in said
