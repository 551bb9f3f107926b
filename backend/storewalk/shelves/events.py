"""What became of a shelf photo's reading."""

from uuid import UUID

from storewalk.core.events import Event


class ShelfRead(Event, kind="shelves.read"):
    """The detector is done with a photo: `state` is read, unsure or failed; only `read` carries figures to judge by.

    A `failed` photo may be read later, when the detector is back; then the event comes once more.
    """

    photo_id: UUID
    state: str
    availability: float | None
    gaps: int | None
    facings: int | None
