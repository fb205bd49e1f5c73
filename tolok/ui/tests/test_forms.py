import re
from pathlib import Path

from django import forms
from django.template.loader import render_to_string

TOLOK = Path(__file__).parents[2]


class Correction(forms.Form):
    nilai = forms.CharField(label="Nilai yang benar", help_text="Rupiah.")
    catatan = forms.CharField(label="Catatan", required=False)
    cara = forms.ChoiceField(label="Cara", widget=forms.RadioSelect, choices=[("a", "A")])
    nomor = forms.IntegerField(widget=forms.HiddenInput)


def test_a_field_has_its_label_then_its_hint_then_itself():
    html = str(Correction()["nilai"].as_field_group())

    order = [html.index(part) for part in ("<label", "Rupiah.", "<input")]
    assert order == sorted(order)
    assert 'aria-describedby="id_nilai_helptext"' in html


def test_what_may_stay_empty_says_so():
    assert "boleh kosong" in str(Correction()["catatan"].as_field_group())


def test_wrong_input_is_told_at_the_field_and_in_the_summary_with_the_same_words():
    html = str(Correction({"catatan": "x", "nomor": "y"}))

    words = "Bidang ini tidak boleh kosong."
    assert f'<a href="#id_nilai">Nilai yang benar: {words}</a>' in html
    assert f'id="id_nilai_error"><p>{words}</p>' in html
    assert "nomor" in html.partition("</ul>")[0]  # a hidden field has no place of its own


def test_every_line_of_the_summary_leads_to_something_on_the_page():
    html = str(Correction({}))

    targets = re.findall(r'href="#([^"]+)"', html)
    assert targets
    assert all(f'id="{target}"' in html for target in targets)


def test_the_title_of_a_page_with_errors_says_so():
    right = render_to_string("ui/base.html", {"form": Correction()})
    wrong = render_to_string("ui/base.html", {"form": Correction({})})

    assert "<title>Kesalahan: " in wrong
    assert "Kesalahan" not in right


def test_every_form_of_ours_says_itself_what_is_wrong():
    """The browser's own words come in the browser's language, and lead nowhere."""
    form = re.compile(r"<form\b((?:[^>{]|{%.*?%}|{{.*?}})*)>(.*?)</form>", re.DOTALL)
    ours = re.compile(r"{{ *\w*form\w* *}}|{{ *steps\.\w+ *}}|\w+\.as_field_group")
    silent = [
        path.name
        for path in TOLOK.glob("*/**/templates/**/*.html")
        for head, body in form.findall(path.read_text())
        if 'method="post"' in head and "novalidate" not in head and ours.search(body)
    ]

    assert silent == []
