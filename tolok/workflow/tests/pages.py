"""How the tests of pages ask for one: by the name of its address."""

from django.urls import reverse


def page(client, name, *args, **query):
    return client.get(reverse(f"workflow:{name}", args=args), query)


def send(client, name, *args, **data):
    return client.post(reverse(f"workflow:{name}", args=args), data)
