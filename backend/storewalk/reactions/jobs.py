"""Who listens to which fact."""

from storewalk.core.events import Subscriber
from storewalk.core.jobs import JobHandler, Schedule
from storewalk.counts.events import CountApproved, CountOpened, CountSubmitted, RecountAsked
from storewalk.inspections.api import CoverEnded, CoverSet
from storewalk.inspections.events import (
    CheckpointFailed,
    DisputeDecided,
    FindingDisputed,
    ProductsMissing,
    VisitHandedOver,
    VisitMoved,
    VisitPlanned,
    VisitRemarked,
    VisitReturned,
    VisitSigned,
    VisitToSign,
)
from storewalk.ordering.api import (
    OrderAccepted,
    OrderClaimDecided,
    OrderClaimOpened,
    OrderClosed,
    OrderDayMoved,
    OrderRestGivenUp,
    OrderShipped,
    PurchaseAnswered,
    PurchaseNotSent,
)
from storewalk.ordering.events import (
    OrderApproved,
    OrderCancelled,
    OrderEscalated,
    OrderLapsed,
    OrderRefused,
    OrderReturned,
    OrderSubmitted,
    SalesJumped,
    SignalMeasured,
)
from storewalk.reactions import (
    count_steps,
    fulfil_steps,
    order_steps,
    purchase_steps,
    task_steps,
    transfer_steps,
    visit_planned,
    visit_reviews,
    visit_signing,
    waste_steps,
)
from storewalk.reactions.checkpoint_failed import open_for_failure
from storewalk.reactions.cover_steps import tell_cover
from storewalk.reactions.found_goods import try_waiting_sales
from storewalk.reactions.lines_parked import open_for_unknown
from storewalk.reactions.missing_products import hold_against_book
from storewalk.reactions.model_drifted import tell_drift
from storewalk.reactions.photo_holds import keep_while_open
from storewalk.reactions.recalls import call_back
from storewalk.reactions.sales_jumped import tell_jump
from storewalk.reactions.signal_measured import tell_measure
from storewalk.reactions.telling import telling
from storewalk.reactions.warehouse_orders import tell_warehouse
from storewalk.sales.events import SaleLinesParked
from storewalk.shelves.events import ModelDrifted
from storewalk.stock.events import (
    GoodsRecalled,
    LotsExpiring,
    TransferApproved,
    TransferCancelled,
    TransferReceived,
    TransferRefused,
    TransferRequested,
    TransferShipped,
    WastePosted,
    WasteRefused,
    WasteReported,
)
from storewalk.tasks.events import (
    TaskAccepted,
    TaskAnswered,
    TaskAssigned,
    TaskBlocked,
    TaskBlockStands,
    TaskCommented,
    TaskEscalated,
    TaskFindingRepeated,
    TaskOpened,
    TaskRescheduled,
    TaskReturned,
    TaskUnblocked,
    TaskWithdrawn,
)

SUBSCRIBERS = (
    Subscriber(CheckpointFailed, "reactions.checkpoint_failed", open_for_failure),
    Subscriber(ProductsMissing, "reactions.products_missing", hold_against_book),
    Subscriber(SaleLinesParked, "reactions.lines_parked", open_for_unknown),
    Subscriber(TaskOpened, "reactions.task_opened", telling(task_steps.opened)),
    Subscriber(TaskAssigned, "reactions.task_assigned", telling(task_steps.assigned)),
    Subscriber(TaskAnswered, "reactions.task_answered", telling(task_steps.answered)),
    Subscriber(TaskAccepted, "reactions.task_accepted", telling(task_steps.accepted)),
    Subscriber(TaskReturned, "reactions.task_returned", telling(task_steps.returned)),
    Subscriber(TaskEscalated, "reactions.task_escalated", telling(task_steps.escalated)),
    Subscriber(TaskRescheduled, "reactions.task_rescheduled", telling(task_steps.rescheduled)),
    Subscriber(TaskBlocked, "reactions.task_blocked", telling(task_steps.blocked)),
    Subscriber(TaskBlockStands, "reactions.task_block_stands", telling(task_steps.block_stands)),
    Subscriber(TaskUnblocked, "reactions.task_unblocked", telling(task_steps.unblocked)),
    Subscriber(TaskCommented, "reactions.task_commented", telling(task_steps.commented)),
    Subscriber(TaskWithdrawn, "reactions.task_withdrawn", telling(task_steps.withdrawn)),
    Subscriber(TaskWithdrawn, "reactions.photos_of_withdrawn", keep_while_open),
    Subscriber(TaskOpened, "reactions.photos_of_opened", keep_while_open),
    Subscriber(TaskFindingRepeated, "reactions.photos_of_repeated", keep_while_open),
    Subscriber(TaskAnswered, "reactions.photos_of_answered", keep_while_open),
    Subscriber(TaskAccepted, "reactions.photos_of_accepted", keep_while_open),
    Subscriber(VisitPlanned, "reactions.visit_planned", telling(visit_planned.planned)),
    Subscriber(VisitHandedOver, "reactions.visit_handed_over", telling(visit_planned.handed_over)),
    Subscriber(VisitToSign, "reactions.visit_to_sign", telling(visit_signing.to_sign)),
    Subscriber(VisitSigned, "reactions.visit_signed", telling(visit_signing.signed)),
    Subscriber(FindingDisputed, "reactions.finding_disputed", telling(visit_signing.disputed)),
    Subscriber(DisputeDecided, "reactions.dispute_decided", telling(visit_signing.decided)),
    Subscriber(DisputeDecided, "reactions.dispute_fallen", visit_signing.withdraw_fallen),
    Subscriber(VisitReturned, "reactions.visit_returned", telling(visit_reviews.returned)),
    Subscriber(VisitRemarked, "reactions.visit_remarked", telling(visit_reviews.remarked)),
    Subscriber(CoverSet, "reactions.cover_set", tell_cover),
    Subscriber(CoverEnded, "reactions.cover_ended", tell_cover),
    Subscriber(VisitMoved, "reactions.visit_moved", telling(visit_planned.moved)),
    Subscriber(CountOpened, "reactions.count_opened", telling(count_steps.opened)),
    Subscriber(CountSubmitted, "reactions.count_submitted", telling(count_steps.submitted)),
    Subscriber(RecountAsked, "reactions.recount_asked", telling(count_steps.recount_asked)),
    Subscriber(CountApproved, "reactions.count_approved", telling(count_steps.approved)),
    Subscriber(CountApproved, "reactions.count_found_goods", try_waiting_sales),
    Subscriber(LotsExpiring, "reactions.lots_expiring", telling(waste_steps.morning)),
    Subscriber(WasteReported, "reactions.waste_reported", telling(waste_steps.reported)),
    Subscriber(WastePosted, "reactions.waste_posted", telling(waste_steps.posted)),
    Subscriber(WasteRefused, "reactions.waste_refused", telling(waste_steps.refused)),
    Subscriber(GoodsRecalled, "reactions.goods_recalled", call_back),
    Subscriber(TransferRequested, "reactions.transfer_requested", telling(transfer_steps.requested)),
    Subscriber(TransferApproved, "reactions.transfer_approved", telling(transfer_steps.approved)),
    Subscriber(TransferRefused, "reactions.transfer_refused", telling(transfer_steps.refused)),
    Subscriber(TransferShipped, "reactions.transfer_shipped", telling(transfer_steps.shipped)),
    Subscriber(TransferReceived, "reactions.transfer_received", telling(transfer_steps.received)),
    Subscriber(TransferCancelled, "reactions.transfer_cancelled", telling(transfer_steps.cancelled)),
    Subscriber(SalesJumped, "reactions.sales_jumped", tell_jump),
    Subscriber(ModelDrifted, "reactions.model_drifted", tell_drift),
    Subscriber(SignalMeasured, "reactions.signal_measured", tell_measure),
    Subscriber(OrderSubmitted, "reactions.order_submitted", telling(order_steps.submitted)),
    Subscriber(OrderApproved, "reactions.order_approved", telling(order_steps.approved)),
    Subscriber(OrderApproved, "reactions.warehouse_orders", tell_warehouse),
    Subscriber(OrderReturned, "reactions.order_returned", telling(order_steps.returned)),
    Subscriber(OrderRefused, "reactions.order_refused", telling(order_steps.refused)),
    Subscriber(OrderCancelled, "reactions.order_cancelled", telling(order_steps.cancelled)),
    Subscriber(OrderEscalated, "reactions.order_escalated", telling(order_steps.escalated)),
    Subscriber(OrderLapsed, "reactions.order_lapsed", telling(order_steps.lapsed)),
    Subscriber(OrderAccepted, "reactions.order_accepted", telling(fulfil_steps.accepted)),
    Subscriber(OrderShipped, "reactions.order_shipped", telling(fulfil_steps.shipped)),
    Subscriber(OrderDayMoved, "reactions.order_day_moved", telling(purchase_steps.day_moved)),
    Subscriber(PurchaseNotSent, "reactions.purchase_not_sent", purchase_steps.tell_not_sent),
    Subscriber(PurchaseAnswered, "reactions.purchase_answered", purchase_steps.tell_answer),
    Subscriber(OrderClosed, "reactions.order_closed", telling(fulfil_steps.closed)),
    Subscriber(OrderRestGivenUp, "reactions.order_rest_given_up", telling(fulfil_steps.given_up)),
    Subscriber(OrderClaimOpened, "reactions.order_claim_opened", telling(fulfil_steps.claim_opened)),
    Subscriber(OrderClaimDecided, "reactions.order_claim_decided", telling(fulfil_steps.claim_decided)),
)
JOBS: tuple[JobHandler, ...] = ()
SCHEDULES: tuple[Schedule, ...] = ()
