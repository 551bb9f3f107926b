"""Making a cluster, and the roles and the database in it."""

import os
import shutil
import subprocess
from pathlib import Path

from storewalk_embedded.errors import EmbeddedError
from storewalk_embedded.postgres_programs import Programs, find_programs
from storewalk_embedded.secrets import Secrets

SUPERUSER, OWNER, APP, DATABASE = "postgres", "storewalk_owner", "storewalk_app", "storewalk"

BUILTIN_LOCALE_MAJOR = 17
"""From this version on the server brings C.UTF-8 itself; before, only plain C is there on every machine."""

DROP_DATABASE = 'DROP DATABASE IF EXISTS :"database" WITH (FORCE);\n'
ROLES_SQL = Path(__file__).with_name("roles.sql")


def ready_cluster(cluster: Path, superuser_password: str) -> Programs:
    """Make the cluster unless it is there; a half-made one from a killed start is thrown away."""
    staging = cluster.with_name("postgres.new")
    if staging.is_dir():
        shutil.rmtree(staging)
    programs = find_programs(cluster, staging)
    if staging.is_dir():
        _initdb(programs, staging, superuser_password)
        staging.rename(cluster)
    return programs


def _initdb(programs: Programs, staging: Path, password: str) -> None:
    password_file = staging.with_name("postgres.password")
    password_file.unlink(missing_ok=True)
    with os.fdopen(os.open(password_file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(password)
    programs.identity.give(password_file)
    try:
        made = subprocess.run(
            programs.command("initdb", *_initdb_options(programs.major, staging, password_file)),
            capture_output=True,
            text=True,
            check=False,
        )
    finally:
        password_file.unlink()
    if made.returncode != 0:
        message = f"PostgreSQL could not make its data folder:\n{made.stderr}"
        raise EmbeddedError(message)


def _initdb_options(major: int, staging: Path, password_file: Path) -> list[str]:
    locale = ["--locale=C"]
    if major >= BUILTIN_LOCALE_MAJOR:
        locale = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    return [
        f"--pgdata={staging}",
        f"--username={SUPERUSER}",
        f"--pwfile={password_file}",
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--no-sync",  # the first checkpoint writes it all out anyway
        "--no-instructions",
        *locale,
    ]


def make_roles(programs: Programs, port: int, secrets: Secrets, *, anew: bool = False) -> None:
    """Bring roles, passwords and the database to what Storewalk expects; `anew` drops the database first.

    The passwords go through psql's input, so that no process list shows them.
    """
    variables = {
        "ON_ERROR_STOP": "on",
        "owner": OWNER,
        "owner_password": secrets.postgres_owner,
        "app": APP,
        "app_password": secrets.postgres_app,
        "database": DATABASE,
    }
    sets = "".join(f"\\set {name} {value}\n" for name, value in variables.items())
    options = ["--no-psqlrc", "--quiet", f"--username={SUPERUSER}", "--host=127.0.0.1", f"--port={port}"]
    done = subprocess.run(
        [str(programs.bin / "psql"), *options, "--dbname=postgres", "--file=-"],
        input=sets + (DROP_DATABASE if anew else "") + ROLES_SQL.read_text(),
        env={**os.environ, "PGPASSWORD": secrets.postgres_superuser, "PGCONNECT_TIMEOUT": "10"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        message = f"PostgreSQL's roles could not be made:\n{done.stderr}"
        raise EmbeddedError(message)
