"""What stands above and below the rules' lists: which version and kind, and what was collected to save."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from station_desk.ui import look
from station_desk.ui.pages.settings_rules_draft import RulesDraft
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.chips import Chip, ChipRow
from station_desk.ui.widgets.elided import ElidedLabel
from station_desk.ui.widgets.segments import Segments

VERSIONS = "versions"
"""The tab that lists versions instead of items."""


class RulesHead(QWidget):
    """The version in force, how much of it is unconfirmed, the tabs, and what can be added on one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel(self)
        self.title.setProperty("role", "section")
        self.title.setMinimumWidth(1)
        self.count = QLabel(self)
        self.count.setProperty("tone", "amber")
        self.waiting = ChipRow(self)
        self.tabs = Segments(self)
        self.tabs.setAccessibleName(self.tr("Kinds of rules"))
        self.tabs.set_choices(
            [
                ("terms", self.tr("Terms")),
                ("classes", self.tr("Classes")),
                ("doors", self.tr("Doors")),
                ("cautions", self.tr("Hints")),
                ("holidays", self.tr("Holidays")),
                (VERSIONS, self.tr("Versions")),
            ],
            "terms",
        )
        self.add_button = Button(self, self.tr("Add"), icon="plus")
        self.take_button = Button(self, self.tr("From a file"), icon="file-up")
        self._first = QHBoxLayout()
        self._first.addWidget(self.title, 1)
        for part in (self.count, self.waiting, self.add_button, self.take_button):
            self._first.addWidget(part)
            part.hide()
        self._lines = QVBoxLayout(self)
        self._lines.addLayout(self._first)
        self._lines.addWidget(self.tabs)
        look.follow(self._relay)

    def _relay(self) -> None:
        theme = look.current()
        self._lines.setContentsMargins(0, 0, theme.px(16), 0)
        self._lines.setSpacing(theme.px(8))
        self._first.setSpacing(theme.px(12))
        self.title.setMinimumHeight(theme.px(34))  # the same with and without a button beside it

    def show_draft(self, draft: RulesDraft, *, only_waiting: bool) -> None:
        """Bring words, counts and buttons up to date."""
        tab, profile = self.tabs.current_value(), draft.view.profile
        self.title.setText(self.tr("{name}·{version}").format(name=profile.name, version=profile.version))
        self.title.setToolTip(profile.version)
        waiting = draft.waiting()
        self.count.setText(self.tr("{count} to be confirmed").format(count=waiting))
        self.count.setVisible(bool(waiting))
        self.waiting.set_chips([Chip("waiting", self.tr("Only these"), only_waiting)])
        self.waiting.setVisible(bool(waiting) and tab != VERSIONS)
        years = draft.years() if tab == "holidays" else []
        self.add_button.setVisible(not draft.fixed and (tab in ("doors", "cautions") or bool(years)))
        self.add_button.setText(self.tr("Propose {year}").format(year=years[0]) if years else self.tr("Add"))
        self.take_button.setVisible(not draft.fixed and tab == VERSIONS)


class RulesFoot(QWidget):
    """Saves or forgets what was collected; hidden while there is nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.said = ElidedLabel(self)
        self.save_button = Button(self, self.tr("Save as a new version"), "primary")
        self.discard_button = Button(self, self.tr("Discard"))
        self.what_button = Button(self, self.tr("What differs"), "link")
        self._line = QHBoxLayout(self)
        for part in (self.save_button, self.discard_button, self.what_button):
            self._line.addWidget(part)
        self._line.addWidget(self.said, 1)
        self.hide()
        look.follow(self._relay)

    def _relay(self) -> None:
        theme = look.current()
        self._line.setContentsMargins(0, theme.px(4), theme.px(16), theme.px(10))
        self._line.setSpacing(theme.px(8))

    def show_draft(self, draft: RulesDraft) -> None:
        """How much there is to save."""
        self.setVisible(draft.dirty)
        said = [self.tr("Taken from a file.")] if draft.text else []
        said += [self.tr("{count} changed.").format(count=len(draft.edits))] if draft.edits else []
        self.said.setText(" ".join((*said, self.tr("Matters already begun keep their version."))))
