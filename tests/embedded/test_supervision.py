"""What crashes comes back; what is asked to stop stops in order."""

import os
import signal
import subprocess
from pathlib import Path

import pytest

from storewalk_embedded.api import EmbeddedError, Process, Services, Supervisor, start_services
from storewalk_embedded.process import GATE
from tests.embedded.machine import eventually, launched, pids, processes_on


def test_killed_postgres_and_child_are_started_again(folder: Path) -> None:
    with launched(folder) as launcher:
        before = pids(folder)
        os.kill(before["postgres"], signal.SIGKILL)
        os.kill(before["sleeper"], signal.SIGKILL)

        def are_back() -> bool:
            now = pids(folder)
            return all(
                now[name] != before[name] and now[name] in processes_on(folder) for name in ("postgres", "sleeper")
            )

        eventually(are_back)
        assert pids(folder)["objects"] == before["objects"]

        launcher.process.send_signal(signal.SIGTERM)
        assert launcher.process.wait(30) == 0
        assert processes_on(folder) == {}
        log = (folder / "logs" / "postgres.log").read_text()
        assert log.endswith("database system is shut down\n")
        assert not (folder / "processes.json").exists()


def test_second_launcher_on_the_folder_is_refused_by_name(services: Services) -> None:
    with pytest.raises(EmbeddedError, match=rf"Another Storewalk \(process {os.getpid()}\) is running on"):
        start_services(services.folder.root)


def test_child_that_keeps_crashing_waits_twice_as_long_each_time(services: Services, tmp_path: Path) -> None:
    said: list[str] = []
    supervisor = Supervisor(said.append)
    supervisor.start(Process("crasher", ["false"], tmp_path / "crasher.log", services.guard))

    def three_crashes() -> bool:
        supervisor.tick()
        return len(said) == 3

    eventually(three_crashes)
    supervisor.stop()
    assert said == [f"crasher stopped; starting it again in {wait} s" for wait in ("0.5", "1", "2")]


def test_child_of_a_launcher_that_dies_before_registering_it_never_runs(tmp_path: Path) -> None:
    proof = tmp_path / "ran"
    done = subprocess.run(["sh", "-c", GATE, "child", "touch", str(proof)], stdin=subprocess.DEVNULL, check=False)
    assert done.returncode != 0
    assert not proof.exists()
