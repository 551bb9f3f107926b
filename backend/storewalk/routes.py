"""Composition: every room's routes. Apart from `metadata`, since the worker serves none and need not load Litestar."""

from typing import Final

from litestar import Router
from litestar.handlers import BaseRouteHandler

from storewalk.analytics import arrival_controllers as arrival_routes
from storewalk.analytics import controllers as analytics_routes
from storewalk.analytics import health_controllers as health_score_routes
from storewalk.analytics import heat_controllers as heat_routes
from storewalk.analytics import result_controllers as result_routes
from storewalk.analytics import score_controllers as score_routes
from storewalk.audit import controllers as audit_routes
from storewalk.catalog import controllers as catalog_routes
from storewalk.core import health, job_routes, live
from storewalk.counts import controllers as count_routes
from storewalk.identity import controllers as identity_routes
from storewalk.identity import factor_controllers as factor_routes
from storewalk.identity import people_controllers as people_routes
from storewalk.inspections import checklist_controllers as checklist_routes
from storewalk.inspections import controllers as inspection_routes
from storewalk.inspections import copy_controllers as checklist_copy_routes
from storewalk.inspections import plan_controllers as visit_plan_routes
from storewalk.inspections import report_controllers as visit_report_routes
from storewalk.inspections import review_controllers as visit_review_routes
from storewalk.inspections import rule_controllers as visit_rule_routes
from storewalk.inspections import signing_controllers as signing_routes
from storewalk.integrations import checklist_routes as checklist_sheet_routes
from storewalk.integrations import controllers as integration_routes
from storewalk.integrations import mapping_routes as sheet_mapping_routes
from storewalk.integrations import order_exports as order_export_routes
from storewalk.integrations import pos as pos_routes
from storewalk.integrations import score_exports as score_export_routes
from storewalk.integrations import setup_routes
from storewalk.integrations import shelf_exports as shelf_export_routes
from storewalk.integrations import visit_exports as visit_export_routes
from storewalk.notifications import controllers as notification_routes
from storewalk.ordering import fulfil_controllers as fulfil_routes
from storewalk.ordering import order_approval_controllers as approval_routes
from storewalk.ordering import order_controllers as order_routes
from storewalk.ordering import order_desk_controllers as order_desk_routes
from storewalk.ordering import promotion_controllers as promotion_routes
from storewalk.ordering import purchase_controllers as purchase_routes
from storewalk.ordering import purchase_door as supplier_routes
from storewalk.ordering import rebalance_controllers as rebalance_routes
from storewalk.ordering import signal_controllers as signal_routes
from storewalk.ordering import suggestion_controllers as suggestion_routes
from storewalk.ordering import supply_controllers as supply_routes
from storewalk.partners import controllers as partner_routes
from storewalk.photos import controllers as photo_routes
from storewalk.sales import controllers as sale_routes
from storewalk.shelves import controllers as shelf_routes
from storewalk.shelves import drift_controllers as drift_routes
from storewalk.stock import controllers as stock_routes
from storewalk.stock import place_controllers as place_routes
from storewalk.stock import recall_controllers as recall_routes
from storewalk.stock import transfer_controllers as transfer_routes
from storewalk.stock import waste_controllers as waste_routes
from storewalk.stores import code_controllers as store_code_routes
from storewalk.stores import controllers as store_routes
from storewalk.sync import controllers as sync_routes
from storewalk.tasks import controllers as task_routes

ROUTES: Final[tuple[Router | BaseRouteHandler, ...]] = (
    *identity_routes.LOGIN_ROUTES, identity_routes.ROUTER, factor_routes.FACTOR_ROUTER,
    people_routes.PEOPLE_ROUTER,
    store_routes.ROUTER, store_code_routes.CODE_ROUTER, catalog_routes.ROUTER,
    partner_routes.ROUTER, photo_routes.ROUTER, shelf_routes.ROUTER, stock_routes.ROUTER, waste_routes.WASTE_ROUTER,
    drift_routes.ROUTER,
    transfer_routes.TRANSFER_ROUTER, place_routes.PLACE_ROUTER, recall_routes.RECALL_ROUTER,
    sale_routes.ROUTER, task_routes.ROUTER,
    inspection_routes.ROUTER, visit_plan_routes.PLAN_ROUTER, visit_rule_routes.RULE_ROUTER, checklist_routes.ROUTER,
    checklist_copy_routes.ROUTER, checklist_sheet_routes.ROUTER, signing_routes.SIGNING_ROUTER,
    visit_report_routes.REPORT_ROUTER, visit_review_routes.REVIEW_ROUTER,
    count_routes.ROUTER, signal_routes.SIGNAL_ROUTER,
    supply_routes.SUPPLY_ROUTER,
    suggestion_routes.SUGGESTION_ROUTER, rebalance_routes.REBALANCE_ROUTER,
    promotion_routes.PROMOTION_ROUTER, order_routes.ORDER_ROUTER, approval_routes.ORDER_APPROVAL_ROUTER,
    order_desk_routes.ORDER_DESK_ROUTER,
    fulfil_routes.FULFIL_ROUTER, purchase_routes.PURCHASE_ROUTER,
    *supplier_routes.PURCHASE_DOOR,
    notification_routes.ROUTER, *notification_routes.OPEN_ROUTES,
    integration_routes.ROUTER, order_export_routes.ORDER_EXPORT_ROUTER, pos_routes.ROUTER,
    visit_export_routes.VISIT_EXPORT_ROUTER, score_export_routes.SCORE_EXPORT_ROUTER,
    shelf_export_routes.SHELF_EXPORT_ROUTER, setup_routes.ROUTER, sheet_mapping_routes.MAPPING_ROUTER,
    analytics_routes.ROUTER, arrival_routes.ARRIVAL_ROUTER,
    result_routes.RESULT_ROUTER, heat_routes.HEAT_ROUTER, score_routes.SCORE_ROUTER, health_score_routes.HEALTH_ROUTER,
    sync_routes.ROUTER,
    audit_routes.ROUTER, job_routes.ROUTER, live.live, health.health, health.metrics,
)  # fmt: skip
