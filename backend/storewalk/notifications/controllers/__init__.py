"""The inbox, the browsers that get pushes, the delivery log and the channels over HTTP."""

from litestar import Router

from storewalk.notifications.controllers.channels import CHANNELS
from storewalk.notifications.controllers.inbox import INBOX
from storewalk.notifications.controllers.log import LOG
from storewalk.notifications.controllers.push import PUSH, acknowledge_delivery
from storewalk.notifications.controllers.wecom_login import WECOM_LOGIN

ROUTER = Router("/api", route_handlers=[*INBOX, *PUSH, *LOG, *CHANNELS])
OPEN_ROUTES = (acknowledge_delivery, *WECOM_LOGIN)
