"""Pictures that a program draws: pages of text, windows with controls, charts. Training material for flat graphics.

Everything is drawn from a seed, so that two machines train on the same pages. Photographs may be handed in to stand in
some of the pages, because a page that holds one is what mixed coding meets.
"""

from __future__ import annotations

import colorsys
from collections.abc import Sequence
from pathlib import Path

import matplotlib as mpl
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

Colour = tuple[int, int, int]
Font = ImageFont.FreeTypeFont | ImageFont.ImageFont

HEIGHT, WIDTH = 512, 768
_SYLLABLES = tuple(
    "babebicondadedisenerfagelalimanerosatitoveza"[2 * k : 2 * k + 2] for k in range(22)
)  # words need not mean anything
_MARKS = (".", ",", ";", ":", "!", "?", " -", ")")


def draw_page(seed: int, photographs: Sequence[NDArray[np.uint8]] = ()) -> NDArray[np.uint8]:
    """uint8[HEIGHT, WIDTH, 3], a function of the seed and the photographs."""
    page = _Page(np.random.default_rng(seed))
    page.fill()
    top = 0
    if page.chance(0.6):
        top = page.title_bar()
    for left, right in page.columns():
        page.column(left, top + 8, right, photographs)
    return np.asarray(page.image)


def _fonts() -> list[Path]:
    """The DejaVu families that matplotlib brings along."""
    return sorted((Path(mpl.get_data_path()) / "fonts" / "ttf").glob("DejaVu*.ttf"))


class _Page:
    """A page under way: a palette of its own, one or two fonts, and shapes put onto it."""

    def __init__(self, random: np.random.Generator) -> None:
        self._random = random
        self.image = Image.new("RGB", (WIDTH, HEIGHT))
        self._draw = ImageDraw.Draw(self.image)
        is_dark = self.chance(0.3)
        self._ground = self._grey(12, 60) if is_dark else self._grey(225, 255)
        self._ink = self._grey(190, 255) if is_dark else self._grey(0, 70)
        self._panel = self._near(self._ground, 14)
        hue = random.random()
        self._accents = [self._hue(hue + k * random.uniform(0.1, 0.4)) for k in range(5)]
        files = _fonts()
        self._body = self._font(files, 9, 17)
        self._head = self._font(files, 15, 34)

    def chance(self, share: float) -> bool:
        return bool(self._random.random() < share)

    def fill(self) -> None:
        """The ground: one colour, or a gradient from the top down."""
        self._draw.rectangle((0, 0, WIDTH, HEIGHT), self._ground)
        if self.chance(0.25):
            self._gradient((0, 0, WIDTH, HEIGHT), self._ground, self._near(self._ground, 40))

    def title_bar(self) -> int:
        """A window's title and its buttons; gives where it ends."""
        height = int(self._random.integers(22, 44))
        self._gradient((0, 0, WIDTH, height), self._accents[0], self._near(self._accents[0], 25))
        self._draw.text((10, height // 4), self._words(2, 5), fill=self._ground, font=self._body)
        for k in range(3):
            x = WIDTH - 24 * (k + 1)
            self._draw.ellipse((x, height // 2 - 6, x + 12, height // 2 + 6), fill=self._accents[1 + k])
        return height

    def columns(self) -> list[tuple[int, int]]:
        """(left, right) of one to three columns."""
        count = int(self._random.integers(1, 4))
        step = WIDTH // count
        return [(k * step + 10, (k + 1) * step - 10) for k in range(count)]

    def column(self, left: int, top: int, right: int, photographs: Sequence[NDArray[np.uint8]]) -> None:
        """Blocks of random kinds from the top to the bottom of the page."""
        blocks = [self._paragraph, self._paragraph, self._buttons, self._table, self._bars, self._lines, self._icons]
        while top < HEIGHT - 20:
            height = int(self._random.integers(60, 200))
            box = (left, top, right, min(HEIGHT - 6, top + height))
            if photographs and self.chance(0.12):
                self._photograph(box, photographs[self._random.integers(len(photographs))])
            elif box[3] - top > 30:
                if self.chance(0.3):
                    self._draw.rounded_rectangle(box, 6, fill=self._panel, outline=self._near(self._panel, 30))
                blocks[self._random.integers(len(blocks))](box)
            top = box[3] + int(self._random.integers(4, 24))

    def _paragraph(self, box: tuple[int, int, int, int]) -> None:
        left, top, right, bottom = box
        if self.chance(0.4):
            self._draw.text((left + 4, top), self._words(1, 4).title(), fill=self._accents[0], font=self._head)
            top += 40
        while top < bottom - 14:
            line = ""
            while self._draw.textlength(line, font=self._body) < right - left - 60:
                line += self._words(1, 3) + (str(self._random.choice(_MARKS)) if self.chance(0.15) else "") + " "
            ink = self._accents[1] if self.chance(0.06) else self._ink
            self._draw.text((left + 4, top), line, fill=ink, font=self._body)
            top += 20

    def _buttons(self, box: tuple[int, int, int, int]) -> None:
        left, top, right, bottom = box
        for y in range(top + 4, bottom - 26, 34):
            x = left + 6
            while x < right - 90:
                width = int(self._random.integers(60, 120))
                colour = self._accents[self._random.integers(5)] if self.chance(0.3) else self._panel
                shape = (x, y, min(right, x + width), y + 24)
                self._draw.rounded_rectangle(shape, 5, fill=colour, outline=self._near(colour, 60))
                self._draw.text((x + 8, y + 4), self._words(1, 1), fill=self._ink, font=self._body)
                x += width + 10

    def _table(self, box: tuple[int, int, int, int]) -> None:
        left, top, right, bottom = box
        columns = int(self._random.integers(2, 6))
        for i, y in enumerate(range(top, bottom - 20, 22)):
            ground = self._panel if i % 2 else self._ground
            self._draw.rectangle((left, y, right, y + 21), fill=ground, outline=self._near(ground, 25))
            for c in range(columns):
                cell = self._words(1, 1) if self.chance(0.5) else f"{self._random.uniform(0, 9999):.2f}"
                self._draw.text(
                    (left + 4 + c * (right - left) // columns, y + 3), cell, fill=self._ink, font=self._body
                )

    def _bars(self, box: tuple[int, int, int, int]) -> None:
        left, top, right, bottom = box
        count = int(self._random.integers(3, 12))
        step = max(4, (right - left) // count)
        for k, x in enumerate(range(left + 2, right - step + 1, step)):
            y = int(bottom - (bottom - top) * self._random.uniform(0.1, 1))
            self._draw.rectangle((x, y, x + step * 3 // 4, bottom), fill=self._accents[k % 5])
        self._draw.line((left, bottom, right, bottom), fill=self._ink, width=1)

    def _lines(self, box: tuple[int, int, int, int]) -> None:
        left, top, right, bottom = box
        for y in range(top, bottom, 24):
            self._draw.line((left, y, right, y), fill=self._near(self._ground, 30))
        for colour in self._accents[: self._random.integers(1, 4)]:
            steps = np.cumsum(self._random.normal(0, 1, 40))
            heights = (steps - steps.min()) / max(1e-6, float(np.ptp(steps)))
            points = [(left + (right - left) * k / 39, bottom - (bottom - top) * h) for k, h in enumerate(heights)]
            self._smooth_line(points, colour, int(self._random.integers(1, 4)))

    def _icons(self, box: tuple[int, int, int, int]) -> None:
        left, top, right, bottom = box
        side = int(self._random.integers(14, 48))
        for y in range(top, bottom - side, side + 12):
            for x in range(left, right - side, side + 12):
                shape, colour = (x, y, x + side, y + side), self._accents[self._random.integers(5)]
                kind = self._random.integers(4)
                if kind == 0:
                    self._draw.ellipse(shape, fill=colour)
                elif kind == 1:
                    self._gradient(shape, colour, self._near(colour, 70))
                elif kind == 2:
                    self._draw.regular_polygon((x + side / 2, y + side / 2, side / 2), 3 + x % 4, fill=colour)
                else:
                    self._smooth_line([(x, y + side), (x + side / 3, y), (x + side, y + side / 2)], colour, 3)

    def _photograph(self, box: tuple[int, int, int, int], photograph: NDArray[np.uint8]) -> None:
        height, width = min(box[3] - box[1], photograph.shape[0]), min(box[2] - box[0], photograph.shape[1])
        self.image.paste(Image.fromarray(photograph[:height, :width]), box[:2])

    def _smooth_line(self, points: list[tuple[float, float]], colour: Colour, width: int) -> None:
        """Drawn four times as large on a mask of its own, because Pillow's lines have stairs."""
        xs, ys = (np.array(c) for c in zip(*points, strict=True))
        left, top = int(xs.min()) - width, int(ys.min()) - width
        size = (int(xs.max()) + 2 * width - left, int(ys.max()) + 2 * width - top)
        mask = Image.new("L", (4 * size[0], 4 * size[1]))
        large = [(4 * (x - left), 4 * (y - top)) for x, y in points]
        ImageDraw.Draw(mask).line(large, fill=255, width=4 * width, joint="curve")
        self.image.paste(colour, (left, top), mask.resize(size, Image.Resampling.BOX))

    def _gradient(self, box: tuple[int, int, int, int], first: Colour, last: Colour) -> None:
        left, top, right, bottom = box
        for y in range(top, bottom):
            share = (y - top) / max(1, bottom - top - 1)
            colour = tuple(round(a + (b - a) * share) for a, b in zip(first, last, strict=True))
            self._draw.line((left, y, right - 1, y), fill=colour)

    def _words(self, fewest: int, most: int) -> str:
        count = int(self._random.integers(fewest, most + 1))
        return " ".join("".join(self._random.choice(_SYLLABLES, self._random.integers(1, 5))) for _ in range(count))

    def _font(self, files: list[Path], smallest: int, largest: int) -> Font:
        size = int(self._random.integers(smallest, largest))
        if not files or self.chance(0.3):
            return ImageFont.load_default(size)
        return ImageFont.truetype(str(files[self._random.integers(len(files))]), size)

    def _grey(self, darkest: int, lightest: int) -> Colour:
        level = int(self._random.integers(darkest, lightest + 1))
        tint = self._random.integers(-6, 7, 3) if self.chance(0.4) else np.zeros(3)
        red, green, blue = np.clip(level + tint, 0, 255).astype(int).tolist()
        return red, green, blue

    def _hue(self, hue: float) -> Colour:
        saturation, value = self._random.uniform(0.3, 1), self._random.uniform(0.4, 1)
        red, green, blue = (round(255 * c) for c in colorsys.hsv_to_rgb(hue % 1, saturation, value))
        return red, green, blue

    def _near(self, colour: Colour, by: int) -> Colour:
        """A colour that many levels darker, or lighter where it is dark already."""
        sign = 1 if sum(colour) < 300 else -1
        red, green, blue = (min(255, max(0, c + sign * by)) for c in colour)
        return red, green, blue
