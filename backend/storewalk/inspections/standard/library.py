"""The library: checkpoints ready to be put into a checklist, as data; read once and never changed."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Final

import msgspec

from storewalk.inspections.schemas.library import LibraryCategory, LibraryPart
from storewalk.inspections.schemas.templates import CheckpointDraft
from storewalk.stores.api import StoreFormat

FOLDER: Final = Path(__file__).with_name("library")


@cache
def read_library() -> tuple[LibraryPart, ...]:
    """Return all parts in the order in which one walks a store; in the files no checkpoint lacks a key."""
    parts = [
        msgspec.convert(tomllib.loads(path.read_text("utf-8")), LibraryPart) for path in sorted(FOLDER.glob("*.toml"))
    ]
    order = list(LibraryCategory)
    return tuple(sorted(parts, key=lambda part: order.index(part.category)))


@cache
def checkpoints_by_key() -> dict[str, CheckpointDraft]:
    """Return every checkpoint of the library by its key."""
    return {str(checkpoint.key): checkpoint for part in read_library() for checkpoint in part.checkpoints}


def sought(
    search: str | None = None, category: LibraryCategory | None = None, store_format: StoreFormat | None = None
) -> list[LibraryPart]:
    """Return the parts with what matches: all words of `search` in either language, asked in that kind of store."""
    words = (search or "").casefold().split()
    parts = [
        LibraryPart(
            category=part.category,
            title=part.title,
            checkpoints=[
                each
                for each in part.checkpoints
                if (store_format is None or not each.formats or store_format in each.formats) and _says(each, words)
            ],
        )
        for part in read_library()
        if category in (None, part.category)
    ]
    return [part for part in parts if part.checkpoints]


def _says(checkpoint: CheckpointDraft, words: list[str]) -> bool:
    texts = (checkpoint.title, checkpoint.criterion, checkpoint.hint, checkpoint.reference)
    said = "\n".join(f"{each.zh}\n{each.en}" for each in texts if each is not None).casefold()
    return all(word in said for word in words)
