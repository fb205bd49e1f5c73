"""What all rules have in common."""

from tolok.registry.corrections.moved import RULE as MOVED
from tolok.registry.derivation.testing import derive_from
from tolok.registry.findings.rules import BY_CODE, RULES


def test_every_rule_has_a_code_of_its_own():
    assert len(BY_CODE) == len(RULES)
    assert MOVED.code not in BY_CODE


def test_no_rule_doubts_nothing():
    assert derive_from({}).doubts == ()


def test_the_same_rows_raise_the_same_doubts_whatever_file_and_order_they_came_in():
    tenders = [{"kd_tender": "91", "hps": 1001}, {"kd_tender": "92", "kd_pkt_dce": "2"}]
    awards = [{"kd_tender": "92", "nilai_kontrak": 9000}]
    first = derive_from({"SPSE-TenderPengumuman": tenders, "SPSE-TenderSelesaiNilai": awards})

    again = derive_from(
        {
            "SPSE-TenderPengumuman": [row | {"_berkas": "other"} for row in reversed(tenders)],
            "SPSE-TenderSelesaiNilai": awards,
        }
    )

    assert fingerprints(first) == fingerprints(again)
    assert len(fingerprints(first)) == len(first.doubts) > 1


def test_another_value_is_another_doubt():
    (before,) = derive_from({"SPSE-TenderPengumuman": [{"hps": 1001}]}).of_rule("P-15")
    (after,) = derive_from({"SPSE-TenderPengumuman": [{"hps": 1002}]}).of_rule("P-15")

    assert before.fingerprint != after.fingerprint


def test_messages_print_money_and_dates_as_people_read_them():
    found = derive_from({"SPSE-TenderPengumuman": [{"hps": 1234567, "pagu": 1000000}]})

    (doubt,) = found.of_rule("P-15")
    assert doubt.message == "HPS Rp1.234.567,00 di atas pagu Rp1.000.000,00. Periksa keduanya."


def fingerprints(found):
    return {doubt.fingerprint for doubt in found.doubts}
