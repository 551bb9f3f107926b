"""The tables of the room: templates that never change once published, and the visits that follow them."""

from storewalk.inspections.models.check_ins import InspectionCheckIn, InspectionRule
from storewalk.inspections.models.reviews import InspectionReview
from storewalk.inspections.models.signing import InspectionDispute, InspectionDisputePhoto, InspectionSignature
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
    InspectionAnswerProduct,
    InspectionSectionScore,
)
from storewalk.inspections.plans.models import InspectionCover, InspectionOccurrence, InspectionSchedule

__all__ = [
    "Inspection",
    "InspectionAnswer",
    "InspectionAnswerPhoto",
    "InspectionAnswerProduct",
    "InspectionCheckIn",
    "InspectionCheckpoint",
    "InspectionChoice",
    "InspectionCover",
    "InspectionDispute",
    "InspectionDisputePhoto",
    "InspectionOccurrence",
    "InspectionReview",
    "InspectionRule",
    "InspectionSchedule",
    "InspectionSection",
    "InspectionSectionScore",
    "InspectionSignature",
    "InspectionTemplate",
    "InspectionTemplateVersion",
]
