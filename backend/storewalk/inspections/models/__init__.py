"""The tables of the room: templates that never change once published, and the visits that follow them."""

from storewalk.inspections.models.templates import (
    InspectionCheckpoint,
    InspectionChoice,
    InspectionSection,
    InspectionTemplate,
    InspectionTemplateVersion,
)
from storewalk.inspections.models.visits import (
    Inspection,
    InspectionAnswer,
    InspectionAnswerPhoto,
    InspectionSectionScore,
)

__all__ = [
    "Inspection",
    "InspectionAnswer",
    "InspectionAnswerPhoto",
    "InspectionCheckpoint",
    "InspectionChoice",
    "InspectionSection",
    "InspectionSectionScore",
    "InspectionTemplate",
    "InspectionTemplateVersion",
]
