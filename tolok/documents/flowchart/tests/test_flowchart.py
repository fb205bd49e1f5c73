"""Flowcharts: pages hold what is on them, and every line goes on where it is cut."""

import io

from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from tolok.documents.flowchart.columns import PAGE_WIDTH, columns, head_heights, upright_names
from tolok.documents.flowchart.layout import laid_out
from tolok.documents.flowchart.measure import lines, text_height
from tolok.documents.flowchart.pages import PAGE_HEIGHT, placed
from tolok.documents.flowchart.picture import cell_picture
from tolok.documents.flowchart.routes import drawn
from tolok.documents.flowchart.steps import Step, edges, goes_on

LANES = ("Koordinator", "Tim Pengumpul Data", "Tim Pengolah Data", "Responden")


def make_step(number="1", *, kind="proses", lane=1, text="Melaksanakan kegiatan", **more):
    facts = {"also": (), "yes_to": "", "no_to": "", "requirements": "", "time": "", "output": ""}
    return Step(text=text, number=number, kind=kind, lane=lane, **(facts | {"remark": ""} | more))


def make_steps(count, **more):
    return tuple(make_step(str(at), **more) for at in range(1, count + 1))


def canvas_of(steps, lanes=LANES):
    page = laid_out(steps, lanes)[0]
    return drawn(steps, placed(steps, lanes), page.columns[2])


def kinds(canvas, row, lane):
    return [part.kind for part in canvas.parts.get((row, lane), ())]


# --- Steps


def test_an_arrow_goes_to_the_nearest_step_of_that_number_before_it():
    steps = (*make_steps(3), make_step("4", kind="keputusan", no_to="2"))

    assert [(edge.source, edge.target, edge.label) for edge in edges(steps)] == [(3, 1, "Tidak")]


def test_a_step_that_jumps_and_the_end_do_not_go_on_to_the_next():
    steps = (make_step("1", yes_to="3"), make_step("2"), make_step("3", kind="selesai"))

    assert [goes_on(steps, at) for at in range(3)] == [False, True, False]


# --- Room


def test_long_words_and_line_ends_take_lines():
    assert lines("satu dua", 1000, 9) == 1
    assert lines("satu\ndua", 1000, 9) == 2
    assert lines("x" * 100, 200, 9) > 5
    assert text_height("", 100, 9) == 0


def test_a_row_is_as_high_as_its_longest_text():
    low, high = make_step(), make_step(text="kata yang panjang " * 40)

    rows = placed((low, high), LANES)

    assert rows[0].height < rows[1].height


def test_a_cell_that_goes_on_over_rows_makes_the_last_of_them_higher():
    long = "Dokumen " * 60
    steps = (make_step("1", requirements=long), make_step("2", requirements=None))

    first, second = placed(steps, LANES)

    assert first.height + second.height >= text_height(long.strip(), 396, 9)


@given(st.lists(st.integers(1, 400), min_size=1, max_size=60))
def test_no_page_is_higher_than_the_paper(lengths):
    steps = tuple(make_step(str(at), text="kata " * long) for at, long in enumerate(lengths))
    fits = [step for step in steps if len(step.text) < 1500]

    rows = placed(tuple(fits), LANES)

    heads = sum(head_heights(LANES))
    for page in {row.page for row in rows}:
        assert heads + sum(row.height for row in rows if row.page == page) <= PAGE_HEIGHT
    assert [row.step for row in rows if row.step is not None] == list(range(len(fits)))


def test_a_cell_that_goes_on_over_a_page_has_room_for_its_text_again():
    long = "Dokumen " * 40
    steps = (make_step("0", requirements=long), *make_steps(9, requirements=None))

    rows = placed(steps, LANES)

    last = [row for row in rows if row.page == 2 and row.place == "step"]
    assert sum(row.height for row in last) >= text_height(long.strip(), 396, 9)


def test_the_columns_fill_the_page_for_one_to_twelve_lanes():
    for lanes in range(1, 13):
        assert sum(columns(lanes).all) == PAGE_WIDTH
        assert columns(lanes).text >= 460


def test_names_run_upwards_only_where_a_word_does_not_fit():
    assert not upright_names(LANES)
    assert upright_names(LANES * 2)


def test_many_connectors_on_a_page_get_room_for_their_words():
    back = (make_step(str(at), kind="keputusan", no_to=str(at - 29)) for at in range(30, 36))

    pages = laid_out((*make_steps(29), *back), LANES)

    row = next(row for page in pages for row in page.rows if row.text.count("penghubung") > 3)
    assert row.height >= text_height(row.text, columns(4).text - 24, 9)


# --- Drawing


def test_each_kind_has_its_symbol():
    steps = (
        make_step("1", kind="mulai"),
        make_step("2", lane=2),
        make_step("3", kind="keputusan", lane=3, no_to="2"),
        make_step("4", kind="selesai"),
    )
    canvas = canvas_of(steps)

    drawn_kinds = [set(kinds(canvas, row, step.lane - 1)) for row, step in enumerate(steps)]

    assert [one - {"line", "arrow", "text"} for one in drawn_kinds] == [
        {"capsule"},
        {"box"},
        {"diamond"},
        {"capsule"},
    ]


def test_two_lanes_that_work_together_have_a_symbol_each():
    canvas = canvas_of((make_step(lane=2, also=(4,)),))

    assert [kinds(canvas, 0, lane).count("box") for lane in range(4)] == [0, 1, 0, 1]


def test_a_page_ends_and_begins_with_the_same_letter():
    pages = laid_out(make_steps(12), LANES)

    out = [part.text for part in pages[0].rows[-1].cells[0].parts if part.kind == "pentagon"]
    into = [part.text for part in pages[1].rows[0].cells[0].parts if part.kind == "pentagon"]

    assert out == into == ["A"]
    assert pages[0].rows[-1].text == "Dilanjutkan ke halaman alir 2, penghubung A"
    assert pages[1].rows[0].text == "Lanjutan dari halaman alir 1, penghubung A"


def test_a_way_back_over_pages_has_a_letter_of_its_own():
    steps = (*make_steps(20), make_step("21", kind="keputusan", no_to="2"))

    pages = laid_out(steps, LANES)

    last, first = pages[-1].rows[0].text, pages[0].rows[-1].text
    assert "ilanjutkan ke halaman alir 1, penghubung C" in last
    assert "lanjutan dari halaman alir 3, penghubung C" in first


def test_a_way_to_an_unknown_step_is_written_out():
    canvas = canvas_of((make_step("1", kind="keputusan", no_to="99"),))

    assert "Tidak: 99" in [part.text for part in canvas.parts[0, 0]]


def test_a_cell_says_in_words_what_it_shows():
    steps = (*make_steps(2), make_step("3", kind="keputusan", no_to="1"), make_step("4"))

    cells = [row.cells[0].words for row in laid_out(steps, LANES)[0].rows]

    assert cells[2] == "Koordinator: keputusan 3; ya ke 4, tidak ke 1"


def test_no_steps_make_no_pages():
    assert laid_out((), LANES) == ()


NUMBERS = st.sampled_from(["", "", "", "1", "3", "7", "12", "20", "99"])
STEPS = st.lists(
    st.builds(
        make_step,
        number=st.integers(1, 25).map(str),
        kind=st.sampled_from(["mulai", "proses", "proses", "keputusan", "selesai"]),
        lane=st.integers(1, 4),
        also=st.lists(st.integers(1, 4), max_size=2).map(tuple),
        yes_to=NUMBERS,
        no_to=NUMBERS,
    ),
    min_size=1,
    max_size=25,
)


@given(STEPS)
def test_a_line_that_leaves_a_cell_goes_on_in_the_next(steps):
    canvas = canvas_of(tuple(steps))
    ends = {
        (row, lane, *end)
        for (row, lane), parts in canvas.parts.items()
        for part in parts
        if part.kind in ("line", "arrow")
        for end in ((part.x, part.y), (part.to_x, part.to_y))
    }

    for row, lane, x, y in ends:
        if x in (0, canvas.lane):
            assert (row, lane + (1 if x else -1), canvas.lane - x, y) in ends
        if y == 0:
            assert (row - 1, lane, x, canvas.rows[row - 1].height) in ends
        elif y == canvas.rows[row].height:
            assert (row + 1, lane, x, 0) in ends


@given(STEPS)
def test_nothing_is_drawn_outside_of_its_cell(steps):
    canvas = canvas_of(tuple(steps))

    for (row, lane), parts in canvas.parts.items():
        assert 0 <= lane < len(LANES)
        for part in parts:
            assert {part.x, part.to_x} <= set(range(canvas.lane + 1))
            assert {part.y, part.to_y} <= set(range(canvas.rows[row].height + 1))


@given(STEPS)
def test_every_letter_stands_twice(steps):
    canvas = canvas_of(tuple(steps))

    letters = [
        part.text for parts in canvas.parts.values() for part in parts if part.kind == "pentagon"
    ]

    assert sorted(letters) == sorted(2 * list(set(letters)))


def test_the_fallback_picture_is_black_on_white_and_as_large_as_the_cell():
    steps = (make_step("1", kind="keputusan", no_to="2"), make_step("2", kind="selesai"))
    cell = laid_out(steps, LANES)[0].rows[0].cells[0]
    parts = [vars(part) for part in cell.parts]

    picture = Image.open(io.BytesIO(cell_picture(parts, (240, 220))))

    assert (picture.size, picture.mode) == ((566, 519), "1")
    assert picture.histogram()[0] > 1000
