"""What a comment ignores, what evc.toml weighs, and what neither can."""

import pytest
from tests.checking.sense import found, rubric, severities, write
from tests.reading.form.files import put

from evc.checking.settings import Misconfigured, Settings, read_settings
from evc.checking.suppression import ignores_in
from evc.diagnostics import CODES, Severity

VAGUE = "Has good command."
HIGH = ("criteria", 0, "levels", "high")


def with_comment(tmp_path, comment, descriptor=VAGUE, before=""):
    """A rubric with one descriptor, and a comment behind it."""
    text = f"criteria:\n  - id: A\n    title: A\n    levels:\n{before}      high: {descriptor}  {comment}\n"
    folder = write(tmp_path, o=text)
    return [(code, at) for code, _, at in found(folder)]


@pytest.mark.parametrize(
    ("comment", "expected"),
    [
        ("", ["EVC602"]),
        ("# evc: ignore[EVC602] from the national framework", []),
        ("#evc:ignore[EVC602] from the national framework", []),
        ("# evc: ignore [ EVC602 , EVC602 ] twice", []),
        ("# see A-07; evc: ignore[EVC602] not how it is written", ["EVC602"]),
        ("# evc: ignore[EVC602]", ["EVC901"]),  # without its reason: that is said, and nothing else
        ("# evc: ignore[EVC601] another", ["EVC602", "EVC902"]),
        ("# evc: ignore[EVC602, EVC405] one of two", ["EVC902"]),
        ("# evc: ignore[EVC6022] a slip", ["EVC602", "EVC903"]),
        ("# evc: ignore[EVC204] an error of form", ["EVC602", "EVC903"]),
        ("# evc: ignore everything", ["EVC602", "EVC903"]),
        ("# evc: ignore[] nothing", ["EVC602", "EVC903"]),
        ("# evc: ignored by nobody", ["EVC602"]),
    ],
)
def test_a_comment_ignores_what_stands_on_its_line(tmp_path, comment, expected):
    assert sorted(code for code, _ in with_comment(tmp_path, comment)) == expected


def test_a_comment_on_another_line_ignores_nothing(tmp_path):
    before = "      # evc: ignore[EVC602] one line too high\n"
    assert sorted(code for code, _ in with_comment(tmp_path, "", before=before)) == ["EVC602", "EVC902"]


def test_a_comment_behind_the_sign_of_a_block_text(tmp_path):
    levels = "      high: >-  # evc: ignore[EVC602] by law\n        Good command\n        of it.\n"
    text = f"criteria:\n  - id: A\n    title: A\n    levels:\n{levels}"
    assert found(write(tmp_path, o=text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "'# evc: ignore[EVC602] a text'",
        "a#evc: ignore[EVC602] a text",
        "|\n  # evc: ignore[EVC602] a text",
        ">-\n  one\n  # evc: ignore[EVC602] a text\n\n  two",
        '"one\n  # evc: ignore[EVC602] a text"',
    ],
)
def test_a_text_that_looks_like_a_comment_is_none(text):
    assert list(ignores_in("o.yml", f"title: {text}\nnext: x\n".encode())) == []


@pytest.mark.parametrize(
    "data", [b"", b"[", b"\xff# evc: ignore[EVC602] x", b"\xef\xbb\xbfa: b # evc: ignore[EVC602] x"]
)
def test_any_bytes_are_read(data):
    assert [each.codes for each in ignores_in("o.yml", data)] in ([], [("EVC602",)])


def test_a_column_counts_code_points():
    (ignore,) = ignores_in("o.yml", "\ufefftitle: 𝄞é  # evc: ignore[EVC602] x\r\n".encode())
    assert (ignore.spot.line, ignore.spot.column, ignore.reason) == (1, 12, "x")


def test_an_error_of_sense_can_be_ignored_and_one_of_form_cannot(tmp_path):
    sense = "evidence:\n  variation: {types: 16}  # evc: ignore[EVC411] on purpose\n"
    assert found(write(tmp_path, o=sense)) == []
    form = "decision: {at_least: 5}  # evc: ignore[EVC401] on purpose\n"
    assert [code for code, _, _ in found(write(tmp_path, o=form))] == ["EVC401"]


def test_while_form_is_wrong_nothing_is_said_of_comments(tmp_path):
    assert [code for code, _ in with_comment(tmp_path, "# evc: ignore[EVC405] x\nversion:", "Asks on.")] == ["EVC205"]


def test_thousands_of_comments_take_no_time(tmp_path):
    lines = "".join(f"      l{number}: {VAGUE}  # evc: ignore[EVC602] x\n" for number in range(5000))
    put(tmp_path, "o.yml", rubric(f"criteria:\n  - id: A\n    title: A\n    levels:\n{lines}"))
    assert {code for code, _, _ in found(tmp_path)} == {"EVC405"}


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("error", {"EVC602": Severity.ERROR}),
        ("warning", {"EVC602": Severity.WARNING}),
        ("note", {"EVC602": Severity.NOTE}),
        ("off", {}),
    ],
)
def test_settings_weigh_a_code(tmp_path, word, expected):
    folder = write(tmp_path, o=f"criteria: [{{id: A, title: A, levels: {{high: {VAGUE}}}}}]")
    put(tmp_path, "evc.toml", f'[severity]\nEVC602 = "{word}"\n')
    settings = read_settings(tmp_path)
    assert isinstance(settings, Settings)
    assert severities(folder, settings=settings) == expected


def test_a_comment_about_a_code_that_is_off_is_no_mistake(tmp_path):
    text = f"criteria:\n  - id: A\n    title: A\n    levels:\n      high: {VAGUE}  # evc: ignore[EVC602] x\n"
    assert found(write(tmp_path, o=text), settings=Settings({"EVC602": None})) == []


NOTE = Settings({"EVC602": Severity.NOTE})


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({}, Settings()),
        ({"evc.toml": ""}, Settings()),
        ({"evc.toml": "[severity]"}, Settings()),
        ({"evc.toml": '[severity]\nEVC602 = "note"'}, NOTE),
        ({"../evc.toml": '[severity]\nEVC602 = "note"'}, NOTE),
        ({"evc.toml": "", "../evc.toml": '[severity]\nEVC602 = "note"'}, Settings()),  # the nearest
        ({"pyproject.toml": '[tool.evc.severity]\nEVC602 = "note"'}, NOTE),
        ({"evc.toml": '[severity]\nEVC602 = "note"', "pyproject.toml": "[tool.evc]\nx = 1"}, NOTE),
        ({"pyproject.toml": "[tool.other]\nevc = 1", "../evc.toml": '[severity]\nEVC602 = "note"'}, NOTE),
        ({"pyproject.toml": "tool = 3 # evc", "../evc.toml": '[severity]\nEVC602 = "note"'}, NOTE),
        ({"pyproject.toml": "[broken evc", "../evc.toml": '[severity]\nEVC602 = "note"'}, NOTE),  # another's fault
    ],
)
def test_the_nearest_settings_hold(tmp_path, files, expected):
    here = tmp_path / "here"
    here.mkdir()
    for name, text in files.items():
        put(here, name, text)
    assert read_settings(here) == expected


@pytest.mark.parametrize(
    ("text", "message", "known"),
    [
        ('severty = "x"', "settings.unknown-key", ("severity",)),
        ("[severity]\nEVC60 = 'note'", "settings.unknown-code", None),
        ("[severity]\nevc602 = 'note'", "settings.unknown-code", ("EVC602",)),
        ("[severity]\nEVC602 = 'waning'", "settings.bad-severity", ("warning",)),
        ("[severity]\nEVC602 = 'zzz'", "settings.bad-severity", ("error", "warning", "note", "off")),
        ("[severity]\nEVC602 = false", "settings.bad-severity", None),
        ("[severity]\nEVC303 = 'note'", "settings.form", ()),
        ("[severity]\nEVC901 = 'off'", "settings.form", ()),
        ("severity = 'off'", "settings.no-table", ()),
        ("[severity", "settings.not-toml", ()),
        ("[severity]\nEVC602 = 'note'\nEVC602 = 'off'", "settings.not-toml", ()),
    ],
)
def test_wrong_settings_say_what_was_meant(tmp_path, text, message, known):
    put(tmp_path, "evc.toml", text)
    wrong = read_settings(tmp_path)
    assert isinstance(wrong, Misconfigured)
    assert wrong.message == message
    assert known is None or wrong.known == known


def test_a_tool_table_that_is_none(tmp_path):
    put(tmp_path, "pyproject.toml", "[tool]\nevc = 3\n")
    wrong = read_settings(tmp_path)
    assert isinstance(wrong, Misconfigured)
    assert wrong.message == "settings.no-table"


def test_settings_that_cannot_be_read(tmp_path):
    (tmp_path / "evc.toml").mkdir()
    wrong = read_settings(tmp_path)
    assert isinstance(wrong, Misconfigured)
    assert wrong.message == "settings.unreadable"


def test_every_check_that_is_no_form_can_be_weighed(tmp_path):
    free = [code for code in CODES if CODES[code][1] is not Severity.ERROR]
    put(tmp_path, "evc.toml", "[severity]\n" + "".join(f'{code} = "off"\n' for code in (*free, "EVC411")))
    assert read_settings(tmp_path) == Settings(dict.fromkeys((*free, "EVC411")))
