"""Loads the demo chain with fewer days, before the API and the worker of an installation run: a process of its own."""

import os
import subprocess
import sys

from storewalk import maintenance
from storewalk.core.settings import load
from storewalk.demo import history
from tests.factories.served import ROOT

DAYS = 10
PHOTOGRAPHED_DAYS = 0  # of waste


def load_short_demo(env: dict[str, str]) -> None:
    """Load it into an installation that is migrated and does not run yet."""
    subprocess.run([sys.executable, "-m", __name__], env=env, cwd=ROOT, check=True)


if __name__ == "__main__":
    setattr(history, "DAYS", DAYS)  # noqa: B010 - the name is final for everybody else
    setattr(history, "FRESHENED_DAYS", PHOTOGRAPHED_DAYS)  # noqa: B010 - as above
    maintenance.load_demo(load(os.environ))
