"""Tasks over HTTP."""

from uuid import UUID

from litestar import Router
from litestar.params import FromPath, FromQuery, JSONBody

from storewalk.core.http import command, query
from storewalk.core.schemas import Page, decode_cursor, page, page_size
from storewalk.core.tx import ReadTx, Tx
from storewalk.tasks.models import TaskStatus
from storewalk.tasks.permissions import ASSIGN, READ, RESPOND, VERIFY
from storewalk.tasks.queries import tasks as queries
from storewalk.tasks.records import TaskFilter
from storewalk.tasks.schemas import AssignTask, RespondTask, TaskDetail, TaskOut, VerifyTask
from storewalk.tasks.service.assign import assign
from storewalk.tasks.service.respond import respond
from storewalk.tasks.service.verify import verify


@query("/", operation_id="listTasks", permission=READ)
async def list_tasks(
    tx: ReadTx,
    *,
    status: FromQuery[TaskStatus | None] = None,
    store: FromQuery[UUID | None] = None,
    mine: FromQuery[bool] = False,
    cursor: FromQuery[str | None] = None,
    limit: FromQuery[int | None] = None,
) -> Page[TaskOut]:
    """Return the tasks in one's scope, newest first."""
    size = page_size(limit)
    wanted = TaskFilter(status=status, store_id=store, mine=mine)
    rows = await queries.listed(tx, wanted, decode_cursor(cursor), size)
    shown = page(rows, size, lambda row: (row.recorded_at, row.id))
    return Page([row.out() for row in shown.items], shown.next)


@query("/{task_id:uuid}", operation_id="getTask", permission=READ)
async def get_task(tx: ReadTx, task_id: FromPath[UUID]) -> TaskDetail:
    """Return a task with before-photos and answers."""
    return await queries.detail(tx, task_id)


@command("/{task_id:uuid}/response", operation_id="respondToTask", permission=RESPOND)
async def respond_to_task(tx: Tx, task_id: FromPath[UUID], data: JSONBody[RespondTask]) -> TaskDetail:
    """Answer a task with after-photos."""
    await respond(tx, task_id, data)
    return await _shown(tx, task_id)


@command("/{task_id:uuid}/verification", operation_id="verifyTask", permission=VERIFY)
async def verify_task(tx: Tx, task_id: FromPath[UUID], data: JSONBody[VerifyTask]) -> TaskDetail:
    """Accept the answer, or return it with a reason."""
    await verify(tx, task_id, data)
    return await _shown(tx, task_id)


@command("/{task_id:uuid}/assignment", operation_id="assignTask", permission=ASSIGN)
async def assign_task(tx: Tx, task_id: FromPath[UUID], data: JSONBody[AssignTask]) -> TaskDetail:
    """Hand a task to somebody else at its store."""
    await assign(tx, task_id, data)
    return await _shown(tx, task_id)


async def _shown(tx: Tx, task_id: UUID) -> TaskDetail:
    await tx.flush()
    return await queries.detail(tx, task_id)


ROUTER = Router("/api/tasks", route_handlers=[list_tasks, get_task, respond_to_task, verify_task, assign_task])
