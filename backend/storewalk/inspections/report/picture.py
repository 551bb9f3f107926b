"""A report as one tall picture: what a chat shows as it is. It is drawn once its height is known."""

from collections.abc import Callable
from functools import cache
from io import BytesIO
from typing import Final

from PIL import Image, ImageDraw, ImageFont

from storewalk.inspections.report.canvas import ASCENT, PAPER, WIDTH, Area, Canvas, Pen

STROKE: Final = 0.018  # of a text's size: the shipped font has one weight
FOOT: Final = 48
QUALITY: Final = 88
Act = Callable[[Image.Image, ImageDraw.ImageDraw], None]


class PictureCanvas(Canvas):
    """Keeps what is to be drawn until the end."""

    def __init__(self, font: str) -> None:
        self.bottom = None
        self._acts: list[Act] = []
        self._height = 0.0

        @cache
        def face(size: int) -> ImageFont.FreeTypeFont:
            return ImageFont.truetype(font, size, layout_engine=ImageFont.Layout.BASIC)

        self._face = face

    def measure(self, text: str, size: float) -> float:
        """Return a text's width in pixels."""
        return self._face(round(size)).getlength(text)

    def text(self, x: float, y: float, text: str, pen: Pen) -> None:
        """Draw a text, somewhat thicker where it is bold."""
        face, stroke = self._face(round(pen.size)), pen.size * STROKE if pen.bold else 0
        at = (x, y + pen.size * ASCENT)
        self._reach(y + pen.size)
        self._acts.append(
            lambda _, ink: ink.text(at, text, fill=pen.colour, font=face, anchor="ls", stroke_width=stroke)
        )  # fmt: skip

    def box(self, at: Area, colour: str, radius: float = 0) -> None:
        """Fill a box."""
        x, y, width, height = at
        edges = (x, y, x + max(width - 1, 0), y + max(height - 1, 0))
        self._reach(y + height)
        self._acts.append(lambda _, pen: pen.rounded_rectangle(edges, radius, fill=colour))

    def picture(self, at: Area, content: bytes) -> None:
        """Draw a picture."""
        x, y, width, height = at
        size = (max(1, round(width)), max(1, round(height)))
        self._reach(y + height)

        def paste(page: Image.Image, _: ImageDraw.ImageDraw) -> None:
            with Image.open(BytesIO(content)) as picture:
                page.paste(picture.convert("RGB").resize(size, Image.Resampling.LANCZOS), (round(x), round(y)))

        self._acts.append(paste)

    def page(self) -> None:
        """Go on: the one page grows."""

    def written(self) -> bytes:
        """Return the picture as JPEG, its colours as sharp as its greys: red letters stay red."""
        page = Image.new("RGB", (WIDTH, round(self._height) + FOOT), PAPER)
        pen = ImageDraw.Draw(page)
        for act in self._acts:
            act(page, pen)
        out = BytesIO()
        page.save(out, "JPEG", quality=QUALITY, subsampling=0)
        return out.getvalue()

    def _reach(self, y: float) -> None:
        self._height = max(self._height, y)
