"""The library on the wire: each checkpoint as the draft that an editor puts into a checklist."""

from enum import StrEnum

from storewalk.core.schemas import Output, Words
from storewalk.inspections.schemas.templates import CheckpointDraft


class LibraryCategory(StrEnum):
    """The side of a store that checkpoints are about, in the order in which one walks it."""

    ENTRANCE = "entrance"
    DISPLAY = "display"
    PRICE = "price"
    FRESHNESS = "freshness"
    HYGIENE = "hygiene"
    COLD_CHAIN = "coldChain"
    SERVICE = "service"
    SAFETY = "safety"


class LibraryPart(Output):
    """The checkpoints about one side of a store."""

    category: LibraryCategory
    title: Words
    checkpoints: list[CheckpointDraft]
