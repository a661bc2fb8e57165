"""F1: what the page shown is for, in a few lines, and every key of the program."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QTextBrowser, QWidget

from station_desk import i18n, paths
from station_desk.ui import look
from station_desk.ui.actions import help_list
from station_desk.ui.widgets.side_panel import hairline

TOPICS = ("today", "reception", "matters", "suggestions", "reports", "exchange", "settings")
KEYS = "keys"


def topic_text(name: str) -> str:
    """The help of page `name` as Markdown, in the language shown; of the keys for "keys"."""
    if name == KEYS:
        return _keys()
    file = paths.resource("help") / i18n.language() / f"{name}.md"
    return file.read_text("utf-8") if file.exists() else _keys()


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
        self.text = QTextBrowser(self)
        self.text.setAccessibleName(self.tr("Help"))
        self.text.setOpenExternalLinks(False)
        self.text.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        for name in (*TOPICS, KEYS):
            item = QListWidgetItem(topic_title(name), self.list)
            item.setData(Qt.ItemDataRole.UserRole, name)
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
        self.resize(theme.px(760), theme.px(520))

    def show_topic(self, name: str) -> None:
        """Turn to a topic."""
        for row in range(self.list.count()):
            if self.list.item(row).data(Qt.ItemDataRole.UserRole) == name:
                self.list.setCurrentRow(row)

    def _show(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.text.setMarkdown(topic_text(str(item.data(Qt.ItemDataRole.UserRole))))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)

    @classmethod
    def show_for(cls, window: QWidget, name: str) -> HelpWindow:
        """The one help window of `window`, turned to page `name`."""
        found = window.findChild(cls)
        shown = found if isinstance(found, cls) else cls(window)
        shown.show_topic(name)
        shown.show()
        shown.raise_()
        shown.activateWindow()
        return shown
