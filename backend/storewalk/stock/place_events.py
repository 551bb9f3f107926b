"""What happens to places, and between them."""

from storewalk.core.events import Event


class PlaceAdded(Event, kind="stock.place_added"):
    """A store or warehouse has a new place, which is the subject."""

    code: str


class PlaceChanged(Event, kind="stock.place_changed"):
    """A place, which is the subject, has another name, was closed or opened again."""

    code: str
    closed: bool


class GoodsRelocated(Event, kind="stock.relocated"):
    """Goods were carried from one place to another of a store; the subject is the document."""

    from_code: str
    to_code: str
    lines: int
