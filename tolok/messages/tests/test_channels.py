"""Setting up channels, on the page and by the actions."""

import stat

import pytest

from tolok.core.problem import RefusedError
from tolok.messages import actions, keys
from tolok.messages.models import EmailChannel, WebhookChannel
from tolok.messages.testing import make_email_channel, make_message, make_webhook_channel
from tolok.organisation.testing import make_agency
from tolok.people.models import Role
from tolok.people.testing import make_user
from tolok.trail.models import AuditEntry

pytestmark = pytest.mark.django_db
Security = EmailChannel.Security
PAGE = "/pengaturan/saluran/"
SECRET = "sandi-yang-panjang"  # noqa: S105


@pytest.fixture
def inside(settings):
    settings.TOLOK_INTERNAL_HOSTS = {"127.0.0.1:25", "localhost:25", "localhost:443"}


def server(**fields):
    usual = {
        "host": "127.0.0.1",
        "port": 25,
        "security": Security.STARTTLS,
        "username": "tolok",
        "sender": "tolok@contoh.id",
    }
    return actions.EmailSettings(**usual | fields)


def refused(rule, act, *args, **kwargs):
    with pytest.raises(RefusedError) as refusal:
        act(*args, **kwargs)
    return [problem.rule for problem in refusal.value.problems] == [rule]


@pytest.mark.usefixtures("inside")
def test_the_password_is_a_file_of_its_owner_and_nowhere_else(client, agency, administrator):
    actions.save_email(agency, server(), password=SECRET, actor=administrator)
    client.force_login(administrator)

    assert keys.password_of(agency) == SECRET
    assert stat.S_IMODE(keys.password_file(agency).stat().st_mode) == 0o600
    assert SECRET not in str(list(EmailChannel.objects.values()))
    assert SECRET not in str(list(AuditEntry.objects.values()))
    assert SECRET not in client.get(PAGE).content.decode()


@pytest.mark.usefixtures("inside")
def test_ps_06_a_password_is_not_sent_to_a_server_it_was_not_typed_for(agency, administrator):
    actions.save_email(agency, server(), password=SECRET, actor=administrator)
    elsewhere = server(host="localhost")

    assert refused("PS-06", actions.save_email, agency, elsewhere, actor=administrator)
    actions.save_email(agency, server(sender="lain@contoh.id"), actor=administrator)
    assert keys.password_of(agency) == SECRET


def test_ps_05_nothing_crosses_the_internet_unencrypted(agency, administrator, monkeypatch):
    monkeypatch.setattr("tolok.messages.guard.addresses_of", lambda *_: ("8.8.8.8",))
    bare = server(host="smtp.contoh.id", security=Security.NONE)

    assert refused("PS-05", actions.save_email, agency, bare, password=SECRET, actor=administrator)


def test_ps_01_without_a_public_address_nothing_leaves_tolok(agency, administrator, settings):
    settings.TOLOK_ADDRESS = ""

    assert refused("PS-01", actions.save_webhook, agency, "https://a.id/", actor=administrator)


@pytest.mark.usefixtures("inside")
def test_the_secret_of_a_webhook_is_shown_once_and_another_time_is_another(
    client, administrator, agency
):
    client.force_login(administrator)

    shown = client.post(f"{PAGE}webhook/", {"url": "https://localhost/ruang/kunci"})

    channel = WebhookChannel.objects.get()
    secret = keys.signing_secret(agency, channel.salt)
    assert secret in shown.content.decode()
    page = client.get(PAGE).content.decode()
    assert secret not in page
    assert "/ruang/kunci" not in page
    assert actions.save_webhook(agency, channel.url, actor=administrator) != secret


def test_an_inner_address_is_refused_on_the_page_with_its_rule(client, administrator):
    client.force_login(administrator)

    response = client.post(f"{PAGE}webhook/", {"url": "https://169.254.169.254/meta"})

    assert response.status_code == 422
    assert "PS-04" in response.content.decode()
    assert not WebhookChannel.objects.exists()


def test_turning_e_mail_off_forgets_the_password(client, agency, administrator):
    make_email_channel(agency)
    keys.keep_password(agency, SECRET)
    client.force_login(administrator)

    client.post(f"{PAGE}surel/matikan/")

    assert not EmailChannel.objects.get().is_on
    assert keys.password_of(agency) == ""


def test_turning_a_webhook_off_leaves_it_in_the_trail(agency, administrator):
    make_webhook_channel(agency)

    actions.turn_off_webhook(agency, actor=administrator)
    actions.turn_off_webhook(agency, actor=administrator)

    assert AuditEntry.objects.filter(event="messages.turn_off_webhook").count() == 1


def test_a_trial_goes_to_the_one_who_asks_for_it(client, agency, administrator, mails):
    make_email_channel(agency, port=mails.server_address[1])
    client.force_login(administrator)

    response = client.post(f"{PAGE}surel/percobaan/", follow=True)

    assert f"Percobaan dikirim ke {administrator.email}" in response.content.decode()
    assert f"To: {administrator.email}" in mails.mails[0]


def test_a_trial_of_a_webhook_calls_it(agency, administrator, webhook):
    make_webhook_channel(agency, webhook.url)

    actions.try_webhook(agency, actor=administrator)

    assert len(webhook.calls) == 1


def test_ps_08_a_trial_that_fails_says_why(client, agency, administrator, webhook):
    make_webhook_channel(agency, f"{webhook.url}/rusak")
    client.force_login(administrator)

    response = client.post(f"{PAGE}webhook/percobaan/")

    assert response.status_code == 422
    assert "PS-08" in response.content.decode()
    assert "menjawab 500" in response.content.decode()


def test_ps_09_what_is_not_set_up_is_not_tried(agency, administrator):
    assert refused("PS-09", actions.try_email, agency, actor=administrator)
    assert refused("PS-09", actions.try_webhook, agency, actor=administrator)


def test_a_form_that_lacks_something_says_so_at_the_field(client, administrator):
    client.force_login(administrator)

    response = client.post(f"{PAGE}surel/", {"host": "", "port": "99999", "security": "tls"})

    assert response.status_code == 422
    assert response.content.decode().count("Kesalahan:") == 1


def test_the_log_shows_the_own_agency_alone(client, agency, administrator, sari):
    other = make_agency("X202")
    for one in (agency, other):
        make_email_channel(one)
    make_message(sari, agency, title="Kabar di sini")
    make_message(make_user(Role.PPK, other), other, title="Kabar di sana")
    client.force_login(administrator)

    page = client.get(f"{PAGE}catatan/?saluran=email&keadaan=waiting").content.decode()

    assert "Kabar di sini" in page
    assert "Kabar di sana" not in page


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.AUDITOR, Role.PPK])
def test_nobody_but_an_administrator_opens_channels(client, agency, role):
    client.force_login(make_user(role, agency))

    assert client.get(PAGE).status_code == 403
    assert client.post(f"{PAGE}webhook/", {"url": "https://a.id/"}).status_code == 403
    assert client.get(f"{PAGE}catatan/").status_code == 403
