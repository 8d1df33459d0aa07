"""Renders resources/icons/bitswap.svg to the PNGs that are committed beside it.

python3 packaging/dev.py python packaging/render_icons.py
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ICONS = Path(__file__).resolve().parent.parent / "resources" / "icons"
SIZES = (16, 24, 32, 48, 64, 128, 256)


def main() -> int:
    """Writes bitswap-<size>.png for each size."""
    app = QGuiApplication(["render_icons", "-platform", "offscreen"])
    drawing = QSvgRenderer(str(ICONS / "bitswap.svg"))
    for size in SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        drawing.render(painter, QRectF(0, 0, size, size))
        painter.end()
        image.save(str(ICONS / f"bitswap-{size}.png"))
    del app
    return 0


if __name__ == "__main__":
    sys.exit(main())
