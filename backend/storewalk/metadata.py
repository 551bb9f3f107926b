"""Composition: every room's tables, permissions, subscribers, jobs and schedules, in one place."""

from types import ModuleType
from typing import Final

from sqlalchemy import MetaData

from storewalk.analytics import jobs as analytics_jobs
from storewalk.analytics import permissions as analytics_permissions
from storewalk.analytics import result_models
from storewalk.analytics.health import models as health_models
from storewalk.audit import jobs as audit_jobs
from storewalk.audit import permissions as audit_permissions
from storewalk.catalog import models as catalog_models
from storewalk.catalog import permissions as catalog_permissions
from storewalk.core import models
from storewalk.core import permissions as core_permissions
from storewalk.core.access import Permission
from storewalk.core.events import Subscriber
from storewalk.core.jobs import JobHandler, Schedule
from storewalk.core.orm import Base
from storewalk.counts import jobs as count_jobs
from storewalk.counts import models as count_models
from storewalk.counts import permissions as count_permissions
from storewalk.identity import factor_models
from storewalk.identity import models as identity_models
from storewalk.identity import permissions as identity_permissions
from storewalk.inspections import jobs as inspection_jobs
from storewalk.inspections import models as inspection_models
from storewalk.inspections import permissions as inspection_permissions
from storewalk.inspections import plan_jobs as visit_plan_jobs
from storewalk.integrations import models as integration_models
from storewalk.integrations import permissions as integration_permissions
from storewalk.notifications import jobs as notification_jobs
from storewalk.notifications import models as notification_models
from storewalk.notifications import permissions as notification_permissions
from storewalk.ordering import (
    fulfil_models,
    jump_models,
    order_jobs,
    order_models,
    order_rule_models,
    promotion_models,
    purchase_jobs,
    purchase_models,
    rebalance_models,
    sheet_models,
    signal_models,
    supply_models,
)
from storewalk.ordering import jobs as demand_jobs
from storewalk.ordering import models as demand_models
from storewalk.ordering import permissions as order_permissions
from storewalk.partners import jobs as partner_jobs
from storewalk.partners import models as partner_models
from storewalk.partners import permissions as partner_permissions
from storewalk.photos import jobs as photo_jobs
from storewalk.photos import models as photo_models
from storewalk.photos import permissions as photo_permissions
from storewalk.reactions import jobs as reaction_jobs
from storewalk.sales import jobs as sale_jobs
from storewalk.sales import models as sale_models
from storewalk.sales import permissions as sale_permissions
from storewalk.shelves import drift_models, label_models
from storewalk.shelves import jobs as shelf_jobs
from storewalk.shelves import models as shelf_models
from storewalk.shelves import permissions as shelf_permissions
from storewalk.stock import consignment_models, recall_models, transfer_models, waste_models
from storewalk.stock import jobs as stock_jobs
from storewalk.stock import models as stock_models
from storewalk.stock import permissions as stock_permissions
from storewalk.stores import models as store_models
from storewalk.stores import permissions as store_permissions
from storewalk.tasks import jobs as task_jobs
from storewalk.tasks import models as task_models
from storewalk.tasks import permissions as task_permissions

MODELS: Final = (
    models, identity_models, store_models, catalog_models, notification_models, photo_models, shelf_models,
    factor_models, drift_models, label_models,
    stock_models, waste_models, transfer_models, sale_models, task_models, inspection_models, count_models,
    demand_models, recall_models, partner_models, supply_models, sheet_models,
    signal_models, promotion_models, order_models, order_rule_models, jump_models,
    consignment_models, fulfil_models, result_models, purchase_models, rebalance_models, integration_models,
    health_models,
)  # fmt: skip
metadata: Final[MetaData] = Base.metadata

_DECLARING: Final[tuple[ModuleType, ...]] = (
    analytics_permissions, audit_permissions, catalog_permissions, count_permissions, identity_permissions,
    inspection_permissions, integration_permissions, core_permissions, notification_permissions, order_permissions,
    partner_permissions, photo_permissions, sale_permissions, shelf_permissions, stock_permissions, store_permissions,
    task_permissions,
)  # fmt: skip
PERMISSIONS: Final[tuple[Permission, ...]] = tuple(
    {p.code: p for room in _DECLARING for p in vars(room).values() if isinstance(p, Permission)}.values()
)

_WORKING: Final[tuple[ModuleType, ...]] = (
    analytics_jobs, audit_jobs, count_jobs, demand_jobs, inspection_jobs, notification_jobs, order_jobs, partner_jobs,
    photo_jobs, purchase_jobs, reaction_jobs, sale_jobs, shelf_jobs, stock_jobs, task_jobs, visit_plan_jobs,
)  # fmt: skip
JOBS: Final[tuple[JobHandler, ...]] = tuple(j for room in _WORKING for j in getattr(room, "JOBS", ()))
SUBSCRIBERS: Final[tuple[Subscriber, ...]] = tuple(s for room in _WORKING for s in getattr(room, "SUBSCRIBERS", ()))
SCHEDULES: Final[tuple[Schedule, ...]] = tuple(s for room in _WORKING for s in getattr(room, "SCHEDULES", ()))
