"""Every command's scenario, of all the files that hold some."""

from typing import Final

from tests.faults.account_scenarios import ACCOUNT_SCENARIOS
from tests.faults.catalog_scenarios import CATALOG_SCENARIOS
from tests.faults.count_scenarios import COUNT_SCENARIOS
from tests.faults.fulfil_scenarios import FULFIL_SCENARIOS
from tests.faults.notice_scenarios import NOTICE_SCENARIOS
from tests.faults.order_scenarios import ORDER_SCENARIOS
from tests.faults.photo_scenarios import PHOTO_SCENARIOS
from tests.faults.place_scenarios import PLACE_SCENARIOS
from tests.faults.plan_scenarios import PLAN_SCENARIOS
from tests.faults.promotion_scenarios import PROMOTION_SCENARIOS
from tests.faults.purchase_scenarios import PURCHASE_SCENARIOS
from tests.faults.rebalance_scenarios import REBALANCE_SCENARIOS
from tests.faults.review_scenarios import REVIEW_SCENARIOS
from tests.faults.scenarios import Scenario
from tests.faults.setup_scenarios import SETUP_SCENARIOS
from tests.faults.signal_scenarios import SIGNAL_SCENARIOS
from tests.faults.signing_scenarios import SIGNING_SCENARIOS
from tests.faults.stock_scenarios import STOCK_SCENARIOS
from tests.faults.suggestion_scenarios import SUGGESTION_SCENARIOS
from tests.faults.supply_scenarios import SUPPLY_SCENARIOS
from tests.faults.task_scenarios import TASK_SCENARIOS
from tests.faults.transfer_scenarios import TRANSFER_SCENARIOS
from tests.faults.visit_scenarios import VISIT_SCENARIOS
from tests.faults.waste_scenarios import WASTE_SCENARIOS

COMMANDS: Final[dict[str, Scenario]] = {
    **ACCOUNT_SCENARIOS,
    **PLACE_SCENARIOS,
    **SETUP_SCENARIOS,
    **CATALOG_SCENARIOS,
    **NOTICE_SCENARIOS,
    **VISIT_SCENARIOS,
    **SIGNING_SCENARIOS,
    **REVIEW_SCENARIOS,
    **PLAN_SCENARIOS,
    **PHOTO_SCENARIOS,
    **TASK_SCENARIOS,
    **STOCK_SCENARIOS,
    **COUNT_SCENARIOS,
    **WASTE_SCENARIOS,
    **TRANSFER_SCENARIOS,
    **SIGNAL_SCENARIOS,
    **PROMOTION_SCENARIOS,
    **SUPPLY_SCENARIOS,
    **ORDER_SCENARIOS,
    **FULFIL_SCENARIOS,
    **PURCHASE_SCENARIOS,
    **SUGGESTION_SCENARIOS,
    **REBALANCE_SCENARIOS,
}
