"""What the fixtures of conftest.py give, named for those who ask for them."""

from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager

from storewalk.core.tx import Tx
from tests.factories.client import Client
from tests.factories.organization import Org

AppTx = Callable[[Org], AbstractAsyncContextManager[Tx]]
LogIn = Callable[[str], Awaitable[Client]]
