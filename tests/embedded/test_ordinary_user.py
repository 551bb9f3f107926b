"""An ordinary user starts and stops everything, with no rights but their own."""

import os
import pwd
import shutil
import signal
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Generator, Sequence
from pathlib import Path

import pytest

from tests.embedded.machine import eventually, launched, pids, processes_on


@pytest.fixture
def nobody() -> pwd.struct_passwd:
    if os.geteuid() != 0:
        pytest.skip("not root, so every other test here already runs as an ordinary user")
    return pwd.getpwnam("nobody")


@pytest.fixture
def python(nobody: pwd.struct_passwd) -> Sequence[str]:
    """A command that runs this Python version, with this environment's packages, as nobody."""
    packages = sysconfig.get_path("purelib")
    paths = os.pathsep.join([packages, *(entry for entry in sys.path if entry.endswith("/infra"))])
    programs = f"{sysconfig.get_path('scripts')}{os.pathsep}{os.environ['PATH']}"
    become = ["setpriv", f"--reuid={nobody.pw_uid}", f"--regid={nobody.pw_gid}", "--clear-groups", "--"]
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    for interpreter in (sys.executable, f"/usr/bin/{version}"):
        command = [*become, "env", "HOME=/nonexistent", f"PYTHONPATH={paths}", f"PATH={programs}", interpreter]
        probe = [*command, "-c", "import cryptography.hazmat.bindings._rust, minio"]
        if subprocess.run(probe, check=False, capture_output=True).returncode == 0:
            return command
    pytest.skip(f"no {version} here that the user nobody can run with this environment's packages")


@pytest.fixture
def own_folder(nobody: pwd.struct_passwd) -> Generator[Path]:
    folder = Path(tempfile.mkdtemp())
    os.chown(folder, nobody.pw_uid, nobody.pw_gid)
    yield folder
    shutil.rmtree(folder)


def test_everything_runs_as_the_user_who_started_it_and_stops(
    python: Sequence[str], own_folder: Path, nobody: pwd.struct_passwd
) -> None:
    with launched(own_folder, python) as launcher:
        owners = {name: Path(f"/proc/{pid}").stat().st_uid for name, pid in pids(own_folder).items()}
        assert owners == {"objects": nobody.pw_uid, "postgres": nobody.pw_uid, "sleeper": nobody.pw_uid}
        launcher.process.send_signal(signal.SIGINT)
        assert launcher.process.wait(30) == 0
    eventually(lambda: not processes_on(own_folder))
