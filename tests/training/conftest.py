"""The tiny model of tests/model serves here too."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "model"))

import numpy as np
import pytest
from PIL import Image
from tiny_model import noise, picture


@pytest.fixture(scope="session")
def pictures(tmp_path_factory):
    """A folder of two small pictures, one of them noise, in which every place can be told."""
    folder = tmp_path_factory.mktemp("pictures")
    for name, pixels in (("slopes", picture(80, 104)), ("noise", noise(96, 72))):
        Image.fromarray(np.ascontiguousarray(pixels)).save(folder / f"{name}.png")
    return folder
