"""Names for the array types of this package; the shape of each array stands in the docstring that takes it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Int16s = NDArray[np.int16]
Int32s = NDArray[np.int32]
Int64s = NDArray[np.int64]
Uint32s = NDArray[np.uint32]
Float64s = NDArray[np.float64]

Integer = int | np.int64  # an int64 in a compiled kernel, a Python int or a numpy one without the compiler
