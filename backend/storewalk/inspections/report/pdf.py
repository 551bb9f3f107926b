"""A report on A4, the font embedded with the characters that are used."""

from io import BytesIO
from typing import Final

from fpdf import FPDF
from fpdf.enums import TextMode
from PIL import Image

from storewalk.inspections.report.canvas import ASCENT, WIDTH, Area, Canvas, Pen

FACE: Final = "store"
SCALE: Final = 210 / WIDTH  # mm a unit
POINT: Final = 72 / 25.4
STROKE: Final = 0.018  # of a text's size: the shipped font has one weight
FOOT: Final = 70
SHARP: Final = 2.4  # pixels of a picture a unit: 310 an inch
QUALITY: Final = 82


class PdfCanvas(Canvas):
    """Pages of A4, each numbered at its foot."""

    def __init__(self, font: str, title: str, language: str, numbering: str) -> None:
        self.bottom = 297 / SCALE - FOOT
        self._paper = _Paper(numbering)
        self._paper.set_auto_page_break(auto=False)
        self._paper.set_margin(0)
        self._paper.c_margin = 0
        self._paper.add_font(FACE, fname=font)
        self._paper.set_title(title)
        self._paper.set_lang(language)
        self._paper.set_creator("Storewalk")

    def measure(self, text: str, size: float) -> float:
        """Return a text's width in units."""
        self._paper.set_font(FACE, size=size * SCALE * POINT)
        return self._paper.get_string_width(text) / SCALE

    def text(self, x: float, y: float, text: str, pen: Pen) -> None:
        """Draw a text, its outline drawn too where it is bold."""
        self._paper.set_font(FACE, size=pen.size * SCALE * POINT)
        self._paper.set_text_color(pen.colour)
        baseline = (y + pen.size * ASCENT) * SCALE
        if not pen.bold:
            self._paper.text(x * SCALE, baseline, text)
            return
        self._paper.set_draw_color(pen.colour)
        with self._paper.local_context(text_mode=TextMode.FILL_STROKE, line_width=pen.size * SCALE * STROKE):
            self._paper.text(x * SCALE, baseline, text)

    def box(self, at: Area, colour: str, radius: float = 0) -> None:
        """Fill a box."""
        x, y, width, height = at
        self._paper.set_fill_color(colour)
        self._paper.rect(
            x * SCALE, y * SCALE, width * SCALE, height * SCALE, style="F",
            round_corners=radius > 0, corner_radius=radius * SCALE,
        )  # fmt: skip

    def picture(self, at: Area, content: bytes) -> None:
        """Draw a picture, no larger than print needs it."""
        x, y, width, height = at
        out = BytesIO()
        with Image.open(BytesIO(content)) as picture:
            shown = picture.convert("RGB")
        shown.thumbnail((round(width * SHARP), round(height * SHARP)), Image.Resampling.LANCZOS)
        shown.save(out, "JPEG", quality=QUALITY)
        self._paper.image(out, x * SCALE, y * SCALE, width * SCALE, height * SCALE)

    def page(self) -> None:
        """Begin a new page."""
        self._paper.add_page()

    def written(self) -> bytes:
        """Return the file."""
        return bytes(self._paper.output())


class _Paper(FPDF):
    def __init__(self, numbering: str) -> None:
        super().__init__(format="A4")
        self.numbering = numbering

    def footer(self) -> None:
        """Number the page."""
        self.set_y(-9)
        self.set_font(FACE, size=8)
        self.set_text_color("#4B5563")
        self.cell(0, 4, self.numbering.format(page=self.page_no(), pages=self.str_alias_nb_pages), align="C")
