from django.apps import AppConfig


class MessagesConfig(AppConfig):
    name = "tolok.messages"
    label = "tolok_messages"  # Django's own app for the words above a page has the shorter one
