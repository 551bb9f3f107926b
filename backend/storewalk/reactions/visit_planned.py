"""A planned visit, told to its inspector; handed over, to both; moved, to whose it is."""

from datetime import date

from storewalk.inspections.events import VisitHandedOver, VisitMoved, VisitPlanned
from storewalk.notifications.api import Notice
from storewalk.reactions.place import Place
from storewalk.reactions.telling import notice_of
from storewalk.reactions.words import Param, words


def planned(event: VisitPlanned, place: Place) -> list[Notice]:
    """Tell the inspector, unless they planned it themselves."""
    if event.inspector_id == event.actor_id:
        return []
    return [
        Notice(
            account_ids=(event.inspector_id,),
            kind=event.kind,
            title=words("reactions.visit_planned.title", store=place.name),
            body=words("reactions.visit_planned.body", **_day(event.business_date)),
            link=f"/visits/{event.subject_id}",
            store_id=place.id,
        )
    ]


def handed_over(event: VisitHandedOver, place: Place) -> list[Notice]:
    """Tell who has the visit now, and who had it before."""
    to = ("reactions.visit_yours.title", "reactions.visit_yours.body")
    gone = "reactions.visit_begun.body" if event.begun else "reactions.visit_gone.body"
    link, day = "/visits/{}", _day(event.business_date)
    return [
        *notice_of(event, (event.to_id,), place, to, link, **day),
        *notice_of(event, (event.from_id,), place, ("reactions.visit_gone.title", gone), link, **day),
    ]


def moved(event: VisitMoved, place: Place) -> list[Notice]:
    """Tell the inspector the new day; a store's own check is nobody's to be told."""
    if event.inspector_id is None:
        return []
    texts = ("reactions.visit_moved.title", "reactions.visit_moved.body")
    return notice_of(event, (event.inspector_id,), place, texts, "/visits/{}", **_day(event.to_date))


def _day(day: date) -> dict[str, Param]:
    return {"month": day.month, "day": day.day, "month_name": f"{day:%b}"}
