import pytest
from django.core.paginator import Paginator
from django.template import Context, Template
from django.template.loader import render_to_string
from django.test import RequestFactory

from tolok.core.problem import Problem
from tolok.ui.parts import Count, Progress


def shown(source, address="/paket/", **context):
    request = RequestFactory().get(address)
    template = Template("{% load components formats abbreviations %}" + source)
    return template.render(Context({"request": request, **context}))


def partial(name, address="/paket/", **context):
    return render_to_string(f"ui/{name}.html", context, RequestFactory().get(address))


def test_a_status_is_a_word_with_a_shape():
    html = shown('{% status "near" "Mendekati" %}')

    assert "Mendekati</span>" in html
    assert 'href="#near"' in html


def test_a_status_of_unknown_kind_is_a_bug():
    with pytest.raises(ValueError, match="no such status"):
        shown('{% status "green" "Baik" %}')


def test_a_table_is_named_and_can_be_scrolled_by_keyboard():
    html = shown("{% table name %}<tbody></tbody>{% endtable %}", name="Berkas & baris")

    assert 'aria-label="Berkas &amp; baris" tabindex="0"' in html
    assert "<tbody></tbody>" in html


def test_a_cell_carries_its_label_for_the_phone_and_escapes_what_it_shows():
    html = shown('{% cell "Isi sel" "num c2" %}{{ text }}{% endcell %}', text="<b>")

    assert html == '<td data-l="Isi sel" class="num c2"><span>&lt;b&gt;</span></td>'


@pytest.mark.parametrize(
    ("address", "link", "sorted_as"),
    [
        ("/paket/?cari=jalan&halaman=3", "?cari=jalan&amp;urut=nilai", ""),
        ("/paket/?urut=nilai", "?urut=-nilai", ' aria-sort="ascending"'),
        ("/paket/?urut=-nilai", "?urut=nilai", ' aria-sort="descending"'),
    ],
)
def test_a_head_sorts_keeps_the_filters_and_starts_at_the_first_page(address, link, sorted_as):
    html = shown('{% sort_head "Nilai" "nilai" %}', address)

    assert html == f'<th scope="col"{sorted_as}><a class="sort" href="{link}">Nilai</a></th>'


def test_pages_keep_the_filters_and_say_which_rows_are_shown():
    page = Paginator(range(1234), 50).get_page(3)

    html = partial("pagination", "/paket/?cari=jalan&halaman=3", page=page, unit="paket")

    assert "101–150 dari 1.234 paket" in html  # noqa: RUF001 (as printed)
    assert 'href="?cari=jalan&amp;halaman=4" rel="next"' in html
    assert 'aria-current="page"><span class="vh">Halaman </span>3<' in html


def test_a_single_page_has_no_way_to_others():
    page = Paginator(range(3), 50).get_page(1)

    html = partial("pagination", page=page, unit="paket")

    assert "dari 3 paket" in html
    assert "<ul>" not in html


def test_an_abbreviation_is_written_out_once_on_a_page():
    html = shown('{% abbr "HPS" %}, {% abbr "HPS" %}')

    assert html == (
        'harga perkiraan sendiri (HPS), <abbr title="harga perkiraan sendiri">HPS</abbr>'
    )


def test_a_new_page_writes_it_out_again():
    assert shown('{% abbr "HPS" %}') == shown('{% abbr "HPS" %}')


def test_an_abbreviation_nobody_explained_is_a_bug():
    with pytest.raises(KeyError):
        shown('{% abbr "XYZ" %}')


def test_problems_say_where_what_and_which_rule_and_take_the_focus():
    problems = (Problem("F-01", "TENDER 7.csv, baris 12", "Nilai <kontrak> melebihi HPS."),)

    html = partial("problems", problems=problems)

    assert "<b>TENDER 7.csv, baris 12</b>: Nilai &lt;kontrak&gt; melebihi HPS." in html
    assert "F-01" in html
    assert "autofocus" in html


def test_steps_say_what_is_done_and_where_one_is():
    html = partial("steps", steps="Unggah, Baca, Periksa", now=2, label="Kemajuan")

    assert html.count('<li class="done">') == 1
    assert '<li aria-current="step"><span>2</span><span class="word">Baca</span>' in html


def test_counts_are_links_where_there_is_something_to_see():
    html = partial("tally", counts=(Count("Baru", 1845, "#baru"), Count("Sama", 3)))

    assert '<a href="#baru">Baru</a></dt><dd>1.845</dd>' in html
    assert "<dt>Sama</dt><dd>3</dd>" in html


def test_work_that_runs_asks_again_and_work_that_ended_does_not():
    work = {"label": "Membaca", "doing": "TENDER 7.csv", "done": 1, "total": 4, "unit": "berkas"}
    running = Progress(**work, href="/impor/3/")
    ended = Progress(**work, href="/impor/3/", running=False)

    assert 'hx-get="/impor/3/" hx-trigger="every 1s"' in partial("progress", progress=running)
    assert "hx-get" not in partial("progress", progress=ended)
    assert 'http-equiv="refresh"' in partial("reload", progress=running)
    assert 'http-equiv="refresh"' not in partial("reload", progress=ended)


def test_work_of_unknown_length_shows_no_share():
    work = Progress("Membaca", "arsip.zip", 0, None, "berkas", "/impor/3/")

    assert " max=" not in partial("progress", progress=work)


def test_what_loses_much_is_confirmed_by_typing():
    ask = {"id": "batal", "button": "Batalkan", "action": "/batal/", "title": "Batalkan?"}

    assert 'required pattern="BATALKAN"' in partial("confirm", **ask, typed="BATALKAN")
    assert "pattern" not in partial("confirm", **ask)


def test_an_empty_page_says_why_and_what_next():
    html = partial(
        "empty", title="Belum ada paket", why="Impor dahulu.", action="Impor", href="/i/"
    )

    assert "Belum ada paket" in html
    assert "Impor dahulu." in html
    assert '<a class="btn pri" href="/i/">Impor</a>' in html
