"""CPU of a visit of five hundred checkpoints with a photo each: an answer, and the submission.

Counted are the process that serves and PostgreSQL with all its backends. Against it stand visits of ten checkpoints,
as many as make a hundred answers, so that the machine is as fast for both. The large one is nearly full when measured.
"""

import asyncio
from contextlib import ExitStack
from typing import Any, Final
from uuid import uuid4

import httpx

from tests.bench.photo_cost import stack_client
from tests.bench.processes import cluster_cpu_s, running, wait_for
from tests.bench.rows import Row
from tests.bench.served import Installation, free_port
from tests.factories.inspections import checkpoint, photo, template

LARGE, SMALL, EACH, MEASURED, SECTION = 500, 10, 10, 100, 50
# What is asked of the others depends on the answers, so each answer looks at them all: five hundred small rows of one
# index and their conditions, beside what a request costs anyhow.
ANSWER_GOAL: Final = 1.5
# A submission looks at everything once, in as many statements as for ten: a checkpoint costs less the more there are.
SUBMIT_GOAL: Final = 0.5


async def measure(installation: Installation) -> list[Row]:
    """Return the two rows. Raises httpx.HTTPStatusError when a step is refused."""
    port = free_port()
    origin = f"http://127.0.0.1:{port}"
    with ExitStack() as stack:
        environment = {**installation.environment, "STOREWALK_PORT": str(port), "STOREWALK_PUBLIC_ORIGIN": origin}
        serving = stack.enter_context(running(["-m", "storewalk.cli", "serve"], environment))
        await asyncio.to_thread(wait_for, f"{origin}/api/health")
        client = await stack_client(installation, origin)

        def cpu_s() -> float:
            return serving.cpu_s + cluster_cpu_s(installation.services.folder.postgres)

        try:
            small, large = [await publish(client, number) for number in (SMALL, LARGE)]
            await fill(client, await begin(client, installation, small), SMALL)  # warm
            visits = [await begin(client, installation, small) for _ in range(EACH)]
            before = cpu_s()
            for visit in visits:
                await fill(client, visit, SMALL)
            answered = cpu_s()
            for visit in visits:
                await submit(client, visit, SMALL)
            few_s, few_ends_s = answered - before, cpu_s() - answered
            whole = await begin(client, installation, large)
            await fill(client, whole, LARGE - MEASURED)
            before = cpu_s()
            await fill(client, whole, LARGE, skip=LARGE - MEASURED)
            answered = cpu_s()
            await submit(client, whole, LARGE)
            many_s, many_ends_s = answered - before, cpu_s() - answered
        finally:
            await client.aclose()
    print(f"  an answer {few_s * 10:.1f} ms of {SMALL}, {many_s * 10:.1f} ms of {LARGE}; ended {many_ends_s:.2f} s")
    ends = (many_ends_s / LARGE) / (few_ends_s / (SMALL * EACH))
    return [
        Row("inspections.answer_500", many_s / few_s, "an answer of 500 / of 10", ANSWER_GOAL, "lower"),
        Row("inspections.submit_500", ends, "a checkpoint of 500 / of 10", SUBMIT_GOAL, "lower"),
    ]


async def publish(client: httpx.AsyncClient, checkpoints: int) -> str:
    """Publish a checklist of so many questions that each ask for a photo."""
    points = [checkpoint(f"p{number}", photoRule="always") for number in range(checkpoints)]
    parts = [points[start : start + SECTION] for start in range(0, checkpoints, SECTION)]
    return (await send(client, "POST", "/api/inspection-templates", template(*parts)))["id"]


async def begin(client: httpx.AsyncClient, installation: Installation, template_id: str) -> dict[str, Any]:
    """Begin a visit."""
    form = {"id": str(uuid4()), "storeId": str(installation.store_id), "templateId": template_id}
    return await send(client, "POST", "/api/inspections", form)


async def fill(client: httpx.AsyncClient, visit: dict[str, Any], until: int, *, skip: int = 0) -> None:
    """Answer the questions of a visit from `skip` on, each with a photo that follows later."""
    points = [point["id"] for section in visit["template"]["sections"] for point in section["checkpoints"]]
    for point in points[skip:until]:
        body = {"outcome": "pass", "photos": [photo()]}
        await send(client, "PUT", f"/api/inspections/{visit['id']}/answers/{point}", body)


async def submit(client: httpx.AsyncClient, visit: dict[str, Any], answers: int) -> None:
    """End a visit."""
    ended = await send(client, "POST", f"/api/inspections/{visit['id']}/submission", {"answers": answers})
    assert ended["status"] == "scored", ended["status"]


async def send(client: httpx.AsyncClient, method: str, path: str, body: object) -> dict[str, Any]:
    """Send a command."""
    answer = await client.request(method, path, json=body, headers={"Idempotency-Key": str(uuid4())})
    return answer.raise_for_status().json()
