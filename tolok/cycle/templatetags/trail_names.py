from django import template

from tolok.cycle.events import name_of

register = template.Library()
register.filter("event_name", name_of)
