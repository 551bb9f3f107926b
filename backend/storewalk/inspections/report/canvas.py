"""What a page is drawn on. It is 1080 units wide, whatever a unit is; heights grow downwards."""

from abc import ABC, abstractmethod
from io import BytesIO
from typing import Final

from msgspec import Struct
from PIL import Image

WIDTH: Final = 1080
ASCENT: Final = 0.88
"""Of a text's size, from the top of its line to where letters stand."""
INK, SOFT, LINE, PAPER, FAINT = "#111827", "#4B5563", "#D1D5DB", "#FFFFFF", "#F3F4F6"
BRAND: Final = "#0F766E"


Area = tuple[float, float, float, float]
"""Left edge, upper edge, width and height."""


class Pen(Struct, frozen=True):
    """How letters stand: how high, in which colour, and whether thicker than the font's one weight."""

    size: float
    colour: str = INK
    bold: bool = False


class Canvas(ABC):
    """Draws texts, boxes and pictures. `bottom` is where a page ends; None for a page that grows."""

    bottom: float | None

    @abstractmethod
    def measure(self, text: str, size: float) -> float:
        """Return a text's width."""

    @abstractmethod
    def text(self, x: float, y: float, text: str, pen: Pen) -> None:
        """Draw a text whose line begins at the top `y`."""

    @abstractmethod
    def box(self, at: Area, colour: str, radius: float = 0) -> None:
        """Fill a box."""

    @abstractmethod
    def picture(self, at: Area, content: bytes) -> None:
        """Draw a picture as large as the box."""

    @abstractmethod
    def page(self) -> None:
        """Begin a new page."""


def size_of(content: bytes) -> tuple[int, int]:
    """Return a picture's width and height in pixels."""
    with Image.open(BytesIO(content)) as picture:
        return picture.size
