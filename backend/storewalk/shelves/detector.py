"""What the room asks of a detector. The API imports this module too: nothing here may load numpy or onnxruntime."""

from abc import ABC, abstractmethod
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

import msgspec

from storewalk.core.schemas import Output

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Label(StrEnum):
    """What a box holds."""

    PRODUCT = "product"
    GAP = "gap"


class Box(Output):
    """A box on the upright photo, as fractions of its width and height; `score` is 0 to 1."""

    label: Label
    score: float
    x0: float
    y0: float
    x1: float
    y1: float


class Row(Output):
    """One board of the shelf, from the top of the photo down; `y0` and `y1` are fractions of its height.

    `missing` is the number of facings that would fill the row's gaps; availability is facings ÷ (facings + missing).
    """

    y0: float
    y1: float
    facings: int
    gaps: int
    missing: float
    availability: float


class Sight(msgspec.Struct, frozen=True, kw_only=True):
    """What a detector made of one photo. `doubt` says why it is not sure; a sight with a doubt decides nothing."""

    doubt: str | None
    availability: float | None
    facings: int
    gaps: int
    boxes: list[Box]
    rows: list[Row] = []
    model_version: str


class DetectorUnavailable(Exception):
    """There is no model, or it cannot be loaded; the text names the file and the fault."""


class Detector(ABC):
    """Reads shelf photos."""

    @abstractmethod
    async def read(self, pixels: "NDArray[np.uint8]", org_id: UUID) -> Sight:
        """Find products and gaps on an upright photo, (height, width, 3) sRGB, without blocking the event loop.

        An organization's photos are read by its own model where it has one.

        Raises:
            DetectorUnavailable: no model to read with.

        """

    @abstractmethod
    async def ready(self, org_id: UUID) -> None:
        """Make sure that there is a model to read an organization's photos with.

        Raises:
            DetectorUnavailable: there is none.

        """
