"""The answer to a phone that asks what changed."""

from datetime import datetime

from storewalk.catalog.api import ProductOut
from storewalk.core.schemas import Output
from storewalk.counts.api import CountOut
from storewalk.inspections.api import TemplateOut, VisitAnswers, VisitOut
from storewalk.notifications.api import NotificationOut
from storewalk.stock.api import TransferOut
from storewalk.stores.api import StoreOut
from storewalk.tasks.api import TaskDetail


class SyncOut(Output):
    """What changed; a full answer replaces all that the phone keeps.

    A visit is told whole among `visits`, or, to a phone that asks so, by what changed of it among `visit_answers`.
    """

    cursor: str
    full: bool
    server_time: datetime
    visits: list[VisitOut]
    visit_answers: list[VisitAnswers]
    templates: list[TemplateOut]
    tasks: list[TaskDetail]
    counts: list[CountOut]
    transfers: list[TransferOut]
    stores: list[StoreOut]
    notifications: list[NotificationOut]
    unread: int


class ProductChanges(Output):
    """Products that changed, and the mark to bring back: at once if there are `more`, else the next time."""

    items: list[ProductOut]
    cursor: str
    more: bool
