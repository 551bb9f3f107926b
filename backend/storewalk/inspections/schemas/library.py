"""What an editor of checklists draws on: the library, each checkpoint as a draft, and what was published before."""

from datetime import datetime
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


class VersionItem(Output):
    """One published version in a list; `published_by` is nobody where the program brought it."""

    version: int
    name: Words
    checkpoint_count: int
    published_at: datetime
    published_by: str | None
