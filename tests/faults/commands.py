"""Every command's scenario, of all the files that hold some."""

from typing import Final

from tests.faults.count_scenarios import COUNT_SCENARIOS
from tests.faults.fulfil_scenarios import FULFIL_SCENARIOS
from tests.faults.order_scenarios import ORDER_SCENARIOS
from tests.faults.promotion_scenarios import PROMOTION_SCENARIOS
from tests.faults.scenarios import SCENARIOS, Scenario
from tests.faults.signal_scenarios import SIGNAL_SCENARIOS
from tests.faults.stock_scenarios import STOCK_SCENARIOS
from tests.faults.suggestion_scenarios import SUGGESTION_SCENARIOS
from tests.faults.supply_scenarios import SUPPLY_SCENARIOS
from tests.faults.transfer_scenarios import TRANSFER_SCENARIOS
from tests.faults.waste_scenarios import WASTE_SCENARIOS

COMMANDS: Final[dict[str, Scenario]] = {
    **SCENARIOS,
    **STOCK_SCENARIOS,
    **COUNT_SCENARIOS,
    **WASTE_SCENARIOS,
    **TRANSFER_SCENARIOS,
    **SIGNAL_SCENARIOS,
    **PROMOTION_SCENARIOS,
    **SUPPLY_SCENARIOS,
    **ORDER_SCENARIOS,
    **FULFIL_SCENARIOS,
    **SUGGESTION_SCENARIOS,
}
