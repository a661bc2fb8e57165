"""F1: what the page shown is for, in a few lines, every track drawn, and every key of the program."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from station_desk import i18n, paths
from station_desk.domain.profile import RuleProfile
from station_desk.ui import help_tables, look, track_plan
from station_desk.ui.actions import help_list
from station_desk.ui.session import Session
from station_desk.ui.track_plan import Clocks
from station_desk.ui.widgets.side_panel import hairline
from station_desk.ui.widgets.track_diagram import SCHEME, TrackText

TOPICS = (
    "today", "mine", "reception", "matters", "suggestions", "file", "reports", "exchange", "settings",
)  # fmt: skip
KEYS = "keys"
_LEADING = ("matters", "suggestions")
"""The topics that lead on to the tracks."""


def track_topics() -> tuple[str, ...]:
    """A topic for each track: `track:issue` …"""
    return tuple(f"{SCHEME}:{code}" for code in track_plan.codes())


def topic_text(name: str) -> str:
    """The help of page `name` as Markdown, in the language shown; of the keys for "keys"; of a track its
    picture, above `topic_table`."""
    if name == KEYS:
        return _keys()
    if name in track_topics():
        return _track(name)
    file = paths.resource("help") / i18n.language() / f"{name}.md"
    text = file.read_text("utf-8") if file.exists() else _keys()
    return f"{text.rstrip()}\n\n{_ways_on()}\n" if name in _LEADING else text


def _ways_on() -> str:
    links = [f"[{track_plan.title(code)}]({SCHEME}:{code})" for code in track_plan.codes()]
    return " · ".join(links)


def _track(name: str) -> str:
    title = track_plan.title(name.removeprefix(f"{SCHEME}:"))
    alt = i18n.translate("help", "{title}, drawn; the table below says the same in words", title=title)
    first = i18n.translate(
        "help",
        "From top to bottom in the order of the stage bar. Blue is what is offered first; the clock is what "
        "a step sets going, by the rules in force.",
    )
    return f"# {title}\n\n{first}\n\n![{alt}]({name})\n\n## {i18n.translate('help', 'All steps')}\n"


def topic_table(name: str, clocks: Clocks) -> str:
    """The table under a topic, in HTML: a track's steps with the terms of `clocks`, every report; else ""."""
    if name == "reports":
        return help_tables.reports()
    return help_tables.steps(name.removeprefix(f"{SCHEME}:"), clocks) if name in track_topics() else ""


def topic_title(name: str) -> str:
    """The head line of a topic."""
    first = topic_text(name).splitlines()[0]
    return first.lstrip("# ").strip()


def _keys() -> str:
    lines = [
        f"# {i18n.translate('help', 'Keys')}",
        "",
        f"| {i18n.translate('help', 'Key')} | {i18n.translate('help', 'What it does')} | |",
        "|---|---|---|",
    ]
    lines += [f"| {keys} | {name} | {what} |" for keys, name, what in help_list()]
    lines.append(f"| Alt+1…9 | {i18n.translate('help', 'Pages')} | "
                 f"{i18n.translate('help', 'The first nine pages of the navigation')} |")  # fmt: skip
    return "\n".join(lines)


class HelpWindow(QWidget):
    """A window beside the page, so that one can read and do at once. Escape closes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(self.tr("Help"))
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Topics"))
        self._clocks: Clocks = {}
        self._pages: Sequence[str] = ()
        self.text = TrackText(self)
        self.text.setAccessibleName(self.tr("Help"))
        self.text.anchorClicked.connect(self._go)
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.offer(TOPICS)
        self.list.currentItemChanged.connect(self._show)
        self._line = QHBoxLayout(self)
        self._line.setSpacing(0)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.addWidget(self.list)
        self._line.addWidget(hairline(upright=True))
        self._line.addWidget(self.text, 1)
        look.follow(self._relay)

    def _relay(self) -> None:
        theme = look.current()
        self.list.setFixedWidth(theme.px(168))
        self.list.setStyleSheet(
            f"QListWidget {{ background: {theme.hex('chrome')}; padding: {theme.px(8)}px; }}"
            f"QListWidget::item {{ padding: {theme.px(7)}px {theme.px(8)}px; border-radius: 4px;"
            f" color: {theme.hex('text')}; }}"
            f"QListWidget::item:selected {{ background: {theme.hex('tint2')};"
            f" color: {theme.hex('accentText')}; }}"
        )
        self.text.document().setDocumentMargin(theme.px(20))
        self.text.document().setDefaultFont(theme.font(14))
        room = self.screen().availableGeometry()
        self.resize(min(theme.px(860), room.width()), min(theme.px(600), room.height()))
        self._show(self.list.currentItem())

    def offer(self, pages: Sequence[str]) -> None:
        """List the topics of these pages, then the tracks and the keys."""
        pages = [name for name in TOPICS if name in pages]
        if self._pages == pages:
            return
        self._pages = pages
        self.list.clear()
        for name in (*pages, *track_topics(), KEYS):
            item = QListWidgetItem(topic_title(name), self.list)
            item.setData(Qt.ItemDataRole.UserRole, name)

    def show_topic(self, name: str) -> None:
        """Turn to a topic."""
        for row in range(self.list.count()):
            if self.list.item(row).data(Qt.ItemDataRole.UserRole) == name:
                self.list.setCurrentRow(row)

    def _show(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            name = str(item.data(Qt.ItemDataRole.UserRole))
            self.text.set_topic(topic_text(name), self._clocks, topic_table(name, self._clocks))

    def _go(self, url: QUrl) -> None:
        self.show_topic(url.toString())

    def read_rules(self, session: Session) -> None:
        """Read the rule profile in force: the tracks' terms are its."""
        session.read(session.desk.profile, self._rules, owner=self)

    def _rules(self, profile: RuleProfile) -> None:
        if profile.clocks != self._clocks:
            self._clocks = profile.clocks
            self._show(self.list.currentItem())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)

    @classmethod
    def show_for(
        cls, window: QWidget, name: str, session: Session | None = None, pages: Sequence[str] = TOPICS
    ) -> HelpWindow:
        """The one help window of `window`, turned to page `name`, with the topics of `pages`."""
        found = window.findChild(cls)
        shown = found if isinstance(found, cls) else cls(window)
        shown.offer(pages)
        if session is not None:
            shown.read_rules(session)
        shown.show_topic(name)
        shown.show()
        shown.raise_()
        shown.activateWindow()
        return shown
