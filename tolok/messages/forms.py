"""What people fill in about channels."""

from typing import Any

from django import forms

from tolok.messages.actions import EmailSettings
from tolok.messages.models import Choice, Delivery, EmailChannel

LARGEST_PORT = 65535


class EmailForm(forms.ModelForm):  # type: ignore[type-arg]  # none when it runs
    """The server, and its password, which is never shown; the action saves, not the form."""

    port = forms.IntegerField(label="Porta", min_value=1, max_value=LARGEST_PORT, initial=587)
    password = forms.CharField(
        label="Kata sandi",
        required=False,
        strip=False,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text="Tidak pernah ditampilkan lagi. Kosongkan agar yang tersimpan tetap dipakai.",
    )

    class Meta:
        model = EmailChannel
        fields = ("host", "port", "security", "username", "sender")
        help_texts = {
            "host": "Misalnya smtp.contoh.go.id.",
            "username": "Kosongkan bila server tidak memintanya.",
            "sender": "Tampil sebagai pengirim, misalnya tolok@contoh.go.id.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sender"].widget.attrs["autocomplete"] = "off"
        self.order_fields(["host", "port", "security", "username", "password", "sender"])

    @property
    def wanted(self) -> EmailSettings:
        given = self.cleaned_data
        return EmailSettings(
            host=given["host"].strip(),
            port=given["port"],
            security=EmailChannel.Security(given["security"]),
            username=given["username"].strip(),
            sender=given["sender"],
        )


class WebhookForm(forms.Form):
    """Only to be set anew: the address may hold a key, so it is not shown."""

    url = forms.CharField(
        label="Alamat webhook",
        max_length=500,
        widget=forms.URLInput(attrs={"autocomplete": "off"}),
        help_text="Diawali https://. Tolok mengirim JSON berisi judul dan tautan saja.",
    )


class ChoiceForm(forms.Form):
    rhythm = forms.ChoiceField(
        label="Surel", choices=Choice.Rhythm.choices, widget=forms.RadioSelect
    )


class LogFilter(forms.Form):
    keadaan = forms.ChoiceField(
        label="Keadaan", required=False, choices=[("", "Semua"), *Delivery.Status.choices]
    )
    saluran = forms.ChoiceField(
        label="Saluran", required=False, choices=[("", "Semua"), *Delivery.Channel.choices]
    )
