"""The one style sheet, generated from a theme: what Qt's own widgets look like here."""

from __future__ import annotations

from string import Template

from station_desk.ui import icons
from station_desk.ui.look import COLOURS, Theme

# $name is a colour of the table, ${pN} a length of N logical px at the theme's scale.
_SHEET = """
* { outline: 0; }
QWidget { color: $text; font-size: ${p14}px; }
QMainWindow, QDialog, QStackedWidget { background: $page; }
QToolTip { color: $text; background: $page; border: 1px solid $ctl; padding: ${p4}px ${p8}px; font-size: ${p13}px; }

QLabel { background: transparent; }
QLabel[role="title"] { font-size: ${p20}px; font-weight: 500; }
QLabel[role="section"] { font-size: ${p15}px; font-weight: 500; }
QLabel[role="strong"] { font-weight: 500; }
QLabel[role="row"] { font-size: ${p15}px; }
QLabel[role="label"], QLabel[role="second"] { font-size: ${p13}px; color: $text2; }
QLabel[role="hint"] { font-size: ${p13}px; color: $text3; }
QLabel[role="count"] { font-size: ${p28}px; font-weight: 500; }
QLabel[role="error"] { font-size: ${p13}px; color: $red; }
QLabel[tone="red"] { color: $red; }
QLabel[tone="amber"] { color: $amber; }
QLabel[tone="green"] { color: $green; }
QLabel[tone="accent"] { color: $accentText; }
QLabel[tone="text2"] { color: $text2; }

QFrame[part="chrome"], QWidget[part="chrome"] { background: $chrome; }
QFrame[part="sunken"], QWidget[part="sunken"] { background: $sunken; }
QFrame[part="canvas"], QWidget[part="canvas"] { background: $canvas; }
QFrame[part="page"], QWidget[part="page"] { background: $page; }
QFrame[part="box"] { background: $page; border: 1px solid $ctl; border-radius: ${p4}px; }
QFrame[part="hairline"] { background: $line; border: 0; min-height: 1px; max-height: 1px; }
QFrame[part="vline"] { background: $line; border: 0; min-width: 1px; max-width: 1px; }

QLineEdit, QAbstractSpinBox { background: $page; border: 1px solid $field; border-radius: ${p4}px;
  padding: 0 ${p6}px; min-height: ${p30}px; max-height: ${p30}px;
  selection-background-color: $accent; selection-color: $onAccent; }
QLineEdit:focus, QAbstractSpinBox:focus { border: 2px solid $accentText; padding: 0 ${q6}px;
  min-height: ${q30}px; max-height: ${q30}px; }
QLineEdit:disabled, QTextEdit:disabled, QPlainTextEdit:disabled { background: $sunken; color: $text3; border-color: $ctl; }
QLineEdit[wrong="true"], QTextEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"]
  { border: 2px solid $red; }
QTextEdit, QPlainTextEdit { background: $page; border: 1px solid $field; border-radius: ${p4}px;
  padding: ${p4}px ${p4}px; selection-background-color: $accent; selection-color: $onAccent; }
QTextEdit:focus, QPlainTextEdit:focus { border: 2px solid $accentText; padding: ${q4}px ${q4}px; }
QTextBrowser { border: 0; padding: 0; background: transparent; }

QComboBox { background: $page; border: 1px solid $field; border-radius: ${p4}px; padding: 0 ${p8}px;
  min-height: ${p30}px; max-height: ${p30}px; combobox-popup: 0; }
QComboBox:focus, QComboBox:on { border: 2px solid $accentText; padding: 0 ${q8}px;
  min-height: ${q30}px; max-height: ${q30}px; }
QComboBox:disabled { background: $sunken; color: $text3; border-color: $ctl; }
QComboBox::drop-down { border: 0; width: ${p24}px; subcontrol-position: center right; }
QComboBox::down-arrow { image: url($arrow); width: ${p16}px; height: ${p16}px; }
QComboBox QLineEdit { border: 0; min-height: 0; padding: 0; background: transparent; }
QComboBox QAbstractItemView { background: $page; border: 1px solid $ctl; border-radius: 0; padding: ${p4}px 0;
  selection-background-color: $tint; selection-color: $text; }
QComboBox QAbstractItemView::item { min-height: ${p30}px; padding: 0 ${p8}px; }
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button, QDoubleSpinBox::down-button { width: 0; }

QCheckBox, QRadioButton { spacing: ${p8}px; background: transparent; min-height: ${p24}px; }
QCheckBox::indicator { width: ${p16}px; height: ${p16}px; border: 1px solid $field; border-radius: ${p3}px;
  background: $page; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url($tick); }
QCheckBox::indicator:indeterminate { background: $accent; border-color: $accent; image: url($dash); }
QCheckBox::indicator:disabled { background: $sunken; border-color: $ctl; }
QRadioButton::indicator { width: ${p16}px; height: ${p16}px; border: 1px solid $field; border-radius: ${rr}px;
  background: $page; }
QRadioButton::indicator:checked { width: ${r8}px; height: ${r8}px; border: ${p5}px solid $accent; background: $onAccent; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border: 2px solid $accentText; width: ${q16}px; height: ${q16}px; }
QRadioButton::indicator:checked:focus { border: ${p5}px solid $accentText; width: ${r8}px; height: ${r8}px; }

.QPushButton { background: $page; border: 1px solid $ctl; border-radius: ${p4}px; padding: 0 ${p12}px;
  min-height: ${p30}px; min-width: ${p48}px; }
.QPushButton:hover { background: $sunken; }
.QPushButton:pressed, .QPushButton:checked { background: $tint; }
.QPushButton:focus { border: 2px solid $accentText; padding: 0 ${q12}px; min-height: ${q30}px; }
.QPushButton:default { background: $accent; color: $onAccent; border-color: $accent; }
.QPushButton:disabled { color: $text3; background: $sunken; border-color: $line; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: ${p4}px; padding: ${p3}px; }
QToolButton:hover { background: $sunken; }
QToolButton:focus { border: 2px solid $accentText; padding: ${q3}px; }

QTabWidget::pane { border: 0; border-top: 1px solid $line; top: -1px; }
QTabBar { background: transparent; qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; border: 0; border-bottom: 2px solid transparent; color: $text2;
  padding: ${p6}px 0 ${p6}px 0; margin: 0 ${p24}px 0 0; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $accentText; font-weight: 500; border-bottom: 2px solid $accentText; }
QTabBar::tab:focus { background: $tint; }

QScrollArea { background: transparent; border: 0; }
QScrollArea > QWidget > QWidget { background: transparent; }
QScrollBar:vertical { background: transparent; width: ${p12}px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: ${p12}px; margin: 0; }
QScrollBar::handle { background: $ctl; border-radius: ${p3}px; margin: 2px ${p3}px; }
QScrollBar::handle:vertical { min-height: ${p32}px; }
QScrollBar::handle:horizontal { min-width: ${p32}px; margin: ${p3}px 2px; }
QScrollBar::handle:hover { background: $field; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QAbstractItemView { background: $page; border: 0; selection-background-color: $tint; selection-color: $text;
  alternate-background-color: $page; }
QTableView { gridline-color: transparent; }
QHeaderView { background: $sunken; border: 0; }
QHeaderView::section { background: $sunken; color: $text2; font-size: ${p13}px; border: 0;
  border-bottom: 1px solid $line; padding: 0 ${p8}px 0 0; }
QTableCornerButton::section { background: $sunken; border: 0; }
QTreeView::item { min-height: ${p30}px; }

QMenu { background: $page; border: 1px solid $ctl; padding: ${p4}px 0; }
QMenu::item { padding: ${p6}px ${p24}px ${p6}px ${p12}px; }
QMenu::item:selected { background: $tint; }
QMenu::item:disabled { color: $text3; }
QMenu::icon { padding-left: ${p8}px; }
QMenu::separator { height: 1px; background: $line; margin: ${p4}px 0; }
QMenu::indicator { width: ${p14}px; height: ${p14}px; left: ${p6}px; }
QMenu::indicator:checked { image: url($menutick); }

QSplitter::handle { background: $line; }
QProgressBar { background: $line; border: 0; border-radius: ${p2}px; min-height: ${p4}px; max-height: ${p4}px; }
QProgressBar::chunk { background: $accent; border-radius: ${p2}px; }
QGroupBox { border: 0; margin-top: ${p24}px; font-weight: 500; font-size: ${p15}px; }
QGroupBox::title { subcontrol-origin: margin; left: 0; }
QCalendarWidget QWidget { background: $page; alternate-background-color: $page; }
QCalendarWidget QAbstractItemView { selection-background-color: $accent; selection-color: $onAccent; }
QCalendarWidget QToolButton { color: $text; min-height: ${p24}px; padding: 0 ${p8}px; }
QCalendarWidget QToolButton::menu-indicator { image: none; }
QCalendarWidget QSpinBox { min-height: ${p24}px; min-width: ${p64}px; }
"""

_LENGTHS = (2, 3, 4, 5, 6, 8, 9, 12, 13, 14, 15, 16, 20, 24, 28, 30, 32, 48, 64)


def build(theme: Theme) -> str:
    """The style sheet of `theme`; `pN` are scaled lengths, `qN` the same less the focus ring's extra line."""
    values = {name: theme.hex(name) for name in COLOURS}
    for length in _LENGTHS:
        values[f"p{length}"] = str(theme.px(length))
        values[f"q{length}"] = str(theme.px(length) - (2 if length in (16, 30) else 1))
    values["p30"] = str(theme.px(32) - 2)
    values["q30"] = str(theme.px(32) - 4)
    values["r8"] = str(theme.px(18) - 2 * theme.px(5))
    values["rr"] = str(min(theme.px(18), theme.px(16) + 2) // 2)  # more than half, and Qt draws a square
    values["arrow"] = icons.image_file("chevron-down", 16, "text2", theme)
    values["tick"] = icons.image_file("check", 14, "onAccent", theme, 3)
    values["dash"] = icons.image_file("minus", 14, "onAccent", theme, 3)
    values["menutick"] = icons.image_file("check", 14, "text", theme)
    return Template(_SHEET).substitute(values)
