"""Settings as a process gets them: read from its environment at the start."""

import pytest

from tests.commands import tolok


@pytest.fixture
def settings_with():
    """`settings_with(TOLOK_HTTPS=1)`: the lines of Django's own `diffsettings`."""

    def read(**environment):
        answer = tolok("diffsettings", "--all", TOLOK_SECRET_KEY="k" * 50, **environment)
        assert answer.code == 0, answer.err
        return answer.out

    return read


def test_behind_https_cookies_and_browsers_stay_with_https(settings_with):
    settings = settings_with(TOLOK_HTTPS=1, TOLOK_HOSTS="kinerja.contoh.go.id")

    assert "SECURE_HSTS_SECONDS = 31536000" in settings
    assert "SESSION_COOKIE_SECURE = True" in settings
    assert "CSRF_COOKIE_SECURE = True" in settings
    assert "CSRF_TRUSTED_ORIGINS = ['https://kinerja.contoh.go.id']" in settings


def test_without_https_a_forwarded_header_is_not_believed(settings_with):
    settings = settings_with()

    assert "SECURE_HSTS_SECONDS = 0" in settings
    assert "SECURE_PROXY_SSL_HEADER = None" in settings
    assert "### DEBUG = False" in settings


def test_database_url_switches_to_postgresql(settings_with):
    settings = settings_with(DATABASE_URL="postgresql://tolok@localhost/kinerja")

    assert "django.db.backends.postgresql" in settings
    assert "'pool': True" in settings
