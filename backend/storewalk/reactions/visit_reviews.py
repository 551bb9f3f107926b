"""A visit that went back, told to its inspector; what the inspector says to that, told to who sent it back."""

from storewalk.inspections.events import VisitRemarked, VisitReturned
from storewalk.notifications.api import Notice
from storewalk.reactions.place import Place
from storewalk.reactions.telling import notice_of


def returned(event: VisitReturned, place: Place) -> list[Notice]:
    """Ask the inspector to say more."""
    texts = ("reactions.visit_returned.title", "reactions.visit_returned.body")
    return notice_of(event, (event.inspector_id,), place, texts, "/visits/{}", note=event.note)


def remarked(event: VisitRemarked, place: Place) -> list[Notice]:
    """Tell whoever asked."""
    texts = ("reactions.visit_remarked.title", "reactions.visit_remarked.body")
    return notice_of(event, (event.reviewer_id,), place, texts, "/visits/{}", remark=event.remark)
