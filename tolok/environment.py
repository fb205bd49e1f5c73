"""What differs between machines, read from the environment; a wrong value stops the start.

TOLOK_HOME        folder of everything Tolok keeps; default: in the user's data directory
DATABASE_URL      postgresql://user:password@host:5432/name; default: SQLite in TOLOK_HOME
TOLOK_HOSTS       host names people use, comma-separated; default: this machine only
TOLOK_BIND        address `tolok serve` listens on; default 127.0.0.1
TOLOK_HTTPS       1 when a proxy in front of Tolok speaks HTTPS
TOLOK_ADDRESS     public address that documents print with a QR, kinerja.contoh.go.id; default: none
TOLOK_INTERNAL_HOSTS  mail servers and webhooks inside the network, host:port, comma-separated
TOLOK_SECRET_KEY  default: TOLOK_HOME/secret_key, which `tolok init` writes
TOLOK_DEBUG       1 shows errors in the page
TOLOK_DEMO        1 allows what is refused otherwise, on this machine alone
"""

import ipaddress
import os
import re
import secrets
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

import django
from django.core.exceptions import ImproperlyConfigured

from tolok.core.problem import Problem, RefusedError

SHORTEST_SECRET = 50  # characters; what Django's own security check asks
PUBLIC_ADDRESS = re.compile(r"[A-Za-z0-9.-]+(:[0-9]{1,5})?(/[A-Za-z0-9._~-]+)*")
INTERNAL_HOST = re.compile(r"([a-z0-9.-]+|\[[0-9a-f:.]+\]):([0-9]{1,5})")
LOOPBACK_HOSTS = ("localhost", "127.0.0.1", "[::1]")

# IMMEDIATE takes the write lock at the start of a transaction instead of failing in its middle;
# WAL lets people read while another writes; FULL keeps an answered request over a power cut.
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=20000;",
}


def home(environment: Mapping[str, str], *, platform: str = sys.platform) -> Path:
    """TOLOK_HOME, or where this operating system keeps a user's data."""
    if given := environment.get("TOLOK_HOME"):
        return Path(given).expanduser().resolve()
    if platform == "win32":
        return Path(environment.get("LOCALAPPDATA", Path.home() / "AppData" / "Local")) / "tolok"
    if platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "tolok"
    return Path(environment.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "tolok"


def secret_key(environment: Mapping[str, str], home: Path) -> str:
    """The key that signs sessions; "" before `tolok init`, and Django then refuses to sign."""
    if given := environment.get("TOLOK_SECRET_KEY"):
        return given
    kept = home / "secret_key"
    return kept.read_text().strip() if kept.is_file() else ""


def write_secret_key(home: Path) -> None:
    """A new key only its owner may read; a key that is there stays, or everyone is signed out."""
    kept = home / "secret_key"
    if not kept.exists():
        kept.touch(mode=0o600)
        kept.write_text(secrets.token_urlsafe(SHORTEST_SECRET))


def start_django() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tolok.settings")
    django.setup()


def prepare_home() -> Path:
    """TOLOK_HOME with its key, Django started, and the tables as this version wants them."""
    folder = home(os.environ)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_secret_key(folder)
    start_django()
    from django.core.management import call_command  # noqa: PLC0415  not before Django starts

    call_command("migrate", verbosity=0)
    return folder


def refuse_unprepared() -> None:
    """H-01: a command came before `tolok init`."""
    folder = home(os.environ)
    if not secret_key(os.environ, folder):
        raise RefusedError(
            Problem(
                "H-01",
                str(folder),
                "Folder data ini belum disiapkan. Jalankan dahulu `tolok init`, atau arahkan "
                "TOLOK_HOME ke folder yang benar.",
            )
        )


def database(url: str, home: Path) -> dict[str, Any]:
    """Django's description of the database that DATABASE_URL names."""
    if not url:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": home / "db.sqlite3",
            "OPTIONS": SQLITE_OPTIONS,
        }
    parts = urlsplit(url)
    if parts.scheme not in ("postgres", "postgresql"):
        raise ImproperlyConfigured(
            "DATABASE_URL harus berbentuk postgresql://pengguna:sandi@host:5432/nama "
            "(kosongkan untuk memakai SQLite)."
        )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        # Without a pool a new connection per request costs three quarters of the throughput.
        "OPTIONS": {"pool": True, **dict(parse_qsl(parts.query))},
    }


def hosts(environment: Mapping[str, str]) -> list[str]:
    given = [host.strip() for host in environment.get("TOLOK_HOSTS", "").split(",")]
    return [host for host in given if host] or list(LOOPBACK_HOSTS)


def public_address(environment: Mapping[str, str]) -> str:
    """Host, and a path where there is one, without scheme; what the QR of a document leads to."""
    given = environment.get("TOLOK_ADDRESS", "").strip().removeprefix("https://").rstrip("/")
    if given and not PUBLIC_ADDRESS.fullmatch(given):
        raise ImproperlyConfigured(
            "TOLOK_ADDRESS harus alamat HTTPS yang dibuka umum, misalnya kinerja.contoh.go.id, "
            f"bukan {given!r}."
        )
    return given


def internal_hosts(environment: Mapping[str, str]) -> frozenset[str]:
    """Places inside the network that messages may go to although nobody outside reaches them."""
    given = environment.get("TOLOK_INTERNAL_HOSTS", "").lower().split(",")
    hosts = [host.strip() for host in given if host.strip()]
    if wrong := [host for host in hosts if not INTERNAL_HOST.fullmatch(host)]:
        raise ImproperlyConfigured(
            "TOLOK_INTERNAL_HOSTS harus berisi host dan porta, misalnya smtp.kantor.lan:25, bukan "
            f"{wrong[0]!r}."
        )
    return frozenset(host.replace("[", "").replace("]", "") for host in hosts)


def flag(environment: Mapping[str, str], name: str) -> bool:
    value = environment.get(name, "0")
    if value not in ("0", "1"):
        raise ImproperlyConfigured(f"{name} harus 0 atau 1, bukan {value!r}.")
    return value == "1"


def is_loopback(bind: str) -> bool:
    """Whether only this machine itself can reach the address."""
    if bind == "localhost":
        return True
    try:
        return ipaddress.ip_address(bind.strip("[]")).is_loopback
    except ValueError:
        return False


def refuse_unsafe(environment: Mapping[str, str], *, secret: str, allowed: Sequence[str]) -> None:
    """A careless setting stops the start; only a demo on this machine may be careless."""
    if flag(environment, "TOLOK_DEMO"):
        if not is_loopback(environment.get("TOLOK_BIND", "127.0.0.1")):
            raise ImproperlyConfigured(
                "TOLOK_DEMO=1 hanya boleh dilayani pada 127.0.0.1. Ubah TOLOK_BIND atau hapus "
                "TOLOK_DEMO."
            )
        return
    if secret and len(secret) < SHORTEST_SECRET:
        raise ImproperlyConfigured(
            f"Kunci rahasia bawaan atau terlalu pendek: paling sedikit {SHORTEST_SECRET} "
            "karakter acak. Hapus TOLOK_SECRET_KEY agar dibuatkan oleh `tolok init`."
        )
    if flag(environment, "TOLOK_DEBUG"):
        raise ImproperlyConfigured(
            "TOLOK_DEBUG=1 memperlihatkan isi program kepada pengunjung. Hapus TOLOK_DEBUG."
        )
    if any("*" in host or host.startswith(".") for host in allowed):
        raise ImproperlyConfigured(
            "TOLOK_HOSTS tidak boleh memuat tanda * atau awalan titik. Tuliskan nama host "
            "lengkap, misalnya kinerja.contoh.go.id."
        )
