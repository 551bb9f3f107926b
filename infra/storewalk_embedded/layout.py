"""The data folder: what lies where under `.storewalk/`."""

import os
from dataclasses import dataclass
from pathlib import Path

from storewalk_embedded.errors import EmbeddedError


@dataclass(frozen=True)
class DataFolder:
    """One installation's data; everything in it belongs to the user who started it first."""

    root: Path

    @classmethod
    def open(cls, root: Path) -> "DataFolder":
        """Make the folder (mode 0700) where it is missing.

        Raises EmbeddedError when it cannot be made or written by this user.
        """
        folder = cls(root.resolve())
        try:
            folder.root.mkdir(parents=True, exist_ok=True, mode=0o700)
            folder.logs.mkdir(exist_ok=True, mode=0o700)
            folder.objects.mkdir(exist_ok=True, mode=0o700)
        except OSError as error:
            message = f"The data folder {folder.root} cannot be made: {error.strerror}. Choose another with DATA="
            raise EmbeddedError(message) from error
        if not os.access(folder.root, os.W_OK | os.X_OK):
            message = f"The data folder {folder.root} belongs to another user. Choose another with DATA="
            raise EmbeddedError(message)
        return folder

    @property
    def postgres(self) -> Path:
        """PostgreSQL's cluster."""
        return self.root / "postgres"

    @property
    def objects(self) -> Path:
        """The S3 server's volumes and its index."""
        return self.root / "objects"

    @property
    def lan(self) -> Path:
        """The CA and the certificate for one's own network."""
        return self.root / "lan"

    @property
    def logs(self) -> Path:
        """One log file for each process."""
        return self.root / "logs"

    @property
    def secrets_file(self) -> Path:
        """Generated passwords and keys (mode 0600)."""
        return self.root / "secrets.json"

    @property
    def ports_file(self) -> Path:
        """The ports of the last start."""
        return self.root / "ports.json"

    @property
    def processes_file(self) -> Path:
        """Process ids by name while Storewalk runs."""
        return self.root / "processes.json"

    @property
    def lock_file(self) -> Path:
        """Held while Storewalk runs, and until the last of its processes has stopped."""
        return self.root / "lock"

    @property
    def demo_begun(self) -> Path:
        """Present from when the demo chain began to load; without `demo_stamp` beside it, the load was cut off."""
        return self.root / "demo-begun"

    @property
    def demo_stamp(self) -> Path:
        """Present once the demo chain has been loaded."""
        return self.root / "demo-loaded"
