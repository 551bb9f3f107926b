"""What other rooms may use of identity: scope, people, and how an organization begins."""

from storewalk.core.access import system_actor
from storewalk.identity.authentication import authenticator, token_hash
from storewalk.identity.models import NodeKind
from storewalk.identity.nodes import Place, place_node, register_stores
from storewalk.identity.passwords import hash_password
from storewalk.identity.queries import account_ref, node_ref, organization_name, place_ref
from storewalk.identity.schemas import GrantForm, OpenAccount
from storewalk.identity.scope import (
    Holding,
    administrators,
    hold_tree,
    holders,
    holdings,
    is_within,
    lies_below,
    node_path,
    opened,
    register_node,
    require_within,
    root_node,
    rungs,
    store_paths,
    unheld,
    within,
)
from storewalk.identity.service.accounts import open_account
from storewalk.identity.service.found import found, renew_roles, standard_roles
from storewalk.identity.service.passwords import reset as reset_password
from storewalk.identity.service.sessions import SESSION_LIFE, open_session

__all__ = [
    "SESSION_LIFE",
    "GrantForm",
    "Holding",
    "NodeKind",
    "OpenAccount",
    "Place",
    "account_ref",
    "administrators",
    "authenticator",
    "found",
    "hash_password",
    "hold_tree",
    "holders",
    "holdings",
    "is_within",
    "lies_below",
    "node_path",
    "node_ref",
    "open_account",
    "open_session",
    "opened",
    "organization_name",
    "place_node",
    "place_ref",
    "register_node",
    "register_stores",
    "renew_roles",
    "require_within",
    "reset_password",
    "root_node",
    "rungs",
    "standard_roles",
    "store_paths",
    "system_actor",
    "token_hash",
    "unheld",
    "within",
]
