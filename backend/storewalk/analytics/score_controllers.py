"""Scores of stores over HTTP, all by rank and one from visit to visit, and the inspectors who gave them."""

from typing import Final
from uuid import UUID

from litestar import Router
from litestar.di import NamedDependency
from litestar.params import FromPath

from storewalk.analytics.inspectors.outputs import InspectorResults
from storewalk.analytics.inspectors.read import read_inspectors
from storewalk.analytics.permissions import INSPECTORS_READ, SCORES_READ
from storewalk.analytics.scores.outputs import StoreRanking, StoreScores
from storewalk.analytics.scores.ranking import read_ranking
from storewalk.analytics.scores.store import read_store_scores
from storewalk.analytics.visited.asked import VisitsAsked
from storewalk.analytics.visited.query import VISITS_ASKED
from storewalk.core.http import query
from storewalk.core.tx import ReadTx


@query("/visit-results/stores", operation_id="getStoreRanking", permission=SCORES_READ)
async def get_ranking(tx: ReadTx, asked: NamedDependency[VisitsAsked]) -> StoreRanking:
    """Return the stores by their mean score, of the last 90 days unless told."""
    return await read_ranking(tx, asked)


@query("/visit-results/stores/{store_id:uuid}", operation_id="getStoreScores", permission=SCORES_READ)
async def get_store(tx: ReadTx, store_id: FromPath[UUID], asked: NamedDependency[VisitsAsked]) -> StoreScores:
    """Return one store's scores, of the last 90 days unless told."""
    return await read_store_scores(tx, store_id, asked)


@query("/visit-results/inspectors", operation_id="getInspectorResults", permission=INSPECTORS_READ)
async def get_inspectors(tx: ReadTx, asked: NamedDependency[VisitsAsked]) -> InspectorResults:
    """Return how inspectors went about it, of the last 90 days unless told; the kind is always theirs."""
    return await read_inspectors(tx, asked)


SCORE_ROUTER: Final = Router("/api", route_handlers=[get_ranking, get_store, get_inspectors], dependencies=VISITS_ASKED)
