"""What a page's main thread does, by Chromium's own trace: CPU time, which a busy machine stretches little."""

import json
from bisect import bisect_right
from collections import defaultdict
from statistics import median
from typing import Any, Final, Self

from playwright.async_api import Browser, Page

CATEGORIES: Final = ["toplevel", "devtools.timeline", "disabled-by-default-devtools.timeline"]
TASK: Final = "ThreadControllerImpl::RunTask"
FRAME: Final = "Commit"
"""What the main thread hands over once for each frame that it makes."""


class Work:
    """The main thread's work while it was watched."""

    def __init__(self, trace: bytes) -> None:
        events: list[dict[str, Any]] = json.loads(trace)["traceEvents"]
        threads = {
            (event["pid"], event["tid"])
            for event in events
            if event["name"] == "thread_name" and event["args"]["name"] == "CrRendererMain"
        }
        own = [event for event in events if (event["pid"], event["tid"]) in threads and "tdur" in event]
        self._tasks = [(event["ts"], event["tdur"] / 1000) for event in own if event["name"] == TASK]
        self._frames = sorted(event["ts"] for event in own if event["name"] == FRAME)

    @property
    def spent_ms(self) -> float:
        """CPU time of all tasks."""
        return sum(spent for _, spent in self._tasks)

    @property
    def frame_ms(self) -> float:
        """CPU time of the tasks from one frame to the next, the median of all frames."""
        frames: defaultdict[int, float] = defaultdict(float)
        for at, spent in self._tasks:
            frames[bisect_right(self._frames, at)] += spent
        return median(frames[number] for number in range(1, len(self._frames)))


class Watched:
    """`async with Watched(browser, page) as watched:` and then `watched.work`."""

    def __init__(self, browser: Browser, page: Page) -> None:
        self.browser, self.page = browser, page
        self.work: Work

    async def __aenter__(self) -> Self:
        """Begin to watch."""
        await self.browser.start_tracing(page=self.page, categories=CATEGORIES)
        return self

    async def __aexit__(self, *_: object) -> None:
        """End watching."""
        self.work = Work(await self.browser.stop_tracing())
