"""Looks into a town's workbook before it is filled: refuses what is none, says what filling would lose."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from station_desk.errors import UserError
from station_desk.exchange import sheetguard
from station_desk.exchange.sheetguard import Form
from station_desk.i18n import Label, translate

SHAPES = Label("shapes and text boxes", "图形和文本框")
CONTROLS = Label("buttons and form controls", "按钮和表单控件")
SLICERS = Label("slicers and timelines", "切片器和日程表")
THREADS = Label("comment threads", "批注会话")
SPARKLINES = Label("sparklines", "迷你图")
NEWER_RULES = Label("newer conditional formats and input rules", "较新的条件格式和数据验证")
OBJECTS = Label("embedded objects", "嵌入对象")
CUSTOM_DATA = Label("custom data parts", "自定义数据部件")
PRINTERS = Label("the printer's own settings", "打印机专属设置")
CHARTS = Label("details of how charts are styled", "图表的部分样式细节")

_PARTS = (
    (re.compile(r"xl/ctrlProps/|xl/activeX/"), CONTROLS),
    (re.compile(r"xl/slicer|xl/timeline"), SLICERS),
    (re.compile(r"xl/threadedComments/"), THREADS),
    (re.compile(r"xl/embeddings/"), OBJECTS),
    (re.compile(r"customXml/item\d"), CUSTOM_DATA),
    (re.compile(r"xl/printerSettings/"), PRINTERS),
    (re.compile(r"xl/charts/chart"), CHARTS),
)
_WITHIN = (
    (re.compile(r"xl/drawings/drawing"), re.compile(rb"<(?:\w+:)?(?:sp|cxnSp|grpSp)[ >]"), SHAPES),
    # Notes of cells are drawn the same old way, and are kept.
    (re.compile(r"xl/drawings/vmlDrawing"), re.compile(rb'ObjectType="(?!Note)'), CONTROLS),
    (re.compile(r"xl/worksheets/sheet"), re.compile(rb"sparklineGroup[ >]"), SPARKLINES),
    (
        re.compile(r"xl/worksheets/sheet"),
        re.compile(rb"<(?:x14|x15):(?:conditionalFormatting|dataValidation)[ >]"),
        NEWER_RULES,
    ),
)
_MACROS = re.compile(r"vbaProject|xl/macrosheets/")
_SUFFIX = ".xlsx"


def look(template: Path) -> tuple[Label, ...]:
    """What of this workbook will not be in the filled copy; nothing for most. UserError for what is no xlsx,
    has macros, is damaged, too large, or behind a password."""
    suffix = template.suffix.lower()
    if suffix in (".xlsm", ".xltm", ".xlsb", ".xlam"):
        raise _has_macros(template)
    if suffix != _SUFFIX or sheetguard.inspect(template) is not Form.ZIP:
        raise UserError(
            translate(
                "reports",
                "“{name}” cannot serve as a template: only an xlsx workbook can. Open it in Excel or WPS and "
                "save it as xlsx.",
                name=template.name,
            )
        )
    try:
        with zipfile.ZipFile(template) as file:
            names = file.namelist()
            if any(_MACROS.search(name) for name in names):
                raise _has_macros(template)
            return tuple(dict.fromkeys(_lost(file, names)))
    except sheetguard.BROKEN_ZIP as error:
        raise sheetguard.damaged(template) from error
    except OSError as error:
        raise sheetguard.unreadable(template, error) from error


def _lost(file: zipfile.ZipFile, names: list[str]) -> Iterator[Label]:
    for part, label in _PARTS:
        if any(part.match(name) for name in names):
            yield label
    for part, within, label in _WITHIN:
        if any(part.match(name) and within.search(file.read(name)) for name in names):
            yield label


def _has_macros(template: Path) -> UserError:
    return UserError(
        translate(
            "reports",
            "“{name}” contains macros. They would be lost, so it is not filled. Save it as an xlsx workbook "
            "without macros and choose that.",
            name=template.name,
        )
    )
