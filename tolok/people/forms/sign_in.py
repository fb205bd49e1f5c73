from typing import Any, Final

from django import forms
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm

from tolok.people.models import User

CHOOSING_HINT: Final = (
    "Sedikitnya 12 karakter dan tidak mudah ditebak. Empat kata sembarang mudah diingat."
)


class SignInForm(AuthenticationForm):
    """Sign-in by e-mail address, which counts the same with any capitals, also for the lock-out."""

    error_messages = {
        **AuthenticationForm.error_messages,
        "invalid_login": (
            "Alamat surel atau kata sandi tidak cocok. Periksa ejaannya, lalu coba lagi."
        ),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label = "Alamat surel"
        self.fields["password"].label = "Kata sandi"

    def clean_username(self) -> str:
        return str(self.cleaned_data["username"]).strip().lower()


class PasswordForm(PasswordChangeForm):
    """One's own new password, in the words of our other pages."""

    error_messages = {
        **PasswordChangeForm.error_messages,
        "password_incorrect": "Kata sandi lama tidak cocok. Tuliskan sekali lagi.",
        "password_mismatch": "Tidak sama dengan kata sandi baru di atasnya.",
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        old, new, again = (
            self.fields[name] for name in ("old_password", "new_password1", "new_password2")
        )
        old.label, new.label, again.label = (
            "Kata sandi lama",
            "Kata sandi baru",
            "Kata sandi baru, sekali lagi",
        )
        new.help_text = CHOOSING_HINT
        again.help_text = ""


class ChooseForm(forms.Form):
    """A password chosen by a one-time link; whether it is good enough the action says."""

    password = forms.CharField(
        label="Kata sandi baru",
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
        help_text=CHOOSING_HINT,
    )
    again = forms.CharField(
        label="Kata sandi baru, sekali lagi",
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
    )

    def clean_again(self) -> str:
        again: str = self.cleaned_data["again"]
        if again != self.cleaned_data.get("password"):
            raise forms.ValidationError("Tidak sama dengan kata sandi baru di atasnya.")
        return again


class CodeForm(forms.Form):
    """The code an authenticator shows, or one of the recovery codes."""

    code = forms.CharField(
        label="Kode",
        max_length=20,
        widget=forms.TextInput({"autocomplete": "one-time-code"}),
    )


class OwnPasswordForm(forms.Form):
    """Asked again before something that protects the account is taken off."""

    password = forms.CharField(
        label="Kata sandi Anda",
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "current-password"}),
    )

    def __init__(self, user: User, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_password(self) -> str:
        typed: str = self.cleaned_data["password"]
        if not self.user.check_password(typed):
            raise forms.ValidationError("Kata sandi tidak cocok. Tuliskan sekali lagi.")
        return typed
