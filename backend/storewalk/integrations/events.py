"""What left the house in bulk, and what is known of files that come in."""

from storewalk.core.events import Event


class SheetExported(Event, kind="integrations.exported"):
    """Somebody (the subject) took a whole sheet out; `rows` is how much their scope showed them."""

    sheet: str
    rows: int


class MappingKept(Event, kind="integrations.mapping_kept"):
    """What the columns of a shape of file are (the subject) was kept, changed or named."""

    sheet: str
    name: str


class MappingForgotten(Event, kind="integrations.mapping_forgotten"):
    """What the columns of a shape of file are (the subject) is no longer kept."""

    sheet: str
    name: str
