"""The forecast of a series beside statsforecast's TSB, in an environment of its own: it is only compared with."""

import os
import subprocess
import time
from pathlib import Path

import numpy as np

from demand.evaluation.statistical import statistical_methods
from tests.bench.demand_rate import drawn_panel
from tests.bench.rows import Row

ROOT = Path(__file__).resolve().parents[2]
SERIES, WARM = 20_000, 100
GOAL = 1.0
INSTALL = ("run", "--frozen", "--no-dev", "--extra", "demand", "--extra", "demand-baselines")


def measure(kernel: Row) -> Row:
    """Return what a series costs in our kernel, orders included, over its forecast by TSB alone.

    Raises CalledProcessError where the other library cannot be installed.
    """
    environment = {**os.environ, "UV_PROJECT_ENVIRONMENT": str(ROOT / ".tools/baselines")}
    environment.pop("VIRTUAL_ENV", None)
    command = [str(ROOT / ".tools/bin/uv"), *INSTALL, "python", "-m", "tests.bench.tsb_rate"]
    done = subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True)
    theirs = float(done.stdout.split()[-1])
    print(f"  a series: our kernel {1e6 / kernel.value:.1f}, TSB of statsforecast {theirs:.1f} CPU microseconds")
    return Row("demand.vs_statsforecast_tsb", 1e6 / kernel.value / theirs, "our kernel / its TSB", GOAL, "lower")


def main() -> None:
    """Print the CPU microseconds that TSB takes for a series of 180 days; its compilation is left out."""
    panel = drawn_panel(np.random.default_rng(0), SERIES)
    (method,) = statistical_methods(("TSB",))
    method.tell(panel.chosen(np.arange(WARM)))
    started = time.process_time()
    method.tell(panel)
    print((time.process_time() - started) / SERIES * 1e6)


if __name__ == "__main__":
    main()
