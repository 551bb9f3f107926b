"""The checklists that come with the program, as data, and how they become an organization's own."""

import tomllib
from pathlib import Path
from typing import Final
from uuid import UUID

import msgspec
from msgspec import field
from sqlalchemy import select

from storewalk.core.schemas import Input, Words
from storewalk.core.tx import Tx
from storewalk.inspections.models import InspectionTemplate
from storewalk.inspections.schemas.templates import CheckpointDraft, Condition, NewTemplate, SectionDraft
from storewalk.inspections.service.publish import publish_template
from storewalk.inspections.standard.library import checkpoints_by_key
from storewalk.stores.api import StoreFormat

FOLDER: Final = Path(__file__).with_name("templates")
STANDARD: Final = FOLDER / "visit.toml"
READY: Final = (
    STANDARD,
    *(
        FOLDER / f"{name}.toml"
        for name in (
            "visit-full",
            "opening",
            "closing",
            "food-safety-daily",
            "food-safety-weekly",
            "food-safety-monthly",
            "new-product",
            "promotion",
        )
    ),
)
"""In the order in which people look for them."""


class Asked(Input):
    """A checkpoint of the library that is asked under a condition."""

    key: str
    condition: Condition


class SectionRecipe(Input):
    """A part of a checklist, by keys of the library."""

    title: Words
    weight: int
    checkpoints: list[str | Asked]


class Recipe(Input):
    """A checklist by keys of the library; `code` is what it is known by in every organization."""

    code: str
    name: Words
    critical_cap: int
    sections: list[SectionRecipe]
    formats: list[StoreFormat] = field(default_factory=list[StoreFormat])


def read_standard(path: Path = STANDARD) -> tuple[str, NewTemplate]:
    """Return the code and the draft of the checklist in `path`, its checkpoints taken from the library."""
    recipe = msgspec.convert(tomllib.loads(path.read_text("utf-8")), Recipe)
    sections = [
        SectionDraft(title=part.title, weight=part.weight, checkpoints=[_checkpoint(each) for each in part.checkpoints])
        for part in recipe.sections
    ]
    draft = msgspec.convert(
        {"name": recipe.name, "sections": sections, "criticalCap": recipe.critical_cap, "formats": recipe.formats},
        NewTemplate,
    )
    return recipe.code, draft


async def install_standard_template(tx: Tx) -> UUID:
    """Publish the standard visit unless the organization has it, and return its template's id."""
    return await _install(tx, STANDARD)


async def install_standard_templates(tx: Tx) -> UUID:
    """Publish those checklists of the program that the organization lacks, and return the standard visit's id.

    Safe to run again, and at every start: a checklist is known by its code, whatever the organization made of it. A
    list shows the newest first, so the first one comes last.
    """
    for path in reversed(READY[1:]):
        await _install(tx, path)
    return await install_standard_template(tx)


async def _install(tx: Tx, path: Path) -> UUID:
    code, draft = read_standard(path)
    statement = select(InspectionTemplate.id).where(
        InspectionTemplate.org_id == tx.org_id, InspectionTemplate.code == code
    )
    found = (await tx.session.execute(statement)).scalar_one_or_none()
    return found or await publish_template(tx, draft, code=code)


def _checkpoint(named: str | Asked) -> CheckpointDraft:
    library = checkpoints_by_key()
    if isinstance(named, str):
        return library[named]
    return msgspec.structs.replace(library[named.key], condition=named.condition)
