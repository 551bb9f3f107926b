"""What others use: start PostgreSQL and the S3 server on a folder, and supervise processes beside them.

services = start_services(tmp_path, durable=False)   # a throw-away pair for a test run
try:
    connect(services.app_url)
finally:
    services.stop()
"""

from contextlib import ExitStack
from pathlib import Path

from storewalk_embedded.errors import EmbeddedError
from storewalk_embedded.layout import DataFolder
from storewalk_embedded.leftovers import end_leftovers
from storewalk_embedded.lock import FolderLock
from storewalk_embedded.objects import BUCKET, PARTS, ObjectStore
from storewalk_embedded.ports import stored_ports
from storewalk_embedded.postgres import PostgresServer, clear_stale_server
from storewalk_embedded.process import Guard, Process
from storewalk_embedded.progress import Progress, silent
from storewalk_embedded.secrets import Secrets, load_secrets
from storewalk_embedded.supervisor import Supervisor

__all__ = ["BUCKET", "EmbeddedError", "Process", "Secrets", "Services", "Supervisor", "start_services"]


class Services:
    """A running PostgreSQL and S3 server; both end with this process, however it ends."""

    def __init__(self, data: Path, *, durable: bool, progress: Progress) -> None:
        """Start both and wait until they serve; what has started is stopped again when something fails."""
        with ExitStack() as undo:
            self.folder = DataFolder.open(data)
            lock = FolderLock(self.folder.lock_file)
            undo.callback(lock.release)
            end_leftovers(self.folder)
            clear_stale_server(self.folder.postgres)
            self.guard = Guard(self.folder.root, lock.fd)
            undo.callback(self.guard.close)
            self.secrets = load_secrets(self.folder.secrets_file)
            ports = stored_ports(self.folder.ports_file, plain=["postgres"], with_grpc=PARTS)
            self.objects = ObjectStore(self.folder, ports, self.secrets, self.guard)
            self.objects.launch()
            undo.callback(self.objects.stop)
            with progress("Making the database" if not self.folder.postgres.exists() else "Opening the database"):
                self.postgres = PostgresServer(
                    self.folder, ports["postgres"], self.secrets, self.guard, durable=durable
                )
            undo.callback(self.postgres.stop)
            with progress("Starting PostgreSQL"):
                self.postgres.start()
            with progress("Starting the S3 server"):
                self.objects.wait_ready()
            self._undo = undo.pop_all()

    @property
    def superuser_url(self) -> str:
        """postgresql:// URL of the cluster's superuser; for tests and maintenance only."""
        return self.postgres.superuser_url

    @property
    def owner_url(self) -> str:
        """postgresql:// URL for migrations: owns the tables, bypasses row-level security."""
        return self.postgres.owner_url

    @property
    def app_url(self) -> str:
        """postgresql:// URL for the application: owns nothing, held by row-level security."""
        return self.postgres.app_url

    @property
    def s3_endpoint(self) -> str:
        """host:port of the S3 server."""
        return self.objects.endpoint

    @property
    def s3_access_key(self) -> str:
        """The S3 identity's access key."""
        return self.secrets.s3_access_key

    @property
    def s3_secret_key(self) -> str:
        """The S3 identity's secret key."""
        return self.secrets.s3_secret_key

    def stop(self) -> None:
        """Stop PostgreSQL in order, then the S3 server, and free the folder; safe to call twice."""
        self._undo.close()


def start_services(data: Path, *, durable: bool = True, progress: Progress = silent) -> Services:
    """Start PostgreSQL and the S3 server on the data folder, which is made where it is missing.

    durable=False writes nothing through to the disk: for tests only. Raises EmbeddedError with the reason
    when the folder is in use or something cannot start.
    """
    return Services(data, durable=durable, progress=progress)
