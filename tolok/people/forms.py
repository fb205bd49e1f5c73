from typing import Any

from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm


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
        new.help_text = (
            "Sedikitnya 12 karakter dan tidak mudah ditebak. Empat kata sembarang mudah diingat."
        )
        again.help_text = ""
