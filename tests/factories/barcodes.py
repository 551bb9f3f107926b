"""EAN-13 barcodes: their digits, and pictures of them for a fake camera."""

from pathlib import Path
from typing import Final

from PIL import Image, ImageDraw

from storewalk.catalog.barcode import check_digit
from tests.factories.browser import film

# GS1 General Specifications, 5.2.1: the right halves of digits; the left ones are these turned (G) or inverted (L).
RIGHT: Final = ("1110010", "1100110", "1101100", "1000010", "1011100",
                "1001110", "1010000", "1000100", "1001000", "1110100")  # fmt: skip
PARITY: Final = ("LLLLLL", "LLGLGG", "LLGGLG", "LLGGGL", "LGLLGG", "LGGLLG", "LGGGLL", "LGLGLG", "LGLGGL", "LGGLGL")
SIZE: Final = (640, 480)
FRAMES_A_SECOND: Final = 30
"""How fast Chromium plays an MJPEG file."""


def ean13(body: str) -> str:
    """Return twelve digits with their check digit."""
    return body + str(check_digit(body))


def bars(code: str) -> str:
    """Return the 95 modules of an EAN-13, 1 for a bar."""
    left = "".join(
        RIGHT[int(digit)][::-1] if side == "G" else RIGHT[int(digit)].translate({48: "1", 49: "0"})
        for digit, side in zip(code[1:7], PARITY[int(code[0])], strict=True)
    )
    right = "".join(RIGHT[int(digit)] for digit in code[7:])
    return f"101{left}01010{right}101"


def drawn(code: str | None, module: int = 4) -> Image.Image:
    """Draw a code as a label held before the camera; without one, the empty table."""
    picture = Image.new("RGB", SIZE, (205, 205, 200))
    if code is None:
        return picture
    pen = ImageDraw.Draw(picture)
    modules = bars(code)
    left = (SIZE[0] - module * len(modules)) // 2
    pen.rectangle((left - 12 * module, 110, SIZE[0] - left + 12 * module, 370), fill="white")
    for place, module_is_bar in enumerate(modules):
        if module_is_bar == "1":
            start = left + place * module
            pen.rectangle((start, 140, start + module - 1, 340), fill="black")
    return picture


def film_of(codes: list[str], path: Path, *, each: float = 1.5, rest: float = 90) -> Path:
    """Film codes one after the other, each for some seconds, and then an empty table for long."""
    scenes = [*((code, each) for code in codes), (None, rest)]
    # A scene is one frame many times over, so it is compressed once.
    frames = [
        film([drawn(code)], path, SIZE).read_bytes() * round(seconds * FRAMES_A_SECOND) for code, seconds in scenes
    ]
    path.write_bytes(b"".join(frames))
    return path
