"""Sets texts from the top down, and begins a page where one is full."""

from collections.abc import Collection

from storewalk.inspections.report.canvas import Canvas, Pen
from storewalk.inspections.report.letters import drawable, set_lines
from storewalk.inspections.report.look import Look


class Setter:
    """`y` is where the next line begins."""

    def __init__(self, canvas: Canvas, look: Look, known: Collection[int]) -> None:
        self.canvas, self.look, self.known = canvas, look, known
        self.y = 0.0

    def down(self, by: float) -> None:
        """Leave a space."""
        self.y += by

    def room(self, height: float) -> bool:
        """Begin a new page unless so much room is left on this one; tell whether it was begun."""
        if self.canvas.bottom is None or self.y + height <= self.canvas.bottom:
            return False
        self.canvas.page()
        self.y = self.look.margin
        return True

    def width(self, text: str, size: float) -> float:
        """Return a text's width."""
        return self.canvas.measure(drawable(text, self.known), size)

    def lines(self, text: str, width: float, size: float, most: int | None = None) -> list[str]:
        """Return a text in lines."""
        return set_lines(drawable_lines(text, self.known), width, lambda part: self.canvas.measure(part, size), most)

    def put(self, x: float, y: float, text: str, pen: Pen) -> None:
        """Draw one line whose room begins at `y`, and stay where `y` was."""
        self.canvas.text(x, y + pen.size * (self.look.line - 1) / 2, drawable(text, self.known), pen)

    def write(self, x: float, width: float, text: str, pen: Pen, *, most: int | None = None) -> None:
        """Write a text from `y` on, in as many lines as it takes or `most`."""
        for line in self.lines(text, width, pen.size, most):
            self.put(x, self.y, line, pen)
            self.y += pen.size * self.look.line


def drawable_lines(text: str, known: Collection[int]) -> str:
    """Return a text that the font can draw, its lines kept."""
    return "\n".join(drawable(line, known) for line in text.splitlines())
