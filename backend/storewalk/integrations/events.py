"""What left the house in bulk."""

from storewalk.core.events import Event


class SheetExported(Event, kind="integrations.exported"):
    """Somebody (the subject) took a whole sheet out; `rows` is how much their scope showed them."""

    sheet: str
    rows: int
