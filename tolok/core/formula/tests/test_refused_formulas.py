"""What is refused, with its rule and a sentence that names the offending piece."""

import pytest

from tolok.core.formula import read_filter, read_formula
from tolok.core.formula.testing import make_dictionary

DICTIONARY = make_dictionary()


@pytest.mark.parametrize(
    ("text", "rule", "names"),
    [
        ("", "F-01", "kosong"),
        ("   \n", "F-01", "kosong"),
        ("sum(hps)" + " + 0" * 600, "F-02", "2408 huruf"),
        ("sum(hps)\u00a0", "F-03", "U+00A0"),
        ("sum(hps) + 5 *", "F-04", "tidak terbaca"),
        ("sum(hps", "F-04", "tidak terbaca"),
        ("nilai_kontrak sum(hps)", "F-04", "sum"),
        ("sum(hps); sum(pagu)", "F-05", ";"),
        ("sum(hps) -- jumlah", "F-05", "--"),
        ("5--sum(hps)", "F-05", "jarak"),
        ("sum(hps) || 'a'", "F-07", "|"),
        ("sum(cast(hps as text))", "F-07", "CAST"),
        ("median(hps)", "F-08", "median"),
        ("max(hps)", "F-08", "greatest"),
        ("sum(grestest(hps, 0))", "F-08", "greatest"),
        ("sum(month(tgl_bast))", "F-08", "bulan"),
        ("sum(nilai_kontrk)", "F-09", "nilai_kontrak"),
        ("sum(kolom_rahasia)", "F-09", "kolom_rahasia"),
        ("sum(hari(tgl_bast))", "F-10", "hari(sampai, dari)"),
        ("sum(bulan(hps))", "F-10", "bulan(tanggal)"),
        ("sum(greatest(hps))", "F-10", "greatest(a, b)"),
        ("sum(abs(status))", "F-10", "abs(angka)"),
        ("sum(status)", "F-10", "sum(angka atau uang)"),
        ("sum(hari(tanggal(2025, 3, 31), tgl_bast))", "F-10", "tanggal(tahun_anggaran, 3, 31)"),
        ("sum(hari(tanggal(tahun_anggaran, 2, 29), tgl_bast))", "F-10", "tanggal("),
        ("sum(hps + tgl_bast)", "F-11", "uang dan tanggal"),
        ("sum(tgl_bast - tgl_kontrak)", "F-11", "hari(sampai, dari)"),
        ("sum(hps * pagu)", "F-11", "uang dan uang"),
        ("sum(hps + jumlah_penawar)", "F-11", "uang dan angka"),
        ("count(case when status > 'a' then 1 end)", "F-12", "selesai"),
        ("count(case when nama_satker > 'a' then 1 end)", "F-11", "teks"),
        ("count(case when status = 'Selesai' then 1 end)", "F-12", "Mungkin maksudnya selesai"),
        ("count(case when status in ('selesai', 'batal') then 1 end)", "F-12", "batal"),
        ("count(case when tgl_bast < '31-03-2025' then 1 end)", "F-13", "31-03-2025"),
        ("count(case when tgl_bast < '2025-02-30' then 1 end)", "F-13", "2025-02-30"),
        ("sum(hps * 1234567890123456)", "F-14", "1234567890123456"),
        ("sum(hps * 0.12345)", "F-14", "0.12345"),
        ("sum(hps * 1e5)", "F-14", "1e5"),
        ("sum(hps * 0.1234 * 0.1234)", "F-14", "0.1234"),
        ("sum(hps * (999999999 * 999999999))", "F-14", "999999999"),
        ("sum(sum(hps))", "F-15", "sum(hps)"),
        ("hps", "F-16", "sum(hps)"),
        ("100", "F-16", "100"),
        ("sum(hps) + pagu", "F-16", "pagu"),
        ("sum(hps) * sum(pagu)", "F-17", "pembilang"),
        ("sum(hps) / sum(pagu) / sum(hps)", "F-17", "pembilang"),
        ("sum(hps) + 1", "F-17", "pembilang"),
        ("sum(hps) / sum(pagu) + sum(hps) / count(*)", "F-17", "pembilang"),
        ("1 / sum(hps)", "F-17", "pembilang"),
        ("sum(hps / pagu)", "F-18", "hps / pagu"),
        ("sum(hps) / 0", "F-18", "nol"),
        ("sum(hps) + count(*)", "F-19", "uang"),
        ("count(case when hps then 1 end)", "F-20", "hps"),
        ("sum(greatest(case when hps > 1 then hps end, 0))", "F-21", "else"),
        ("sum(case status when 'selesai' then 1 end)", "F-07", "CASE"),
        ("count(case when hps > 1 then 1 else 0 end)", "F-22", "else"),
    ],
)
def test_a_formula_is_refused_by_its_rule_and_told_why(text, rule, names):
    problems = read_formula(text, DICTIONARY)

    assert isinstance(problems, tuple), problems
    assert [problem.rule for problem in problems] == [rule]
    assert names in problems[0].message


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("hps", "F-20"),
        ("sum(hps) > 1", "F-15"),
        ("status = 'selesai' and", "F-04"),
        ("hps > 1 or 5", "F-20"),
        ("not hps", "F-20"),
        ("hps is 5", "F-07"),
        ("kontrak_selesai is true", "F-07"),
        ("hps in ()", "F-07"),
        ("hps in (pagu)", "F-07"),
        ("hps = null", "F-07"),
        ("hps between 'a' and 'b'", "F-11"),
        ("status between 'gagal' and 'selesai'", "F-11"),
        ("kontrak_selesai > true", "F-11"),
    ],
)
def test_a_filter_is_refused_by_its_rule(text, rule):
    problems = read_filter(text, DICTIONARY)

    assert isinstance(problems, tuple), problems
    assert {problem.rule for problem in problems} == {rule}


def test_all_mistyped_fields_are_told_at_once():
    problems = read_formula("sum(hpss) / sum(pagoe)", DICTIONARY)

    assert [problem.rule for problem in problems] == ["F-09", "F-09"]
    assert "hps?" in problems[0].message
    assert "pagu?" in problems[1].message


@pytest.mark.parametrize(
    "attack",
    [
        "(select 1)",
        "sum((select max(hps) from snapshot))",
        "sum(hps) from snapshot",
        "sum(hps) union select 1",
        "with x as (select 1) select 2",
        "exists(select 1)",
        "count(case when hps in (select 1) then 1 end)",
        "read_csv('/etc/passwd')",
        "sum(read_csv('/etc/passwd'))",
        "sum(read_text('/etc/passwd'))",
        "count(distinct getenv('HOME'))",
        "sum(system('ls'))",
        "current_setting('home')",
        "sum(sleep(9))",
        "pg_sleep(9)",
        "ATTACH 'x.db'",
        "COPY snapshot TO 'x.csv'",
        "PRAGMA database_list",
        "INSTALL httpfs",
        "SET memory_limit='1TB'",
        "DROP TABLE snapshot",
        "CALL pragma_version()",
        "sum(hps) /* */",
        "/* */ sum(hps)",
        "sum(hps) # x",
        "sum(hps);drop table snapshot",
        "sum(hps) over ()",
        "sum(hps) filter (where true)",
        "sum(hps order by pagu)",
        "sum(distinct hps)",
        "sum(all hps)" * 2,
        "count(distinct hps, pagu)",
        "count(hps, pagu)",
        "sum(*)",
        "coalesce(*)",
        "*",
        "snapshot.*",
        "sum(snapshot.hps)",
        "sum(main.snapshot.hps)",
        'sum("hps")',
        "sum(`hps`)",
        "sum([hps])",
        "sum({'a': hps})",
        "sum(hps::int)",
        "sum(try_cast(hps as int))",
        "sum(cast('2025-01-01' as timestamp))",
        "sum(extract(year from tgl_bast))",
        "sum(if(true, hps, 0))",
        "sum(hps ** 9)",
        "9**9**9",
        "sum(hps) ^ 2",
        "sum(hps % 2)",
        "sum(hps << 2)",
        "sum(~jumlah_penawar)",
        "count(case when nama_satker like '%a%' then 1 end)",
        "count(case when nama_satker similar to 'a' then 1 end)",
        "count(case when nama_satker ~ 'a' then 1 end)",
        "count(case when nama_satker glob 'a' then 1 end)",
        "count(case when hps = any(pagu) then 1 end)",
        "count(case when hps is distinct from pagu then 1 end)",
        "count(case when nama_satker collate nocase = 'a' then 1 end)",
        "sum(hps) as jumlah",
        "sum(hps), sum(pagu)",
        "sum(?)",
        "sum($1)",
        "sum(:hps)",
        "sum(@hps)",
        "x -> x + 1",
        "sum(lambda x: x)",
        "sum(hps) at time zone 'x'",
        "current_date",
        "now()",
        "random()",
        "sum(interval '1 day')",
        "sum(hps) + 0x1F",
        "sum(hps) + 1_000",
        "sum(hps) + x'41'",
        "sum(hps) + U&'\\0041'",
        "sum(hps) + '\\'",
        "sum(\uff48\uff50\uff53)",
        "sum(\u04bbps)",
        "sum(hps\u200b)",
        "sum(hps\u202e)",
        "sum(hps)\x00",
        "count(case when nama_satker = '\u202eabc' then 1 end)",
        "count(case when nama_satker = '\x07' then 1 end)",
        "count(case when nama_satker = 'a\\' then 1 end)",
        "sum(٣)",
        "'unclosed",
        "(" * 500 + "hps" + ")" * 500,
        "sum(" * 40 + "hps" + ")" * 40,
        "- " * 500 + "sum(hps)",
        "not " * 400 + "kontrak_selesai",
        "case when " * 100,
        "+".join(["sum(hps)"] * 200),
        "sum(" + "greatest(" * 5 + "hps" + ", 1)" * 5 + ")",
        "sum(hps)" + "(" * 13,
        "a" * 1999,
        "hps" + " is not null" * 120,
        "kill 1",
        "describe snapshot",
        "show tables",
        "explain select 1",
        "values (1)",
        "begin",
    ],
)
@pytest.mark.parametrize("read", [read_formula, read_filter])
def test_no_attack_gets_past_the_gate(attack, read):
    problems = read(attack, DICTIONARY)

    assert isinstance(problems, tuple), problems
    assert all(problem.rule.startswith("F-") and problem.message for problem in problems)


def test_deep_nesting_is_told_as_such():
    for text in ("(" * 20 + "hps" + ")" * 20, "not " * 20 + "kontrak_selesai"):
        assert read_filter(text, DICTIONARY)[0].rule == "F-06"
