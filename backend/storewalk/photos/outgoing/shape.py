"""What goes to the process that veils, and comes back."""

from uuid import UUID

from msgspec import Struct, field

from storewalk.photos.drawn import Mark


class Print(Struct, frozen=True):
    """A photograph's bytes, whether its faces are veiled in them, and what is drawn on it."""

    id: UUID
    content: bytes
    veiled: bool
    marks: list[Mark] = field(default_factory=list[Mark])


class Veiling(Struct, frozen=True):
    """Photographs to make copies of whose longer side is at most `side` pixels; `model` finds faces."""

    model: str | None
    side: int
    prints: list[Print]
