"""PostgreSQL on 127.0.0.1, started, stopped and brought back after a crash."""

import signal
import time
from pathlib import Path
from urllib.parse import quote

from storewalk_embedded.errors import EmbeddedError
from storewalk_embedded.layout import DataFolder
from storewalk_embedded.postgres_cluster import APP, DATABASE, OWNER, SUPERUSER, make_roles, ready_cluster
from storewalk_embedded.process import Guard, Process
from storewalk_embedded.secrets import Secrets
from storewalk_embedded.watchdog import StopPlan, stop_group

FAST_STOP: StopPlan = ((signal.SIGINT, 30.0), (signal.SIGQUIT, 5.0))
"""Roll back what is open and write everything out; if that hangs, recover at the next start."""

START_S = 180.0
"""Recovery after a crash may have some minutes of log to replay."""

READY_LINE = 8
"""The line of postmaster.pid that holds the server's state."""

SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",  # a socket path over 107 bytes would refuse to start
    "password_encryption": "scram-sha-256",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "lc_messages": "C",
    "max_connections": "100",
    "shared_buffers": "64MB",
    "effective_cache_size": "512MB",
    "maintenance_work_mem": "64MB",
    "max_wal_size": "512MB",
    "min_wal_size": "80MB",
    "wal_level": "minimal",  # nothing replicates from an embedded server
    "max_wal_senders": "0",
    "max_logical_replication_workers": "0",
    "dynamic_shared_memory_type": "mmap",  # containers often have a /dev/shm of 64 MB
    "random_page_cost": "1.1",
    "jit": "off",  # short statements: compiling costs more than it saves
    "log_line_prefix": "%m [%p] %q%u@%d ",
    "log_lock_waits": "on",
}
NOT_DURABLE = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


class PostgresServer:
    """One cluster and the server on it."""

    name = "postgres"

    def __init__(self, folder: DataFolder, port: int, secrets: Secrets, guard: Guard, *, durable: bool) -> None:
        """Make the cluster where it is missing. Nothing runs before start()."""
        self._folder, self._port, self._secrets = folder, port, secrets
        self._programs = ready_cluster(folder.postgres, secrets.postgres_superuser)
        settings = {**SETTINGS, "port": str(port), **({} if durable else NOT_DURABLE)}
        options = [f"--{name}={value}" for name, value in settings.items()]
        argv = self._programs.command("postgres", "-D", str(folder.postgres), *options)
        self.process = Process(self.name, argv, folder.logs / "postgres.log", guard, plan=FAST_STOP)

    def start(self) -> None:
        """Start the server, wait until it takes connections, and see to roles and database."""
        self.process.start()
        self._wait_ready()
        make_roles(self._programs, self._port, self._secrets)

    def renew_database(self) -> None:
        """Drop the database with all that is in it and make an empty one."""
        make_roles(self._programs, self._port, self._secrets, anew=True)

    @property
    def pid(self) -> int | None:
        """The server's process id, while there is one."""
        return self.process.pid

    @property
    def running(self) -> bool:
        """Whether the server's main process lives."""
        return self.process.running

    def stop(self) -> None:
        """End the sessions, write everything out, stop."""
        self.process.stop()

    def url(self, role: str, password: str) -> str:
        """A libpq URL of the database for the role."""
        return f"postgresql://{role}:{quote(password, safe='')}@127.0.0.1:{self._port}/{DATABASE}"

    @property
    def superuser_url(self) -> str:
        """For tests and maintenance only."""
        return self.url(SUPERUSER, self._secrets.postgres_superuser)

    @property
    def owner_url(self) -> str:
        """For migrations: owns the tables, bypasses row-level security."""
        return self.url(OWNER, self._secrets.postgres_owner)

    @property
    def app_url(self) -> str:
        """For the application: owns nothing, held by row-level security."""
        return self.url(APP, self._secrets.postgres_app)

    def _wait_ready(self) -> None:
        give_up = time.monotonic() + START_S
        while not _says_ready(self._folder.postgres, self.process.pid):
            if time.monotonic() > give_up:
                message = f"PostgreSQL was not ready after {START_S:.0f} s"
                raise self.process.failure(message)
            self.process.wait_running(0.02)


def clear_stale_server(cluster: Path) -> None:
    """Stop a server that outlived its launcher, and remove the pid file if the number is another process's.

    Call it only while holding the folder's lock: then no other launcher's server can be meant. Where the
    process is dead PostgreSQL itself sees that and recovers, so its file is left alone.
    """
    lines = _pid_file_lines(cluster)
    if not lines or not lines[0].strip("-").isdigit():
        return
    pid = int(lines[0].strip("-"))
    try:
        where = Path(f"/proc/{pid}/cwd").resolve(strict=True)
    except FileNotFoundError:
        return
    except PermissionError:
        where = None
    if where != cluster.resolve():
        (cluster / "postmaster.pid").unlink(missing_ok=True)
        return
    stop_group(pid, FAST_STOP)
    if Path(f"/proc/{pid}/cwd").exists():
        message = f"A PostgreSQL from an earlier start (process {pid}) does not stop; end it and try again"
        raise EmbeddedError(message)


def _says_ready(cluster: Path, pid: int | None) -> bool:
    lines = _pid_file_lines(cluster)
    return len(lines) >= READY_LINE and lines[0] == str(pid) and lines[READY_LINE - 1].strip() == "ready"


def _pid_file_lines(cluster: Path) -> list[str]:
    try:
        return (cluster / "postmaster.pid").read_text().splitlines()
    except FileNotFoundError:
        return []
