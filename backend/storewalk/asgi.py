"""The process that serves requests: API, live updates, the PWA, and in embedded mode the photo bucket."""

import gc
import os
import sys
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from importlib.metadata import version
from socket import socket

import uvicorn
from litestar import Litestar
from litestar.openapi import OpenAPIConfig
from litestar.openapi.plugins import ScalarRenderPlugin
from litestar.types import ControllerRouterHandler

from storewalk.composition import build_platform
from storewalk.core import logs, problem, tracing
from storewalk.core.body import BodyRequest
from storewalk.core.clock import Clock
from storewalk.core.live import LiveHub
from storewalk.core.messages import read_catalog
from storewalk.core.proxy import object_proxy
from storewalk.core.pwa_files import pwa
from storewalk.core.requests import refuse_unstorable, request_id
from storewalk.core.resources import Factory
from storewalk.core.settings import Settings, load
from storewalk.identity import api as identity
from storewalk.metadata import PERMISSIONS
from storewalk.notifications.senders import WeComDirectory
from storewalk.routes import ROUTES


def resources(settings: Settings) -> dict[type, Factory]:
    """Return what requests may use beyond the platform; loaded at its first use."""
    directory = "storewalk.notifications.wecom_directory.WeComApiDirectory"
    return {WeComDirectory: Factory(directory, {"origin": settings.wecom_origin})}


def build_app(settings: Settings, *, clock: Clock | None = None) -> Litestar:
    """Compose the application for `settings`."""
    catalog = read_catalog()
    platform = build_platform(settings, catalog=catalog, clock=clock, resources=resources(settings))
    hub = LiveHub(platform, identity.node_path)
    routes: list[ControllerRouterHandler] = list(ROUTES)
    proxy = object_proxy(settings) if settings.proxy_s3 else None
    if proxy is not None:
        routes.append(proxy[0])
    if settings.pwa_dir is not None:
        routes.append(pwa(settings.pwa_dir))

    @asynccontextmanager
    async def running(app: Litestar) -> AsyncGenerator[None]:
        app.state["platform"], app.state["live"] = platform, hub
        app.state["permission_codes"] = {p.code for p in PERMISSIONS}
        await hub.start()
        yield
        await hub.stop()
        if proxy is not None:
            await proxy[1].aclose()
        await platform.close()

    return Litestar(
        routes,
        lifespan=[running],
        exception_handlers=problem.handlers(catalog),
        before_request=refuse_unstorable,
        middleware=[request_id],
        request_class=BodyRequest,
        openapi_config=OpenAPIConfig(
            title="Storewalk", version=version("storewalk"), path="/schema", render_plugins=[ScalarRenderPlugin()]
        ),
        request_max_body_size=12_000_000,
        logging_config=None,
        pdb_on_exception=False,
    )


def app() -> Litestar:
    """Return the application for the environment's settings (the factory that servers call)."""
    settings = load(os.environ)
    logs.configure(settings.log_level)
    tracing.start(settings.otlp_endpoint, "api")
    application = build_app(settings)
    gc.freeze()  # what it is made of stays: the collector need not look through it at every turn
    return application


class Server(uvicorn.Server):
    """Ends the live streams when it is told to stop: by themselves they never end, and it would wait for them."""

    def __init__(self, config: uvicorn.Config, application: Litestar) -> None:
        super().__init__(config)
        self.application = application

    async def shutdown(self, sockets: list[socket] | None = None) -> None:
        """Stop taking requests and end what is under way."""
        hub: LiveHub = self.application.state["live"]
        hub.end_streams()
        await super().shutdown(sockets)


def serve(settings: Settings) -> None:
    """Serve requests on one port until stopped."""
    application = app()
    config = uvicorn.Config(
        application,
        host=settings.host,
        port=settings.port,
        loop="uvloop",
        http="httptools",
        access_log=False,
        log_config=None,
        server_header=False,
        timeout_graceful_shutdown=5,
        ssl_certfile=settings.tls_certificate,
        ssl_keyfile=settings.tls_key,
    )
    server = Server(config, application)
    server.run()
    if not server.started:
        sys.exit(1)
