"""The second factor: an authenticator app, and codes for the day the phone is lost."""

from __future__ import annotations

from datetime import datetime

from django.db import models

from tolok.people.models.users import User


class SecondFactor(models.Model):
    """A person's authenticator (TOTP, RFC 6238).

    The secret is not kept: it follows from `salt` and the server's own key, so a copy of the
    database alone lets nobody make codes.
    """

    user = models.OneToOneField(User, models.CASCADE, related_name="second_factor")
    salt = models.CharField(max_length=64)
    confirmed_at = models.DateTimeField("dipasang", null=True, blank=True)

    # A code counts once; guessing is put off
    last_step = models.BigIntegerField(default=0)  # the time step of the last code that counted
    failures = models.PositiveSmallIntegerField(default=0)
    locked_until = models.DateTimeField("ditunda sampai", null=True, blank=True)

    def __str__(self) -> str:
        return f"faktor kedua {self.user}"

    def is_locked(self, now: datetime) -> bool:
        return self.locked_until is not None and now < self.locked_until


class RecoveryCode(models.Model):
    """Opens once in place of the authenticator; only its hash is kept."""

    user = models.ForeignKey(User, models.CASCADE, related_name="recovery_codes")
    code_hash = models.CharField(max_length=64)
    used_at = models.DateTimeField("dipakai", null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "code_hash"], name="one_recovery_code_each"),
        ]

    def __str__(self) -> str:
        return f"kode cadangan {self.user}"
