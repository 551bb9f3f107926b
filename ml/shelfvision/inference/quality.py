"""Whether a photo is good enough to be read at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from shelfvision.inference.result import Reason

if TYPE_CHECKING:
    from numpy.typing import NDArray

PROBE_SIDE = 320
DARK_LUMA, DARK_SHARE = 28.0, 0.9  # of 255; too dark when so much of the photo lies below it
# Variance of the Laplacian at the probe's size. Real shelf photos have 190 and more (median 1,400); blurred by a
# Gaussian of 1.5 pixels at this size their median is 43, by 2 pixels 19.
SHARPNESS = 30.0


def sharpness(grey: NDArray[np.float32]) -> float:
    """Variance of the four-neighbour Laplacian of a picture (h, w; 0 to 255) (Pech-Pacheco et al. 2000)."""
    inner = grey[1:-1, 1:-1]
    laplacian = grey[:-2, 1:-1] + grey[2:, 1:-1] + grey[1:-1, :-2] + grey[1:-1, 2:] - 4 * inner
    return float(laplacian.var())


def probe(image: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Return a photo (h, w, 3; RGB) in grey (0 to 255) and small, as its light and sharpness are judged."""
    small = Image.fromarray(image).convert("L")
    small.thumbnail((PROBE_SIDE, PROBE_SIDE), Image.Resampling.BILINEAR, reducing_gap=2.0)
    return np.asarray(small, dtype=np.float32)


def unreadable(image: NDArray[np.uint8]) -> Reason | None:
    """Say why a photo (h, w, 3; RGB) cannot be read, or None where it can."""
    grey = probe(image)
    if np.count_nonzero(grey < DARK_LUMA) > DARK_SHARE * grey.size:
        return Reason.TOO_DARK
    if sharpness(grey) < SHARPNESS:
        return Reason.TOO_BLURRED
    return None
