"""What other rooms may use of identity: scope, people, and how an organization begins."""

from storewalk.core.access import system_actor
from storewalk.identity.authentication import authenticator, token_hash
from storewalk.identity.models import NodeKind
from storewalk.identity.nodes import Place, place_node, register_stores
from storewalk.identity.passwords import hash_password
from storewalk.identity.people_out import give_out as give_out_people
from storewalk.identity.permissions import ACCOUNTS_MANAGE
from storewalk.identity.phones import read_phone
from storewalk.identity.queries import account_ref, node_ref, nodes, organization_name, place_ref, roles
from storewalk.identity.schemas import GrantForm, Name, OpenAccount, Username
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
from storewalk.identity.service.reach import reach_of
from storewalk.identity.service.sessions import SESSION_LIFE, open_session
from storewalk.identity.sheet import PersonLine
from storewalk.identity.sheet import take_in as take_in_people

__all__ = [
    "ACCOUNTS_MANAGE",
    "SESSION_LIFE",
    "GrantForm",
    "Holding",
    "Name",
    "NodeKind",
    "OpenAccount",
    "PersonLine",
    "Place",
    "Username",
    "account_ref",
    "administrators",
    "authenticator",
    "found",
    "give_out_people",
    "hash_password",
    "hold_tree",
    "holders",
    "holdings",
    "is_within",
    "lies_below",
    "node_path",
    "node_ref",
    "nodes",
    "open_account",
    "open_session",
    "opened",
    "organization_name",
    "place_node",
    "place_ref",
    "reach_of",
    "read_phone",
    "register_node",
    "register_stores",
    "renew_roles",
    "require_within",
    "reset_password",
    "roles",
    "root_node",
    "rungs",
    "standard_roles",
    "store_paths",
    "system_actor",
    "take_in_people",
    "token_hash",
    "unheld",
    "within",
]
