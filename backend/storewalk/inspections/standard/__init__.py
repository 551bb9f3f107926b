"""The checklist that comes with the program, as data, and how it becomes an organization's own."""

import tomllib
from pathlib import Path
from typing import Final
from uuid import UUID

import msgspec
from sqlalchemy import select

from storewalk.core.tx import Tx
from storewalk.inspections.models import InspectionTemplate
from storewalk.inspections.schemas.templates import NewTemplate
from storewalk.inspections.service.publish import publish_template

STANDARD: Final = Path(__file__).with_name("visit.toml")


def read_standard(path: Path = STANDARD) -> tuple[str, NewTemplate]:
    """Return the code and the draft of the checklist in `path`."""
    data = tomllib.loads(path.read_text("utf-8"))
    return data.pop("code"), msgspec.convert(data, NewTemplate)


async def install_standard_template(tx: Tx) -> UUID:
    """Publish the standard checklist unless the organization has it, and return its template's id."""
    code, draft = read_standard()
    statement = select(InspectionTemplate.id).where(
        InspectionTemplate.org_id == tx.org_id, InspectionTemplate.code == code
    )
    found = (await tx.session.execute(statement)).scalar_one_or_none()
    return found or await publish_template(tx, draft, code=code)
