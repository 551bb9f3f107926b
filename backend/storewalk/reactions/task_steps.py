"""Steps of a task, told to whoever has the next one to do."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from storewalk.core.events import Event
from storewalk.core.schemas import Words
from storewalk.notifications.api import Notice
from storewalk.reactions.place import Place
from storewalk.reactions.words import local_time, words
from storewalk.tasks.api import BlockReason
from storewalk.tasks.events import (
    TaskAccepted,
    TaskAnswered,
    TaskAssigned,
    TaskBlocked,
    TaskBlockStands,
    TaskCommented,
    TaskEscalated,
    TaskOpened,
    TaskRescheduled,
    TaskReturned,
    TaskUnblocked,
    TaskWithdrawn,
)

CAUSES: Final = {
    BlockReason.WAREHOUSE: "reactions.cause.warehouse",
    BlockReason.REPAIR: "reactions.cause.repair",
    BlockReason.SUPPLIER: "reactions.cause.supplier",
    BlockReason.LANDLORD: "reactions.cause.landlord",
    BlockReason.OTHER: "reactions.cause.other",
}


def opened(event: TaskOpened, place: Place) -> list[Notice]:
    """Tell the assignee, unless they opened it themselves; where the store has nobody, the people above it."""
    if event.assignee_id:
        who, title, body = [event.assignee_id], "reactions.task_opened.title", "reactions.task_opened.body"
    else:
        who, title, body = event.overseer_ids, "reactions.task_unassigned.title", "reactions.task_unassigned.body"
    if event.repeat_count and event.assignee_id:
        title = "reactions.task_came_back.title"
    return [
        Notice(
            account_ids=_without_actor(event, who),
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


def rescheduled(event: TaskRescheduled, place: Place) -> list[Notice]:
    """Tell the assignee the new time."""
    return [
        Notice(
            account_ids=_without_actor(event, [event.assignee_id]),
            kind=event.kind,
            title=words("reactions.task_rescheduled.title", store=place.name),
            body=words("reactions.task_rescheduled.body", title=event.title, due=local_time(event.due_at, place.zone)),
            link=_link(event),
            store_id=place.id,
        )
    ]


def blocked(event: TaskBlocked, place: Place) -> list[Notice]:
    """Tell the people above, who may let the clock run again."""
    return [
        Notice(
            account_ids=_without_actor(event, event.told_ids),
            kind=event.kind,
            title=words("reactions.task_blocked.title", store=place.name),
            body=words("reactions.task_blocked.body", title=event.title, cause=_cause(event.reason, event.note)),
            link=_link(event),
            store_id=place.id,
        )
    ]


def block_stands(event: TaskBlockStands, place: Place) -> list[Notice]:
    """Tell the people above that a task has been blocked for days."""
    since = local_time(event.blocked_at, place.zone)
    return [
        Notice(
            account_ids=tuple(event.told_ids),
            kind=event.kind,
            title=words("reactions.task_block_stands.title", store=place.name),
            body=words(
                "reactions.task_block_stands.body", title=event.title, cause=_cause(event.reason, ""), since=since
            ),
            link=_link(event),
            urgent=True,
            store_id=place.id,
        )
    ]


def unblocked(event: TaskUnblocked, place: Place) -> list[Notice]:
    """Tell who blocked it and whose it is that the clock runs again; urgent where the cause was not accepted."""
    due = local_time(event.due_at, place.zone)
    body = words("reactions.task_unblocked.body", title=event.title, due=due)
    if event.note:
        body = words("reactions.task_unblocked_why.body", title=event.title, due=due, note=event.note)
    return [
        Notice(
            account_ids=_without_actor(event, [event.blocked_by_id, event.assignee_id]),
            kind=event.kind,
            title=words("reactions.task_unblocked.title", store=place.name),
            body=body,
            link=_link(event),
            urgent=event.actor_id != event.blocked_by_id,
            store_id=place.id,
        )
    ]


def commented(event: TaskCommented, place: Place) -> list[Notice]:
    """Tell the others who have to do with the task."""
    text = event.text or words("reactions.task_commented.photo")
    return [
        Notice(
            account_ids=tuple(event.told_ids),
            kind=event.kind,
            title=words("reactions.task_commented.title", store=place.name, name=event.author_name),
            body=words("reactions.task_commented.body", title=event.title, text=text),
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
                reason=event.reason.rstrip("。．.!！ "),  # the text goes on with a full stop of its own
                due=local_time(event.due_at, place.zone),
            ),
            link=_link(event),
            urgent=True,
            store_id=place.id,
        )
    ]


def withdrawn(event: TaskWithdrawn, place: Place) -> list[Notice]:
    """Tell who had to do it that there is nothing left to do."""
    return [
        Notice(
            account_ids=tuple(event.told_ids),
            kind=event.kind,
            title=words("reactions.task_withdrawn.title", store=place.name),
            body=words("reactions.task_withdrawn.body", title=event.title),
            link=_link(event),
            store_id=place.id,
        )
    ]


def escalated(event: TaskEscalated, place: Place) -> list[Notice]:
    """Tell the next level that nobody has answered in time, above the first that nobody has seen to it since."""
    body = "reactions.task_escalated.body" if event.level == 1 else "reactions.task_escalated_again.body"
    return [
        Notice(
            account_ids=tuple(event.told_ids),
            kind=event.kind,
            title=words("reactions.task_escalated.title", store=place.name),
            body=words(body, title=event.title, due=local_time(event.due_at, place.zone)),
            link=_link(event),
            urgent=True,
            store_id=place.id,
        )
    ]


def _without_actor(event: Event, account_ids: Sequence[UUID | None]) -> tuple[UUID, ...]:
    """Return the accounts to tell, each once, less the one who did it."""
    return tuple(one for one in dict.fromkeys(account_ids) if one is not None and one != event.actor_id)


def _cause(reason: BlockReason, note: str) -> Words:
    cause = words(CAUSES[reason])
    return words("reactions.cause_with_note", cause=cause, note=note) if note else cause


def _link(event: Event) -> str:
    return f"/tasks/{event.subject_id}"
