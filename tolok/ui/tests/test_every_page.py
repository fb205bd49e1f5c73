"""What holds for every template and stylesheet of the project."""

import json
import re
from pathlib import Path

import pytest
from django.template.loader import render_to_string

import tolok
from tolok.ui.charts import theme
from tolok.ui.glossary import abbreviations, names

ROOT = Path(tolok.__file__).parent
TEMPLATES = sorted(ROOT.glob("*/templates/**/*.html"))
STATIC = ROOT / "ui" / "static" / "ui"
COMMENT = re.compile(r"{% comment %}.*?{% endcomment %}|{#.*?#}", re.DOTALL)
CODE = re.compile(r"{%.*?%}|{{.*?}}|<[^>]*>", re.DOTALL)
CAPITALS = re.compile(r"\b[A-Z]{3,}\b")


def source(template):
    return COMMENT.sub("", template.read_text(encoding="utf-8"))


def relative(path):
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("template", TEMPLATES, ids=relative)
def test_no_template_has_a_style_or_a_script_of_its_own(template):
    html = source(template)

    assert not re.search(r"\sstyle=|<style|\son[a-z]+=|javascript:", html)
    assert not re.search(r"<script(?![^>]*\ssrc=)", html)


@pytest.mark.parametrize("template", TEMPLATES, ids=relative)
def test_every_word_in_capitals_is_in_the_glossary(template):
    words = set(CAPITALS.findall(CODE.sub(" ", source(template))))

    assert words <= abbreviations().keys() | names()


@pytest.mark.parametrize(
    "template", sorted((ROOT / "ui/templates/ui").glob("*.html")), ids=relative
)
def test_every_partial_says_how_it_is_used(template):
    assert "{% comment %}" in template.read_text(encoding="utf-8").partition("<")[0]


def test_only_the_tokens_name_a_colour():
    for sheet in ("tolok.css", "forms.css"):
        assert not re.search(r"#[0-9a-fA-F]{3,8}\b|rgb\(", (STATIC / sheet).read_text())


def test_charts_have_the_colours_of_the_tokens():
    tokens = (STATIC / "tokens.css").read_text().partition("@media")[0]
    inks = {"ink": theme.INK, "ink-2": theme.INK_2, "line-2": theme.LINE}
    inks |= {"accent": theme.ACCENT, "accent-mid": theme.ACCENT_MID, "surface": theme.SURFACE}

    for token, ink in inks.items():
        assert f"--{token}: {ink};" in tokens


def test_every_class_of_a_chart_is_in_the_stylesheet():
    sheet = (STATIC / "tolok.css").read_text()

    for name in filter(None, theme.CLASSES.values()):
        assert f".{name.replace(' ', '.')} {{" in sheet


def test_htmx_is_told_to_keep_to_the_content_policy():
    settings = json.loads(render_to_string("ui/htmx_config.json"))

    assert settings["includeIndicatorStyles"] is False
    assert settings["allowEval"] is False
    assert settings["selfRequestsOnly"] is True


@pytest.mark.parametrize("page", ["403.html", "403_csrf.html", "404.html", "500.html"])
def test_an_error_page_stands_without_any_context(page):
    html = render_to_string(page)

    assert "<h1>" in html
    assert "None" not in html
