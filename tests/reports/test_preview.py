"""A page as pixels: sizes, scale, and that there is something on it."""

from __future__ import annotations

from pathlib import Path

from station_desk.reports import catalogue
from station_desk.reports.preview import Preview
from tests.reports.sheets_of import MAY, a_morning, asked


def test_a_page_is_drawn_at_the_scale_asked(tmp_path: Path) -> None:
    desk, visit = a_morning(tmp_path)
    with Preview(catalogue.render(desk, "registration", asked(visit.visit))) as document:
        width, height = document.size(0)
        picture = document.draw(0, 2.0)

    assert (round(width), round(height)) == (595, 842)
    assert abs(picture.width - width * 2) <= 1
    assert abs(picture.height - height * 2) <= 1
    assert len(picture.pixels) == picture.stride * picture.height
    assert 0 in picture.pixels[::4]


def test_a_file_is_previewed_as_it_was_written(tmp_path: Path) -> None:
    desk, _ = a_morning(tmp_path)
    made = catalogue.make(desk, "monthly", asked(period=MAY), tmp_path / "月报.pdf")
    with Preview(made.path) as document:
        assert document.pages == made.pages
        assert document.size(0)[0] > document.size(0)[1]
        assert document.draw(0, 0.5).pixels[3::4] == b"\xff" * (len(document.draw(0, 0.5).pixels) // 4)
