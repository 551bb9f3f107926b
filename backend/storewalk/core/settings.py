"""What an installation may set, read once from `STOREWALK_*`; an unsafe setting refuses to start."""

from collections.abc import Mapping
from ipaddress import ip_address
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import msgspec

PREFIX = "STOREWALK_"
FROM_FILE = "_FILE"
LOCAL_HOSTS = frozenset({"127.0.0.1", "localhost", "::1"})
MIN_SECRET_CHARS = 32


class UnsafeSettings(Exception):
    """Some settings are missing or unsafe; the text names each variable and the fix."""


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One installation's settings; field `x_y` comes from the variable `STOREWALK_X_Y`.

    `batch_processes` is how many processes a night's work takes here, 0 for one on each processor; with `ray_address`
    it runs on that Ray cluster instead. `model` is the shelf model's file or the folder of its versions,
    `model_backend` the library that runs it. With `tls_certificate` and `tls_key` (PEM files) the process itself serves
    HTTPS; `lan` is for trying it with real phones in one's own network.
    """

    database_url: str
    owner_database_url: str | None = None
    s3_endpoint: str
    s3_access_key: str
    s3_secret_key: str
    s3_bucket: str = "storewalk-photos"
    public_origin: str
    secret_key: str
    previous_secret_keys: str = ""
    vapid_private_key: str
    vapid_subject: str
    demo: bool = False
    host: str = "127.0.0.1"
    port: int = 8080
    tls_certificate: Path | None = None
    tls_key: Path | None = None
    lan: bool = False
    pwa_dir: Path | None = None
    model: Path | None = None
    model_backend: Literal["auto", "onnxruntime", "openvino", "torch"] = "auto"
    face_model: Path | None = None
    proxy_s3: bool = False
    trusted_proxies: int = 0
    allow_private_push: bool = False
    wecom_origin: str = "https://qyapi.weixin.qq.com"
    smtp_host: str | None = None
    smtp_port: int = 587
    smtp_security: Literal["starttls", "tls", "none"] = "starttls"
    smtp_username: str = ""
    smtp_password: str = ""
    smtp_sender: str = ""
    log_level: str = "INFO"
    otlp_endpoint: str | None = None
    pool_size: int = 10
    batch_processes: int = 0
    ray_address: str | None = None

    @property
    def secure_cookies(self) -> bool:
        """Cookies travel over HTTPS only, wherever the installation is reached by HTTPS."""
        return self.public_origin.startswith("https://")

    @property
    def previous_keys(self) -> tuple[str, ...]:
        """Secrets that fields may still be encrypted with, the latest first; written separated by commas."""
        return tuple(key for key in self.previous_secret_keys.split(",") if key)


def load(environment: Mapping[str, str]) -> Settings:
    """Read settings from environment variables; `STOREWALK_X_FILE` names a file that holds `STOREWALK_X`.

    Raises UnsafeSettings naming every variable that is missing, malformed or unsafe.
    """
    known = {PREFIX + name.upper(): name for name in Settings.__struct_fields__}
    values = {known[name]: text for name, text in environment.items() if name in known and text}
    values |= _from_files(environment, known, values)
    required = {PREFIX + f.name.upper() for f in msgspec.structs.fields(Settings) if f.required}
    missing = sorted(name for name in required if known[name] not in values)
    if missing:
        raise UnsafeSettings("; ".join(f"{name} is not set" for name in missing))
    try:
        settings = msgspec.convert(values, Settings, strict=False, dec_hook=_decode)
    except msgspec.ValidationError as error:
        raise UnsafeSettings(str(error)) from error
    faults = list(_faults(settings))
    if faults:
        raise UnsafeSettings("; ".join(faults))
    return settings


def _from_files(environment: Mapping[str, str], known: Mapping[str, str], given: Mapping[str, str]) -> dict[str, str]:
    """Return what files hold of the settings: how a container gets its secrets."""
    read: dict[str, str] = {}
    for name, path in environment.items():
        field = known.get(name.removesuffix(FROM_FILE)) if name.endswith(FROM_FILE) else None
        if field is None or not path:
            continue
        if field in given:
            raise UnsafeSettings(f"{name} and {name.removesuffix(FROM_FILE)} are both set; keep one")
        try:
            text = Path(path).read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise UnsafeSettings(f"{name}: {path} cannot be read ({error})") from error
        if text:
            read[field] = text
    return read


def _decode(kind: type, value: object) -> object:
    if kind is Path:
        return Path(str(value))
    raise NotImplementedError(kind)  # what msgspec asks of a hook for a type that it does not know


def _faults(settings: Settings) -> list[str]:
    return [*_origin_faults(settings), *_mail_faults(settings), *_key_faults(settings)]


def _origin_faults(settings: Settings) -> list[str]:
    origin = urlsplit(settings.public_origin)
    local = origin.hostname in LOCAL_HOSTS
    faults: list[str] = []
    if origin.scheme != "https" and not local:
        faults.append("STOREWALK_PUBLIC_ORIGIN must be https:// unless it is this machine")
    if settings.lan and not local and not _is_private(origin.hostname):
        faults.append("STOREWALK_LAN=1 is for an address in one's own network, such as https://192.168.1.20:8080")
    if settings.demo and not local and not settings.lan:
        faults.append("STOREWALK_DEMO=1 has known passwords and is for this machine only")
    if settings.allow_private_push and not local:
        faults.append("STOREWALK_ALLOW_PRIVATE_PUSH=1 is for tests on this machine only")
    if not settings.wecom_origin.startswith("https://") and not local:
        faults.append("STOREWALK_WECOM_ORIGIN must be https://, since the app's secret goes there")
    return faults


def _mail_faults(settings: Settings) -> list[str]:
    faults: list[str] = []
    if settings.smtp_security == "none" and settings.smtp_host not in {None, *LOCAL_HOSTS}:
        faults.append("STOREWALK_SMTP_SECURITY=none is for a mail server on this machine; elsewhere starttls or tls")
    if settings.smtp_host is not None and "@" not in settings.smtp_sender:
        faults.append(
            "STOREWALK_SMTP_SENDER must be the address that mails come from, since STOREWALK_SMTP_HOST is set"
        )
    return faults


def _key_faults(settings: Settings) -> list[str]:
    faults: list[str] = []
    if len(settings.secret_key) < MIN_SECRET_CHARS:
        faults.append(f"STOREWALK_SECRET_KEY needs at least {MIN_SECRET_CHARS} random characters")
    if (settings.tls_certificate is None) != (settings.tls_key is None):
        faults.append("STOREWALK_TLS_CERTIFICATE and STOREWALK_TLS_KEY belong together; set both or neither")
    if not settings.vapid_subject.startswith(("mailto:", "https://")) or "example." in settings.vapid_subject:
        faults.append("STOREWALK_VAPID_SUBJECT must be a reachable mailto: or https: address (Apple refuses others)")
    return faults


def _is_private(host: str | None) -> bool:
    try:
        return ip_address(host or "").is_private
    except ValueError:
        return False
