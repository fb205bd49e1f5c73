"""What comes by e-mail, and when: each person for themselves."""

from django.db import transaction

from tolok.messages.models import Choice
from tolok.people.models import User
from tolok.trail.record import record


@transaction.atomic
def choose(person: User, rhythm: Choice.Rhythm) -> Choice:
    """For messages from now on; what waits already goes as it was chosen then."""
    person = User.objects.select_for_update().get(pk=person.pk)
    choice = Choice.objects.of(person)
    before = choice.get_rhythm_display()
    choice.rhythm = rhythm
    choice.save()
    record(
        "messages.choose",
        actor=person,
        subject=f"Pengguna {person.email}",
        before={"surel": before},
        after={"surel": rhythm.label},
    )
    return choice
