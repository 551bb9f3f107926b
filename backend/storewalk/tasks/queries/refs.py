"""What other rooms join: a task's state, and which task a visit's checkpoint led to."""

from typing import Any

from sqlalchemy import Select, select

from storewalk.tasks.models import Task, TaskFinding

task_ref: Select[*tuple[Any, ...]] = select(
    Task.org_id,
    Task.id,
    Task.store_id,
    Task.inspection_id,
    Task.checkpoint_id,
    Task.kind,
    Task.title,
    Task.critical,
    Task.fault_key,
    Task.repeats_id,
    Task.repeat_count,
    Task.status,
    Task.due_at,
    Task.level,
    Task.opened_at,
    Task.answered_at,
    Task.accepted_at,
    Task.withdrawn_at,
)
"""A task's state, for other rooms to join: one row a task, with the visit that found its fault first.

The repeat rate of faults is the share of rows with `repeats_id` among those opened; `fault_key` counts it by fault.
"""

finding_ref: Select[*tuple[Any, ...]] = select(
    TaskFinding.org_id,
    TaskFinding.task_id,
    TaskFinding.inspection_id,
    TaskFinding.checkpoint_id,
    TaskFinding.source,
    TaskFinding.source_id,
)
"""Which task a visit's checkpoint led to, for other rooms to join: one row a finding, repeated ones included."""
