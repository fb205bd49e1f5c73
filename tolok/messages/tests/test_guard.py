"""T17: through a channel nobody reaches what only the server reaches."""

import socket

import pytest

from tolok.core.problem import RefusedError
from tolok.messages import guard
from tolok.messages.calling import place_of


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "127.1",
        "0x7f.1",
        "2130706433",
        "0.0.0.0",  # noqa: S104  an address to refuse
        "10.0.0.1",
        "172.20.1.1",
        "192.168.0.1",
        "169.254.169.254",
        "::1",
        "::ffff:127.0.0.1",
        "fd00::1",
        "localhost",
    ],
)
def test_ps_04_what_lies_inside_is_not_reached_however_it_is_written(host):
    with pytest.raises(RefusedError) as refusal:
        guard.connect(host, 443)

    assert refusal.value.problems[0].rule == "PS-04"


def test_a_name_with_one_public_and_one_inner_address_is_not_reached(monkeypatch):
    answer = [(2, 1, 6, "", (address, 443)) for address in ("8.8.8.8", "127.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: answer)

    with pytest.raises(RefusedError, match="di dalam jaringan"):
        guard.connect("dua-muka.contoh.id", 443)


def test_the_name_is_asked_once_and_the_connection_goes_to_the_address_that_was_checked(
    monkeypatch,
):
    asked, reached = [], []

    def resolve(host, port, **_):
        asked.append(host)
        return [(2, 1, 6, "", ("8.8.8.8" if len(asked) == 1 else "127.0.0.1", port))]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    monkeypatch.setattr(socket, "create_connection", lambda place, _: reached.append(place))

    guard.connect("berganti.contoh.id", 443)

    assert asked == ["berganti.contoh.id"]
    assert reached == [("8.8.8.8", 443)]


def test_ps_03_a_name_without_an_address_is_told(monkeypatch):
    """PS-03."""

    def unknown(*_, **__):
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", unknown)

    with pytest.raises(RefusedError, match="tidak ditemukan"):
        guard.addresses_of("tidak-ada.contoh.id", 443)


def test_a_place_inside_is_reached_where_the_servers_own_settings_name_it(settings):
    settings.TOLOK_INTERNAL_HOSTS = {"localhost:25"}

    assert guard.addresses_of("LOCALHOST", 25)
    with pytest.raises(RefusedError):
        guard.addresses_of("localhost", 26)


@pytest.mark.parametrize(
    "url",
    [
        "http://contoh.id/",
        "ftp://contoh.id/",
        "file:///etc/passwd",
        "https://",
        "https://sari:rahasia@contoh.id/",
        "https://contoh.id:99999/",
        "https://contoh.id/\r\nX-Lain: 1",
        "https://contoh.id/a b",
        "//contoh.id/",
        "",
    ],
)
def test_ps_02_only_a_whole_https_address_without_a_password_is_called(url):
    with pytest.raises(RefusedError) as refusal:
        place_of(url)

    assert refusal.value.problems[0].rule == "PS-02"
