"""How often a property is tried: always the same few histories, or with STOREWALK_TRIES many times as many new ones."""

import os
from typing import Final

from hypothesis import HealthCheck, Phase, settings

TIMES: Final = int(os.environ.get("STOREWALK_TRIES", "1"))
SHRINK: Final = "STOREWALK_SHRINK" in os.environ
"""Whether what fails is made small, which takes minutes."""


def tries(count: int) -> settings:
    """Return settings of a test that holds `count` histories of one organization against PostgreSQL."""
    return settings(
        max_examples=count * TIMES,
        derandomize=TIMES == 1,
        database=None,
        deadline=None,
        phases=(Phase.generate, Phase.shrink) if SHRINK else (Phase.generate,),
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
    )
