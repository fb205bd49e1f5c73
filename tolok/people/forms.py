from django.contrib.auth.forms import AuthenticationForm


class SignInForm(AuthenticationForm):
    """Sign-in by e-mail address, which counts the same with any capitals, also for the lock-out."""

    def clean_username(self) -> str:
        return str(self.cleaned_data["username"]).strip().lower()
