"""Checklists that are copied, or taken to another organization in a file."""

from typing import Literal
from uuid import UUID

from storewalk.core.schemas import Input, Words
from storewalk.inspections.schemas.templates import TemplateDraft


class TemplateFile(Input):
    """A checklist on its own, to be kept as a file and taken in elsewhere.

    Its pictures stay with the organization that has them: taken in elsewhere, checkpoints come without.
    """

    draft: TemplateDraft
    kind: Literal["storewalk.checklist"] = "storewalk.checklist"
    version: Literal[1] = 1


class TakeTemplate(Input):
    """Take a checklist in from a file, under an id of the client's making."""

    id: UUID
    file: TemplateFile


class CopyTemplate(Input):
    """Copy a checklist, under an id of the client's making and another name."""

    id: UUID
    name: Words
