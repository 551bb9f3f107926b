"""Tasks over HTTP: what is read of them, and the way from opening to acceptance."""

from collections.abc import Sequence
from uuid import UUID

from litestar import Router
from litestar.params import FromPath, FromQuery, JSONBody

from storewalk.core.http import command, query
from storewalk.core.schemas import Page, decode_cursor, page, page_size
from storewalk.core.tx import ReadTx, Tx
from storewalk.tasks.details import TaskDetail
from storewalk.tasks.models import TaskStatus
from storewalk.tasks.permissions import (
    ASSIGN,
    BLOCK,
    COMMENT,
    OPEN,
    OVERSEE,
    READ,
    RESCHEDULE,
    RESPOND,
    UNBLOCK,
    VERIFY,
)
from storewalk.tasks.queries import people, photos
from storewalk.tasks.queries import tasks as queries
from storewalk.tasks.records import TaskFilter
from storewalk.tasks.schemas import (
    AssignTask,
    AssignTasks,
    BlockTask,
    CommentOnTask,
    GapsOut,
    OpenTasks,
    PeopleOut,
    PhotoTask,
    RescheduleTasks,
    RespondTask,
    TaskCounts,
    TaskOut,
    TasksOut,
    UnblockTask,
    VerifyTask,
)
from storewalk.tasks.service.assign import assign
from storewalk.tasks.service.block import block, unblock
from storewalk.tasks.service.comment import comment
from storewalk.tasks.service.many import assign_many, reschedule_many
from storewalk.tasks.service.open_by_hand import open_by_hand
from storewalk.tasks.service.respond import respond
from storewalk.tasks.service.verify import verify


@query("/", operation_id="listTasks", permission=READ)
async def list_tasks(
    tx: ReadTx,
    *,
    status: FromQuery[TaskStatus | None] = None,
    store: FromQuery[UUID | None] = None,
    kind: FromQuery[str | None] = None,
    mine: FromQuery[bool] = False,
    late: FromQuery[bool] = False,
    nobody: FromQuery[bool] = False,
    repeated: FromQuery[bool] = False,
    cursor: FromQuery[str | None] = None,
    limit: FromQuery[int | None] = None,
) -> Page[TaskOut]:
    """Return the tasks in one's scope, newest first."""
    size = page_size(limit)
    wanted = TaskFilter(
        status=status, store_id=store, kind=kind, mine=mine, late=late, nobody=nobody, repeated=repeated
    )
    rows = await queries.listed(tx, wanted, decode_cursor(cursor), size)
    shown = page(rows, size, lambda row: (row.recorded_at, row.id))
    return Page([row.out() for row in shown.items], shown.next)


@query("/counts", operation_id="countTasks", permission=READ)
async def count_tasks(
    tx: ReadTx,
    *,
    store: FromQuery[UUID | None] = None,
    kind: FromQuery[str | None] = None,
    mine: FromQuery[bool] = False,
    late: FromQuery[bool] = False,
    nobody: FromQuery[bool] = False,
    repeated: FromQuery[bool] = False,
) -> TaskCounts:
    """Return how many tasks the same filter lists, by state."""
    wanted = TaskFilter(store_id=store, kind=kind, mine=mine, late=late, nobody=nobody, repeated=repeated)
    return await queries.counted(tx, wanted)


@query("/people/{store_id:uuid}", operation_id="listTaskPeople", permission=READ)
async def list_people(tx: ReadTx, store_id: FromPath[UUID]) -> PeopleOut:
    """Return who may answer tasks at a store, who leads it first."""
    return PeopleOut(items=await people.people_at(tx, store_id))


@query("/gaps", operation_id="listTaskGaps", permission=OVERSEE)
async def list_gaps(tx: ReadTx) -> GapsOut:
    """Return the stores that nobody leads and the regions that nobody oversees."""
    return await people.gaps(tx)


@query("/{task_id:uuid}", operation_id="getTask", permission=READ)
async def get_task(tx: ReadTx, task_id: FromPath[UUID]) -> TaskDetail:
    """Return a task with before-photos, answers, comments and steps."""
    return await queries.detail(tx, task_id)


@query("/photos/{photo_id:uuid}/tasks", operation_id="listPhotoTasks", permission=READ)
async def list_photo_tasks(tx: ReadTx, photo_id: FromPath[UUID]) -> list[PhotoTask]:
    """Return the tasks that name a photo, and as what."""
    return await photos.tasks_of(tx, photo_id)


@command("/", operation_id="openTasks", permission=OPEN, status=201)
async def open_tasks(tx: Tx, data: JSONBody[OpenTasks]) -> TasksOut:
    """Open a task by hand, at one store or at several."""
    await open_by_hand(tx, data)
    return await _listed(tx, [task.id for task in data.tasks])


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


@command("/{task_id:uuid}/block", operation_id="blockTask", permission=BLOCK)
async def block_task(tx: Tx, task_id: FromPath[UUID], data: JSONBody[BlockTask]) -> TaskDetail:
    """Stop a task's clock for a cause outside the store."""
    await block(tx, task_id, data)
    return await _shown(tx, task_id)


@command("/{task_id:uuid}/unblock", operation_id="unblockTask", permission=UNBLOCK)
async def unblock_task(tx: Tx, task_id: FromPath[UUID], data: JSONBody[UnblockTask]) -> TaskDetail:
    """Let a task's clock run again."""
    await unblock(tx, task_id, data)
    return await _shown(tx, task_id)


@command("/{task_id:uuid}/comments", operation_id="commentOnTask", permission=COMMENT)
async def comment_on_task(tx: Tx, task_id: FromPath[UUID], data: JSONBody[CommentOnTask]) -> TaskDetail:
    """Say something about a task."""
    await comment(tx, task_id, data)
    return await _shown(tx, task_id)


@command("/assignments", operation_id="assignTasks", permission=ASSIGN)
async def assign_tasks(tx: Tx, data: JSONBody[AssignTasks]) -> TasksOut:
    """Hand several tasks to one person: all of them, or none and each that cannot be is named."""
    await assign_many(tx, data)
    return await _listed(tx, [task.id for task in data.tasks])


@command("/due-times", operation_id="rescheduleTasks", permission=RESCHEDULE)
async def reschedule_tasks(tx: Tx, data: JSONBody[RescheduleTasks]) -> TasksOut:
    """Give several open tasks another due time: all of them, or none and each that cannot be is named."""
    await reschedule_many(tx, data)
    return await _listed(tx, [task.id for task in data.tasks])


async def _shown(tx: Tx, task_id: UUID) -> TaskDetail:
    await tx.flush()
    return await queries.detail(tx, task_id)


async def _listed(tx: Tx, task_ids: Sequence[UUID]) -> TasksOut:
    await tx.flush()
    return TasksOut(items=[row.out() for row in await queries.named(tx, task_ids)])


TASKS = Router(
    "/tasks",
    route_handlers=[
        list_tasks, count_tasks, list_people, list_gaps, get_task, open_tasks, respond_to_task, verify_task,
        assign_task, block_task, unblock_task, comment_on_task, assign_tasks, reschedule_tasks,
    ],
)  # fmt: skip
ROUTER = Router("/api", route_handlers=[TASKS, list_photo_tasks])
