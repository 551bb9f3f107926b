"""The planner that hands shards to processes."""

from collections.abc import Sequence
from datetime import date, datetime

import numpy as np

from demand.calendar.table import Calendar
from storewalk.core.batch import Workers
from storewalk.core.objects import ObjectMissing, ObjectStore
from storewalk.core.settings import Settings
from storewalk.ordering.planner import Chain, Move, Neighbourhood, Night, Planner, ReviewDue, ShardDue, Told
from storewalk.ordering.planning.fit import fit_pool
from storewalk.ordering.planning.kept import MOST_BYTES, Fit, fit_key, with_newcomers
from storewalk.ordering.planning.offers import Offers
from storewalk.ordering.planning.rebalance import moves_between
from storewalk.ordering.planning.review import review_shard
from storewalk.ordering.planning.shard import plan_shard
from storewalk.ordering.planning.tasks import Facts, FitTask, ReviewTask, ShardTask
from storewalk.ordering.promotion_arrays import arranged

KIND = "application/msgpack"


class BlockPlanner(Planner):
    """Plans in blocks."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    def night(self, workers: Workers, chain: Chain) -> Night:
        """Begin a night."""
        return BlockNight(self.settings, workers, chain)

    async def rebalance(self, workers: Workers, due: Neighbourhood) -> list[Move]:
        """Say what could go from store to store."""
        return await workers.run(moves_between, due)


class BlockNight(Night):
    """A night's fit and plans. The fit is made once and handed to every shard."""

    def __init__(self, settings: Settings, workers: Workers, chain: Chain) -> None:
        self._settings, self._workers, self._chain = settings, workers, chain
        self._objects = ObjectStore(settings)
        self._fit: Fit | None = None
        self._facts = self._facts_of([])

    async def fit(self, shards: Sequence[tuple[str, date]]) -> bool:
        """Fit the pool afresh, and keep it."""
        found = await self._workers.run(fit_pool, FitTask(self._facts, shards))
        if found is not None:
            await self._objects.put(fit_key(self._chain.org_id), found.to_bytes(), KIND)
            self._take(found)
        return found is not None

    async def use_fit(self, since: datetime) -> bool:
        """Take the fit that was kept last."""
        try:
            data = await self._objects.get(fit_key(self._chain.org_id), MOST_BYTES)
        except ObjectMissing:
            return False
        fit = Fit.from_bytes(data)
        if fit.fitted_at < since:
            return False
        self._take(fit)
        return True

    async def plan(self, due: ShardDue) -> bytes:
        """Plan a shard in one of the processes. Raises RuntimeError before there is a fit."""
        if self._fit is None:
            raise RuntimeError("fit the pool first")
        return await self._workers.run(plan_shard, ShardTask(self._facts, self._fit, due))

    async def review(self, due: ReviewDue) -> Told:
        """Hold what is over against what was sold, in one of the processes."""
        codes = self._facts.codes.product
        promotions = {
            wanted: arranged([each for each in self._chain.promotions if each.promotion_id == wanted], codes)
            for wanted in due.promotions
        }
        return await self._workers.run(review_shard, ReviewTask(self._facts, due, promotions))

    def _take(self, fit: Fit) -> None:
        self._fit = fit
        self._facts = self._facts_of(fit.product_ids)

    def _facts_of(self, known: Sequence[bytes]) -> Facts:
        """Return what goes with every task; `known` are the products that a fit has codes for."""
        chain = self._chain
        products = with_newcomers(known, [each.bytes for each in chain.products])
        codes = {product: code for code, product in enumerate(products)}
        kinds = {kind: code for code, kind in enumerate(dict.fromkeys(chain.products.values()))}
        category = np.zeros(len(products), np.int32)
        for product, kind in chain.products.items():
            category[codes[product.bytes]] = kinds[kind]
        return Facts(
            self._settings,
            chain.org_id,
            chain.planned_at,
            products,
            category,
            Calendar(dict(chain.days)),
            chain.events,
            arranged(chain.promotions, codes),
            [each.id.bytes for each in chain.supply.sources],
            Offers.of(chain.supply, {each: codes[each.bytes] for each in chain.products}),
        )
