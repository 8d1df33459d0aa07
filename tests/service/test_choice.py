"""What is tried on an image beside the model, so that a photograph costs no time for what will not win."""

import numpy as np
import pytest
from coded_files import ignore

from bitswap_app.container.header import Coding
from bitswap_app.imaging.png import Form
from bitswap_app.imaging.raster import Raster
from bitswap_app.imaging.webp import MAX_SIDE
from bitswap_app.service import choice
from bitswap_app.service.choice import SEARCHES, fits_webp, look_at
from bitswap_app.service.codings import Encoder

SIDE = 280  # more than what is so small that everything is tried
EFFORTS = ["fast", "standard", "high"]


@pytest.fixture
def tried(engine_for):
    """The codings that are tried on pixels, in their order."""

    def codings(pixels, effort="standard"):
        encoder = Encoder(effort=effort, verify=False, engine_for=engine_for)
        trials = encoder._trials(Raster(pixels, Form.natural(pixels).kind), ignore)
        return [coding for coding, _, _ in trials]

    return codings


@pytest.fixture
def photograph():
    """Noise on slopes: hardly a pixel equals its neighbour."""
    rng = np.random.default_rng(5)
    y, x, c = np.ogrid[:SIDE, :SIDE, :3]
    return (100 + 50 * np.sin(x / 30 + c) + 40 * np.cos(y / 20) + rng.normal(0, 6, (SIDE, SIDE, 3))).astype(np.uint8)


@pytest.mark.parametrize("effort", EFFORTS)
def test_nothing_is_tried_beside_the_model_on_a_photograph(tried, photograph, effort):
    assert tried(photograph, effort) == [Coding.BITSWAP]


@pytest.mark.parametrize("effort", EFFORTS)
def test_others_are_tried_beside_the_model_where_pixels_repeat(tried, photograph, effort):
    flat = photograph.copy()
    flat[:, : SIDE * 6 // 10] = (20, 40, 60)
    assert tried(flat, effort)[0] is Coding.BITSWAP
    assert Coding.JXL in tried(flat, effort)


def test_more_effort_tries_more(tried, photograph):
    drawing = photograph.copy()
    drawing[:, : SIDE * 35 // 100] = 255
    assert len(tried(drawing, "fast")) < len(tried(drawing, "standard"))
    drawing = photograph.copy()
    drawing[:, : SIDE // 10] = 255
    assert len(tried(drawing, "standard")) < len(tried(drawing, "high"))


@pytest.mark.parametrize("effort", EFFORTS)
def test_a_page_of_text_is_webp_s_alone(tried, page, effort):
    assert tried(page, effort) == [Coding.WEBP]


def test_more_effort_asks_the_model_of_more_drawings(tried, page, monkeypatch):
    for ratio, efforts in ((0.7, ["standard", "high"]), (0.6, ["high"]), (0.5, [])):
        monkeypatch.setattr("bitswap_app.service.codings.look_at", lambda *_, ratio=ratio: choice.Look(1, ratio))
        asked = [effort for effort in EFFORTS if Coding.BITSWAP in tried(page, effort)]
        assert asked == efforts, ratio


@pytest.mark.parametrize("channels", [1, 2, 3, 4])
def test_everything_is_tried_on_a_small_drawing(tried, smooth_pixels, channels):
    drawing = smooth_pixels(50, 60, channels)
    drawing[:, :30] = 200
    assert set(tried(drawing)) == {Coding.BITSWAP, Coding.WEBP, Coding.JXL}


def test_sixteen_bits_are_jpeg_xl_s_alone(tried, photograph):
    assert set(tried(photograph.astype(np.uint16) * 200)) == {Coding.JXL}


def test_jpeg_xl_is_tried_harder_only_where_it_may_win(tried, photograph):
    deep = photograph.astype(np.uint16) * 200
    assert tried(deep, "fast") == [Coding.JXL]
    flat = photograph.copy()
    flat[:, : SIDE * 6 // 10] = (20, 40, 60)
    assert tried(flat, "fast").count(Coding.JXL) == 1
    assert tried(flat, "high").count(Coding.JXL) == 2


def test_what_webp_cannot_hold_is_not_given_to_it(tried):
    wide = np.zeros((1, MAX_SIDE + 1, 3), np.uint8)
    assert not fits_webp(wide)
    assert fits_webp(wide[:, 1:])
    assert not fits_webp(wide[:, :5].astype(np.uint16))
    assert Coding.WEBP not in tried(wide)


def test_a_look_takes_a_sample_of_a_large_image(photograph, monkeypatch):
    seen = []
    monkeypatch.setattr(choice.webp, "encode_payload", lambda part, **_: seen.append(part.shape) or b"w")
    monkeypatch.setattr(choice.jxl, "encode", lambda part, _: seen.append(part.shape) or b"jj")
    large = np.tile(photograph, (8, 8, 1))
    large[:, ::2] = large[:, 1::2]
    look = look_at(large, SEARCHES["standard"].repeats)
    assert look.repeats >= 0.5
    assert look.webp_ratio == 0.5
    assert look.is_synthetic(SEARCHES["high"])
    assert [height * width <= 1 << 20 for height, width, _ in seen] == [True, True]


def test_a_look_at_a_photograph_costs_no_encoding(photograph, monkeypatch):
    monkeypatch.setattr(choice.webp, "encode_payload", None)
    look = look_at(photograph, SEARCHES["standard"].repeats)
    assert (look.webp_ratio, look.may_suit_webp) == (1, False)
    assert not look.may_suit_jxl(SEARCHES["high"])
