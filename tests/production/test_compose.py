"""What infra/compose.yaml gives its services is what the programs read, and each of them is confined."""

import base64
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from storewalk.core.settings import PREFIX, Settings, load

ROOT = Path(__file__).resolve().parents[2]
INFRA = ROOT / "infra"
OURS = ("migrate", "api", "worker", "backup")
OWN = {"STOREWALK_PUBLIC_ORIGIN": "https://walk.storewalk.cn", "STOREWALK_VAPID_SUBJECT": "mailto:ops@storewalk.cn"}
KNOWN = {PREFIX + name.upper() for name in Settings.__struct_fields__}


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    program = Path(sys.executable).with_name("docker-compose")
    argv = [program, "--file", INFRA / "compose.yaml", "--profile", "*", "config", "--format", "json"]
    done = subprocess.run(argv, capture_output=True, check=True, env=OWN | {"PATH": "/usr/bin:/bin"})
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def secrets(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder that make-secrets makes, twice, since what is there stays."""
    made = tmp_path_factory.mktemp("infra")
    shutil.copytree(INFRA / "production", made / "production")
    subprocess.run([made / "production/make-secrets"], check=True)
    first = {path.name: path.read_text() for path in (made / "secrets").iterdir()}
    subprocess.run([made / "production/make-secrets"], check=True)
    assert {path.name: path.read_text() for path in (made / "secrets").iterdir()} == first
    return made / "secrets"


@pytest.mark.parametrize("name", OURS)
def test_a_service_gets_all_settings_that_it_needs_and_none_that_is_not_there(
    compose: dict[str, Any], secrets: Path, name: str
) -> None:
    service = compose["services"][name]
    given = {key: value for key, value in service["environment"].items() if key.startswith(PREFIX)}
    assert {key.removesuffix("_FILE") for key in given} <= KNOWN
    held = {f"/run/secrets/{secret['source']}" for secret in service["secrets"]}
    files = {key: value for key, value in given.items() if key.endswith("_FILE") and value}
    assert set(files.values()) <= held
    moved = {key: value.replace("/run/secrets", str(secrets)) for key, value in given.items()}
    settings = load(moved)
    assert settings.trusted_proxies == 1
    assert not settings.demo
    assert (settings.owner_database_url is not None) == (name in {"migrate", "backup"})


def test_every_setting_can_be_given_and_every_secret_is_made(compose: dict[str, Any], secrets: Path) -> None:
    given = {key.removesuffix("_FILE") for name in OURS for key in compose["services"][name]["environment"]}
    elsewhere = {
        "STOREWALK_DEMO", "STOREWALK_LAN", "STOREWALK_ALLOW_PRIVATE_PUSH", "STOREWALK_PROXY_S3",  # not in production
        "STOREWALK_TLS_CERTIFICATE", "STOREWALK_TLS_KEY",  # Caddy's matter
        "STOREWALK_OTLP_ENDPOINT", "STOREWALK_RAY_ADDRESS",  # need extras that the images lack
    }  # fmt: skip
    assert {name for name in given if name.startswith(PREFIX)} == KNOWN - elsewhere
    made = {path.name for path in secrets.iterdir()}
    assert {Path(secret["file"]).name for secret in compose["secrets"].values()} == made
    scalar = base64.urlsafe_b64decode((secrets / "vapid_private_key").read_text() + "=")
    assert len(scalar) == 32
    assert ec.derive_private_key(int.from_bytes(scalar), ec.SECP256R1())


def test_the_readme_and_the_example_name_only_settings_that_exist() -> None:
    for path in (ROOT / "README.md", INFRA / "production/example.env", INFRA / "production/Caddyfile"):
        named = set(re.findall(r"STOREWALK_[A-Z0-9_]+[A-Z0-9]", path.read_text("utf-8")))
        assert {name.removesuffix("_FILE") for name in named} <= KNOWN, path
    readme = (ROOT / "README.md").read_text("utf-8")
    assert {name for name in KNOWN if name not in readme} <= {
        "STOREWALK_DEMO", "STOREWALK_LAN", "STOREWALK_ALLOW_PRIVATE_PUSH", "STOREWALK_PROXY_S3",
    }  # fmt: skip


def test_every_container_is_confined(compose: dict[str, Any]) -> None:
    for name, service in compose["services"].items():
        assert service["read_only"], name
        assert service["cap_drop"] == ["ALL"], name
        assert service["security_opt"] == ["no-new-privileges:true"], name
        assert service["deploy"]["resources"]["limits"].keys() >= {"cpus", "memory", "pids"}, name
        assert "postgres" in service["image"] or service["build"], name
        assert service.get("restart") is None or service["healthcheck"], name
        if "user" not in service:
            dockerfile = Path(service["build"]["context"]) / service["build"]["dockerfile"]
            users = re.findall(r"^USER (.+)$", dockerfile.read_text(), re.MULTILINE)
            assert users[-1] == "10001:10001", name
    assert {name for name, service in compose["services"].items() if service.get("ports")} == {"caddy"}
    assert compose["networks"]["inside"]["internal"]
