"""The small code on every form, read off the page square by square: a signed scan finds its matter again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from reportlab.graphics.barcode.qr import QrCodeWidget

from station_desk.reports import catalogue
from station_desk.reports.preview import Preview
from tests import builders as b
from tests.papers import Scene, short
from tests.reports.measured import MM
from tests.reports.sheets_of import asked

_SCALE = 4

FORMS = {
    "registration": "visit",
    "refusal": "issue",
    "hand-over": "assignment",
    "feedback": "feedback",
    "suggestion": "suggestion",
    "motion": "motion",
    "consultation": "consultation",
    "urge": "urge",
    "supervision": "supervision",
}
"""Every form that is signed or stamped, and what it is printed of."""


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    return short(tmp_path)


def first_page(pdf: bytes) -> Image.Image:
    with Preview(pdf) as document:
        drawn = document.draw(0, _SCALE)
    size = (drawn.width, drawn.height)
    return Image.frombytes("RGBA", size, drawn.pixels, "raw", "RGBA", drawn.stride).convert("L")


def squares_of(page: Image.Image, count: int, deep: float) -> list[list[bool]]:
    """The dark squares in the top right corner, `deep` millimetres high, `count` to a side."""
    corner = (page.width - round(46 * MM * _SCALE), 0, page.width, round(deep * MM * _SCALE))
    found = page.crop(corner).point(lambda value: 255 if value < 128 else 0)
    box = found.getbbox()
    assert box is not None, "there is no code"
    left, top, right, low = box
    assert abs((right - left) - (low - top)) < _SCALE * 2, "it is square"
    step = (right - left) / count

    def dark(x: int, y: int) -> bool:
        return found.getpixel((int(left + (x + 0.5) * step), int(top + (y + 0.5) * step))) == 255

    return [[dark(x, y) for x in range(count)] for y in range(count)]


def code_of(text: str) -> list[list[bool]]:
    widget: Any = QrCodeWidget(text, barLevel="M")
    widget.qr.make()
    return [[bool(square) for square in line] for line in widget.qr.modules]


@pytest.mark.parametrize("name", FORMS)
def test_the_code_of_a_form_is_its_number(scene: Scene, name: str) -> None:
    record = scene.about[FORMS[name]]
    number = "HC-20260507-01"
    if name != "registration":
        row = b.the(scene.desk, record).row
        number = row.official_number or row.number
    expected = code_of(number)
    page = first_page(catalogue.render(scene.desk, name, asked(record)))

    # A notice has the wide margin of official papers, and its code just above the text.
    assert squares_of(page, len(expected), 40 if name == "refusal" else 26) == expected
