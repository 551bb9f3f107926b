"""The organization's channels, their rules, and people's reach."""

from uuid import UUID

from litestar.params import FromPath, JSONBody

from storewalk.core.http import HttpRequest, command, platform_of, query
from storewalk.core.tx import ReadTx, Tx
from storewalk.core.vault import vault_of
from storewalk.notifications.channel_schemas import (
    AskTest,
    ChannelsOut,
    ReachOut,
    SetRules,
    SetWebhook,
    SetWeCom,
    SetWeComUser,
)
from storewalk.notifications.controllers.push import test_words
from storewalk.notifications.permissions import CHANNELS_MANAGE
from storewalk.notifications.queries import overview
from storewalk.notifications.schemas import DeliveryRef
from storewalk.notifications.service import again, set_up
from storewalk.notifications.service.whole import require_everything, require_whole


@query("/channels", operation_id="getChannels", permission=CHANNELS_MANAGE)
async def get_channels(tx: ReadTx) -> ChannelsOut:
    """Return how the organization reaches its people; secrets are not shown."""
    require_whole(tx, CHANNELS_MANAGE)
    return await overview.channels(tx)


@command("/channels/rules", operation_id="setDeliveryRules", permission=CHANNELS_MANAGE, method="PUT")
async def set_rules(tx: Tx, data: JSONBody[SetRules]) -> ChannelsOut:
    """Set the channels, their order, and when it is quiet."""
    require_whole(tx, CHANNELS_MANAGE)
    await set_up.set_rules(tx, data)
    return await overview.channels(tx)


@command("/channels/wecom", operation_id="setUpWecom", permission=CHANNELS_MANAGE, method="PUT")
async def set_up_wecom(tx: Tx, request: HttpRequest, data: JSONBody[SetWeCom]) -> ChannelsOut:
    """Set the WeCom app that writes to people and lets them in."""
    require_everything(tx)
    await set_up.set_up_wecom(tx, data, vault_of(platform_of(request).settings))
    return await overview.channels(tx)


@command("/channels/webhook", operation_id="setUpWebhook", permission=CHANNELS_MANAGE, method="PUT")
async def set_up_webhook(tx: Tx, request: HttpRequest, data: JSONBody[SetWebhook]) -> ChannelsOut:
    """Set the organization's own receiver."""
    require_whole(tx, CHANNELS_MANAGE)
    settings = platform_of(request).settings
    await set_up.set_up_webhook(tx, data, vault_of(settings), allow_private=settings.allow_private_push)
    return await overview.channels(tx)


@command("/channels/test", operation_id="testChannel", permission=CHANNELS_MANAGE)
async def test_channel(tx: Tx, request: HttpRequest, data: JSONBody[AskTest]) -> DeliveryRef:
    """Send a test to oneself; the log shows the answer."""
    require_whole(tx, CHANNELS_MANAGE)
    words = test_words(platform_of(request).catalog)
    return DeliveryRef(id=await again.send_test_on(tx, data.channel, words))


@query("/accounts/{account_id:uuid}/reach", operation_id="getReach", permission=CHANNELS_MANAGE)
async def get_reach(tx: ReadTx, account_id: FromPath[UUID]) -> ReachOut:
    """Return how a person is reached."""
    require_whole(tx, CHANNELS_MANAGE)
    return await overview.person(tx, account_id)


@command(
    "/accounts/{account_id:uuid}/wecom-user", operation_id="setWecomUser", permission=CHANNELS_MANAGE, method="PUT"
)
async def set_wecom_user(tx: Tx, account_id: FromPath[UUID], data: JSONBody[SetWeComUser]) -> ReachOut:
    """Set a person's id in the organization's WeCom, by which they are written to and let in."""
    require_everything(tx)
    await set_up.set_wecom_user(tx, account_id, data.user_id)
    await tx.flush()
    return await overview.person(tx, account_id)


CHANNELS = (
    get_channels, set_rules, set_up_wecom, set_up_webhook, test_channel, get_reach, set_wecom_user,
)  # fmt: skip
