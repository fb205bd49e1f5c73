"""All settings, in one file. What differs between machines comes from `tolok/environment.py`."""

import os
from datetime import timedelta

from csp.constants import NONE, SELF

from tolok import environment

# Where it runs
TOLOK_HOME = environment.home(os.environ)
SECRET_KEY = environment.secret_key(os.environ, TOLOK_HOME)
DEBUG = environment.flag(os.environ, "TOLOK_DEBUG")
ALLOWED_HOSTS = environment.hosts(os.environ)
HTTPS = environment.flag(os.environ, "TOLOK_HTTPS")
DEMO = environment.flag(os.environ, "TOLOK_DEMO")
TOLOK_ADDRESS = environment.public_address(os.environ)
TOLOK_INTERNAL_HOSTS = environment.internal_hosts(os.environ)
environment.refuse_unsafe(os.environ, secret=SECRET_KEY, allowed=ALLOWED_HOSTS)

# What it is made of
ROOT_URLCONF = "tolok.urls"
WSGI_APPLICATION = "tolok.wsgi.application"
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "axes",
    "django_htmx",
    "django_q",
    "tolok.ui",
    "tolok.trail",
    "tolok.organisation",
    "tolok.people",
    "tolok.cycle",
    "tolok.messages",
    "tolok.registry",
    "tolok.enrolment",
    "tolok.measurement",
    "tolok.archive",
    "tolok.workflow",
    "tolok.reminders",
    "tolok.planning",
    "tolok.outreach",
    "tolok.dashboards",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.gzip.GZipMiddleware",  # adds random bytes: BREACH learns nothing
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "tolok.ui.http.NoZeroBytesMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "tolok.people.http.AtWorkMiddleware",
    "tolok.people.http.NotStoredMiddleware",
    "tolok.cycle.http.ChosenYearMiddleware",
    "tolok.people.permissions.RoleRequiredMiddleware",
    "axes.middleware.AxesMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "tolok.cycle.http.frame",
                "tolok.messages.http.frame",
            ]
        },
    }
]

# What it keeps
DATABASES = {"default": environment.database(os.environ.get("DATABASE_URL", ""), TOLOK_HOME)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
CACHES = {
    "default": {  # counts of questions to the public page; nothing that must outlive a process
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    }
}
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "tolok.ui.finders.NodeModulesFinder",
]
STATIC_URL = "static/"
STATIC_ROOT = TOLOK_HOME / "static"  # made again by `tolok serve`; not part of a backup

# What it takes in: a folder of tables is uploaded file by file
DATA_UPLOAD_MAX_NUMBER_FILES = 1000

# Who may come in
AUTH_USER_MODEL = "people.User"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["name", "email"]},
    },
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
    {"NAME": "tolok.people.passwords.ContextWordsValidator"},
]
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",  # first: it stops who has guessed too often
    "django.contrib.auth.backends.ModelBackend",
]
LOGIN_URL = "people:sign_in"
LOGIN_REDIRECT_URL = "/"
SESSION_COOKIE_AGE = 12 * 60 * 60  # seconds: a working day
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]  # nobody locks a colleague out elsewhere
AXES_LOCKOUT_TEMPLATE = "people/locked.html"
AXES_USERNAME_FORM_FIELD = "username"
AXES_RESET_ON_SUCCESS = True
AXES_DISABLE_ACCESS_LOG = True  # sign-ins are in the audit trail
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False

# What the browser is told
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
# Other hosts learn nothing. "no-referrer" would: browsers then send `Origin: null` with every
# form, which the protection against forged requests must refuse.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS] if HTTPS else []
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"

# How it speaks
LANGUAGE_CODE = "id"
TIME_ZONE = "Asia/Jakarta"
USE_TZ = True
FORM_RENDERER = "tolok.ui.forms.Renderer"

# What runs behind the pages
Q_CLUSTER = {
    "name": "tolok",
    "orm": "default",
    "workers": 1,
    "timeout": 300,
    "retry": 360,
    "max_attempts": 3,
    "catch_up": False,
}
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "filters": {"without_tokens": {"()": "tolok.logs.WithoutTokens"}},
    "handlers": {
        "stderr": {
            "class": "logging.StreamHandler",
            "formatter": "plain",
            "filters": ["without_tokens"],
        }
    },
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {"django": {"handlers": [], "level": "WARNING", "propagate": True}},
}
