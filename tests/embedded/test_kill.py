"""kill -9 of the launcher: nothing runs on, nothing is lost, the next start resumes."""

import os
import signal
import subprocess
from pathlib import Path

from storewalk_embedded.api import start_services
from storewalk_embedded.postgres import clear_stale_server
from storewalk_embedded.secrets import load_secrets
from tests.embedded.machine import eventually, get_photo, launched, photos, pids, processes_on, put_photo, query

SHELF = os.urandom(3_000_000)


def test_killed_launcher_leaves_no_process_and_the_next_start_has_rows_and_photos(folder: Path) -> None:
    with launched(folder) as first:
        query(first.owner_url, "CREATE TABLE visit AS SELECT 17 AS score")
        put_photo(photos(first), "2026/shelf.jpg", SHELF)
        secrets = load_secrets(folder / "secrets.json")
        assert set(pids(folder)) == {"objects", "postgres", "sleeper"}
        assert set(pids(folder).values()) <= set(processes_on(folder))
        first.process.kill()
        eventually(lambda: not processes_on(folder))

    again = start_services(folder)
    try:
        assert query(again.owner_url, "SELECT score FROM visit") == [(17,)]
        assert get_photo(photos(again), "2026/shelf.jpg") == SHELF
        assert (again.owner_url, again.s3_endpoint) == (first.owner_url, first.s3_endpoint)
        assert again.secrets == secrets
    finally:
        again.stop()
    assert processes_on(folder) == {}


def test_start_after_launcher_and_watchdog_were_both_killed_ends_the_orphans_first(folder: Path) -> None:
    with launched(folder) as launcher:
        orphans = pids(folder)
        ports = (folder / "ports.json").read_text()
        watchdog = next(pid for pid, command in processes_on(folder).items() if "watchdog.py" in command)
        os.kill(watchdog, signal.SIGSTOP)  # or it would answer the launcher's death before its own
        launcher.process.kill()
        os.kill(watchdog, signal.SIGKILL)
        assert set(orphans.values()) <= set(processes_on(folder))

        services = start_services(folder)
        try:
            assert not set(orphans.values()) & set(processes_on(folder))
            assert query(services.app_url, "SELECT current_user") == [("storewalk_app",)]
            assert (folder / "ports.json").read_text() == ports
        finally:
            services.stop()


def test_pid_file_that_names_a_stranger_is_removed_and_one_of_a_dead_process_is_left(tmp_path: Path) -> None:
    pid_file = tmp_path / "postmaster.pid"
    pid_file.write_text(f"{os.getpid()}\n{tmp_path}\n")
    clear_stale_server(tmp_path)
    assert not pid_file.exists()

    with subprocess.Popen(["true"]) as dead:
        dead.wait()
    pid_file.write_text(f"{dead.pid}\n{tmp_path}\n")
    clear_stale_server(tmp_path)
    assert pid_file.exists()
