"""`make run LAN=1`: a phone that trusts the folder's own CA, and nothing else, works over HTTPS; others are refused."""

import ssl
import threading
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from storewalk.core.settings import Settings
from storewalk_embedded import environment
from storewalk_embedded.api import EmbeddedError, Process, Services
from storewalk_embedded.lan import Lan, certified, qr_code, wanted_lan
from storewalk_embedded.lan_page import server
from storewalk_embedded.ports import free_port
from storewalk_embedded.run import cli, wait_healthy
from tests.factories.client import Client
from tests.factories.organization import Org
from tests.factories.photos import Phone, jpeg, registration

ADDRESS = "127.0.0.2"  # this machine, but not by the name that settings know it by


@contextmanager
def served(services: Services, lan: Lan, port: int) -> Generator[None]:
    env = environment.settings(services, port, lan)
    log = services.folder.logs / "lan-api.log"
    api = Process("api", cli("serve"), log, services.guard, env, environment.REPOSITORY)
    api.start()
    try:
        wait_healthy(port, api, lan)
        yield
    finally:
        api.stop()


@pytest.mark.usefixtures("settings")
async def test_a_phone_that_trusts_only_the_ca_logs_in_and_hands_a_photo_in_and_others_are_refused(
    services: Services, org: Org, tmp_path: Path
) -> None:
    lan, port = certified(tmp_path / "lan", ADDRESS), free_port()
    with served(services, lan, port):
        trust = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        trust.load_verify_locations(lan.ca)
        async with httpx.AsyncClient(base_url=lan.origin(port), verify=trust, timeout=30) as http:
            phone = Client(http)
            await phone.log_in(org.username("manager"), org.password, org.code)
            cookie = next(c for c in http.cookies.jar if c.name == "storewalk_session")
            assert (cookie.secure, cookie.domain) == (True, ADDRESS)
            data = jpeg(5)
            body = registration(data, org.places["A1"])
            assert (await http.post("/api/photos", json=body)).status_code == 401  # no CSRF value: another site's page
            upload = (await Phone(phone).register(body))["upload"]
            assert upload["url"].startswith(f"{lan.origin(port)}/")
            assert (await Phone(phone).send(upload, data + b"1")).status_code == 400
            assert (await Phone(phone).send(upload, data)).is_success
            assert (await Phone(phone).complete(body["id"])).status_code == 200
        stranger = certified(tmp_path / "stranger", ADDRESS)
        for wrong in (ssl.create_default_context(), ssl.create_default_context(cafile=stranger.ca)):
            async with httpx.AsyncClient(verify=wrong) as http:
                with pytest.raises(httpx.ConnectError, match="CERTIFICATE_VERIFY_FAILED"):
                    await http.get(f"{lan.origin(port)}/api/health")


async def test_a_phone_gets_the_certificate_and_the_way_to_storewalk_over_plain_http_and_nothing_else(
    tmp_path: Path,
) -> None:
    lan, port = certified(tmp_path / "lan", ADDRESS), free_port()
    with server(port, lan.ca, lan.origin(8080)) as page:
        thread = threading.Thread(target=page.serve_forever)
        thread.start()
        try:
            async with httpx.AsyncClient(base_url=f"http://{ADDRESS}:{port}") as http:
                steps = await http.get("/")
                certificate = await http.get("/storewalk-ca.crt")
                others = [await http.get(path) for path in ("/ca.key", "/../ca.key", "/server.key")]
        finally:
            page.shutdown()
            thread.join()
    assert f'href="https://{ADDRESS}:8080"' in steps.text
    assert 'href="/storewalk-ca.crt"' in steps.text
    assert (certificate.headers["content-type"], certificate.content) == (
        "application/x-x509-ca-cert", lan.ca.read_bytes()
    )  # fmt: skip
    assert [answer.status_code for answer in others] == [404, 404, 404]


def test_the_ca_stays_over_restarts_and_iphones_take_what_it_signs(tmp_path: Path) -> None:
    first = certified(tmp_path / "lan", ADDRESS)
    kept = first.ca.read_bytes()
    second = certified(tmp_path / "lan", "192.168.1.20")
    assert second.ca.read_bytes() == kept
    (tmp_path / "one.pem").write_bytes(second.certificate.read_bytes())
    leaf = ssl._ssl._test_decode_cert(str(tmp_path / "one.pem"))  # type: ignore[attr-defined]
    begins, ends = (ssl.cert_time_to_seconds(leaf[each]) for each in ("notBefore", "notAfter"))
    assert (ends - begins) / 86_400 <= 825
    assert ("IP Address", "192.168.1.20") in leaf["subjectAltName"]
    assert {path.stat().st_mode & 0o77 for path in (tmp_path / "lan").glob("*.key")} == {0}


def test_lan_is_off_unless_asked_for_and_takes_an_address(tmp_path: Path, settings: Settings) -> None:
    assert wanted_lan(tmp_path / "lan", {}) is None
    assert wanted_lan(tmp_path / "lan", {"LAN": "0"}) is None
    lan = wanted_lan(tmp_path / "lan", {"LAN": "192.168.1.20"})
    assert lan is not None
    assert lan.origin(8080) == "https://192.168.1.20:8080"
    with pytest.raises(EmbeddedError, match="LAN=yes"):
        wanted_lan(tmp_path / "lan", {"LAN": "yes"})
    assert not settings.lan
    lines = qr_code("https://192.168.1.20:8080").splitlines()
    assert len({len(line) for line in lines}) == 1
