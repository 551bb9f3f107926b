"""Steps of a task, told to whoever has the next one to do."""

from storewalk.core.events import Event
from storewalk.notifications.api import Notice
from storewalk.reactions.place import Place
from storewalk.reactions.words import local_time, words
from storewalk.tasks.events import (
    TaskAccepted,
    TaskAnswered,
    TaskAssigned,
    TaskEscalated,
    TaskOpened,
    TaskReturned,
)


def opened(event: TaskOpened, place: Place) -> list[Notice]:
    """Tell the assignee; where the store has nobody, the people above it, so that they name somebody."""
    if event.assignee_id:
        who, title, body = (event.assignee_id,), "reactions.task_opened.title", "reactions.task_opened.body"
    else:
        who, title, body = event.overseer_ids, "reactions.task_unassigned.title", "reactions.task_unassigned.body"
    return [
        Notice(
            account_ids=tuple(who),
            kind=event.kind,
            title=words(title, store=place.name),
            body=words(body, title=event.title, due=local_time(event.due_at, place.zone)),
            link=_link(event),
            urgent=event.critical,
            store_id=place.id,
        )
    ]


def assigned(event: TaskAssigned, place: Place) -> list[Notice]:
    """Tell the new assignee, unless they took it themselves."""
    if event.assignee_id == event.actor_id:
        return []
    return [
        Notice(
            account_ids=(event.assignee_id,),
            kind=event.kind,
            title=words("reactions.task_assigned.title", store=place.name),
            body=words("reactions.task_assigned.body", title=event.title, due=local_time(event.due_at, place.zone)),
            link=_link(event),
            store_id=place.id,
        )
    ]


def answered(event: TaskAnswered, place: Place) -> list[Notice]:
    """Ask those who may confirm it."""
    return [
        Notice(
            account_ids=tuple(event.verifier_ids),
            kind=event.kind,
            title=words("reactions.task_answered.title", store=place.name),
            body=words("reactions.task_answered.body", title=event.title),
            link=_link(event),
            store_id=place.id,
        )
    ]


def accepted(event: TaskAccepted, place: Place) -> list[Notice]:
    """Tell whoever did the work that it is done."""
    return [
        Notice(
            account_ids=(event.answered_by_id,),
            kind=event.kind,
            title=words("reactions.task_accepted.title", store=place.name),
            body=words("reactions.task_accepted.body", title=event.title),
            link=_link(event),
            store_id=place.id,
        )
    ]


def returned(event: TaskReturned, place: Place) -> list[Notice]:
    """Tell whoever answered what is left to do and until when."""
    return [
        Notice(
            account_ids=(event.answered_by_id,),
            kind=event.kind,
            title=words("reactions.task_returned.title", store=place.name),
            body=words(
                "reactions.task_returned.body",
                title=event.title,
                reason=event.reason,
                due=local_time(event.due_at, place.zone),
            ),
            link=_link(event),
            urgent=True,
            store_id=place.id,
        )
    ]


def escalated(event: TaskEscalated, place: Place) -> list[Notice]:
    """Tell the next level that nobody has answered in time."""
    return [
        Notice(
            account_ids=tuple(event.told_ids),
            kind=event.kind,
            title=words("reactions.task_escalated.title", store=place.name),
            body=words("reactions.task_escalated.body", title=event.title, due=local_time(event.due_at, place.zone)),
            link=_link(event),
            urgent=True,
            store_id=place.id,
        )
    ]


def _link(event: Event) -> str:
    return f"/tasks/{event.subject_id}"
