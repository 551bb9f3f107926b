"""A planned visit, told to its inspector."""

from storewalk.inspections.events import VisitPlanned
from storewalk.notifications.api import Notice
from storewalk.reactions.place import Place
from storewalk.reactions.words import words


def planned(event: VisitPlanned, place: Place) -> list[Notice]:
    """Tell the inspector, unless they planned it themselves."""
    if event.inspector_id == event.actor_id:
        return []
    day = event.business_date
    return [
        Notice(
            account_ids=(event.inspector_id,),
            kind=event.kind,
            title=words("reactions.visit_planned.title", store=place.name),
            body=words("reactions.visit_planned.body", month=day.month, day=day.day, month_name=f"{day:%b}"),
            link=f"/visits/{event.subject_id}",
            store_id=place.id,
        )
    ]
