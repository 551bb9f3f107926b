"""What a scenario is: a real use of a command, that is, what has to be there before and the command itself."""

from collections.abc import Awaitable, Callable

from tests.faults.stage import Request, Stage

Scenario = Callable[[Stage], Awaitable[Request]]


class Scenarios(dict[str, Scenario]):
    """The scenarios of one room, by operation id."""

    def of(self, operation_id: str) -> Callable[[Scenario], Scenario]:
        """Register the scenario of an operation."""

        def register(scenario: Scenario) -> Scenario:
            self[operation_id] = scenario
            return scenario

        return register

    def simply(
        self,
        operation_id: str,
        role: str,
        path: str,
        body: Callable[[Stage], object] = lambda _: None,
        *,
        method: str = "POST",
    ) -> None:
        """Register a command that needs nothing before."""

        async def scenario(stage: Stage) -> Request:
            return Request(await stage.client(role), method, path, body(stage))

        self[operation_id] = scenario
