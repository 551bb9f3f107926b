"""Who may read what: file modes, generated secrets, ports, database roles."""

import base64
import socket
from pathlib import Path

import httpx
import pytest
from sqlalchemy.exc import ProgrammingError

from storewalk_embedded.api import EmbeddedError, Services
from storewalk_embedded.ports import GRPC_OFFSET, free_port, is_free, stored_ports
from storewalk_embedded.run import chosen_port
from storewalk_embedded.secrets import load_secrets
from tests.embedded.machine import photos, put_photo, query


def mode(path: Path) -> str:
    return oct(path.stat().st_mode & 0o777)


def test_only_the_owner_reads_the_folder_the_secrets_and_the_cluster(services: Services) -> None:
    folder = services.folder
    assert {mode(path) for path in (folder.root, folder.objects, folder.logs, folder.postgres)} == {"0o700"}
    assert {mode(path) for path in (folder.secrets_file, folder.objects / "identity.json")} == {"0o600"}


def test_secrets_are_kept_and_differ_between_folders(tmp_path: Path) -> None:
    one = load_secrets(tmp_path / "one.json")
    assert load_secrets(tmp_path / "one.json") == one
    other = load_secrets(tmp_path / "other.json")
    assert one.postgres_app != other.postgres_app
    assert one.data_key != other.data_key
    assert len(base64.b64decode(one.data_key)) == 32
    assert len(base64.urlsafe_b64decode(one.vapid_private_key + "=")) == 32
    assert len(base64.urlsafe_b64decode(one.vapid_public_key + "=")) == 65
    assert one.vapid_private_pem.startswith("-----BEGIN PRIVATE KEY-----\n")


def test_damaged_secrets_are_refused_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "secrets.json"
    path.write_text('{"data_key": 7}')
    with pytest.raises(EmbeddedError, match="is damaged"):
        load_secrets(path)
    assert path.read_text() == '{"data_key": 7}'


def test_ports_are_kept_while_they_are_free_and_replaced_when_not(tmp_path: Path) -> None:
    file = tmp_path / "ports.json"
    first = stored_ports(file, ["postgres"], ["s3"])
    assert stored_ports(file, ["postgres"], ["s3"]) == first
    with socket.create_server(("127.0.0.1", first["s3"] + GRPC_OFFSET)):
        second = stored_ports(file, ["postgres"], ["s3"])
    assert second["postgres"] == first["postgres"]
    assert second["s3"] != first["s3"]


def test_a_taken_port_is_refused_when_asked_for_and_passed_over_when_not() -> None:
    taken = free_port()
    with socket.create_server(("127.0.0.1", taken)):
        assert not is_free(taken)
        with pytest.raises(EmbeddedError, match=f"Port {taken} is taken"):
            chosen_port(str(taken))
    assert chosen_port(str(taken)) == taken
    assert is_free(chosen_port(None))
    with pytest.raises(EmbeddedError, match="is no port"):
        chosen_port("80a")


def test_the_application_role_owns_nothing_and_is_held_by_row_level_security(services: Services) -> None:
    roles = query(
        services.app_url,
        "SELECT rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb FROM pg_roles"
        " WHERE rolname LIKE 'storewalk%' ORDER BY rolname",
    )
    assert roles == [
        ("storewalk_app", False, False, False, False),
        ("storewalk_owner", False, True, False, False),
    ]
    owner = query(services.app_url, "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = 'storewalk'")
    assert owner == [("storewalk_owner",)]
    with pytest.raises(ProgrammingError, match="permission denied for schema public"):
        query(services.app_url, "CREATE TABLE mine (id int)")


def test_a_wrong_password_is_refused_and_the_server_listens_on_the_loopback_only(services: Services) -> None:
    with pytest.raises(Exception, match="password authentication failed"):
        query(services.app_url.replace(services.secrets.postgres_app, "guess"), "SELECT 1")
    settings = query(
        services.superuser_url,
        "SELECT name, setting FROM pg_settings WHERE name IN ('listen_addresses', 'unix_socket_directories',"
        " 'password_encryption', 'fsync') ORDER BY name",
    )
    assert settings == [
        ("fsync", "off"),
        ("listen_addresses", "127.0.0.1"),
        ("password_encryption", "scram-sha-256"),
        ("unix_socket_directories", ""),
    ]


def test_a_photo_cannot_be_read_without_a_signature_nor_past_the_s3_interface(services: Services) -> None:
    put_photo(photos(services), "shelf.jpg", b"evidence")
    ports = services.objects.ports
    answers = {
        "s3": httpx.get(f"http://127.0.0.1:{ports['s3']}/storewalk-photos/shelf.jpg"),
        "filer": httpx.get(f"http://127.0.0.1:{ports['filer']}/buckets/storewalk-photos/shelf.jpg"),
        "volume": httpx.get(f"http://127.0.0.1:{ports['volume']}/1,01637037d6"),
    }
    assert {part: answer.status_code for part, answer in answers.items()} == {"s3": 403, "filer": 404, "volume": 401}
