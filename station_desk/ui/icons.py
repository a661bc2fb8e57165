"""Outline icons in any colour, size and scale, drawn from their SVG and kept."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from station_desk import paths
from station_desk.ui import look
from station_desk.ui.look import Theme


def _svg(name: str, colour: str, stroke: float) -> bytes:
    """The SVG of icon `name` with its colour and outline replaced; empty if there is no such icon."""
    file = paths.resource("icons") / f"{name}.svg"
    if not file.exists():
        return b""
    text = file.read_text("utf-8").replace("currentColor", colour)
    return text.replace('stroke-width="2"', f'stroke-width="{stroke:g}"').encode()


@lru_cache(maxsize=1024)
def _drawn(name: str, side: int, colour: str, stroke: float, ratio: float) -> QImage:
    image = QImage(round(side * ratio), round(side * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    data = _svg(name, colour, stroke)
    if data:
        painter = QPainter(image)
        QSvgRenderer(QByteArray(data)).render(painter, QRectF(0, 0, image.width(), image.height()))
        painter.end()
    image.setDevicePixelRatio(ratio)
    return image


def _ratio() -> float:
    screen = QGuiApplication.primaryScreen()
    return screen.devicePixelRatio() if screen else 1.0


def pixmap(
    name: str, size: int = 16, colour: str = "text2", stroke: float = 2, theme: Theme | None = None
) -> QPixmap:
    """Icon `name` at `size` logical px in the table colour `colour`, as the theme now shown wants it.

    At 12 px ask for `stroke` 3, or a tick breaks up.
    """
    shown = theme or look.current()
    return QPixmap.fromImage(_drawn(name, shown.px(size), shown.hex(colour), stroke, _ratio()))


def icon(name: str, size: int = 16, colour: str = "text2", stroke: float = 2) -> QIcon:
    """The same as a QIcon, greyed when disabled; ask again after a change of theme."""
    made = QIcon(pixmap(name, size, colour, stroke))
    made.addPixmap(pixmap(name, size, "text3", stroke), QIcon.Mode.Disabled)
    return made


def paint(
    painter: QPainter, name: str, x: int, y: int, size: int = 16, colour: str = "text2", stroke: float = 2
) -> None:
    """Draw icon `name` with its top left at pixel (x, y)."""
    painter.drawPixmap(x, y, pixmap(name, size, colour, stroke))


def image_file(name: str, size: int, colour: str, theme: Theme, stroke: float = 2) -> str:
    """A picture file of an icon, for style-sheet sub-controls that take nothing else; forward slashes."""
    folder = paths.user_data() / "icons"
    side, hexa = theme.px(size), theme.hex(colour)
    file = folder / f"{name}-{side}-{hexa[1:]}-{stroke:g}.png"
    if not file.exists():
        folder.mkdir(parents=True, exist_ok=True)
        _drawn(name, side, hexa, stroke, 1.0).save(str(file))
        _drawn(name, side, hexa, stroke, 2.0).save(str(file.with_name(file.stem + "@2x.png")))
    return file.as_posix()
