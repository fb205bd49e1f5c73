from tolok.messages.models.channels import EmailChannel, WebhookChannel
from tolok.messages.models.choices import Choice
from tolok.messages.models.deliveries import Delivery
from tolok.messages.models.messages import Message

__all__ = ["Choice", "Delivery", "EmailChannel", "Message", "WebhookChannel"]
