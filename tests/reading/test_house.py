"""The folder of a house style: theme.yml field by field, its colours, its logo, and which files may stand there."""

import os
from pathlib import Path

import pytest

from evc.diagnostics import Spot
from evc.model.colours import NAMES, STATUSES, contrast, tint, weakest
from evc.model.house import House, Logo, Shade, Signer
from evc.reading.house import read_house, read_theme
from evc.reading.limits import MAX_LOGO_BYTES, MAX_TEMPLATE_BYTES
from evc.reading.loaded import Loaded
from evc.reporting.environment import TEMPLATES

KNOWN = {"advice.html.j2": b"<p>\n", "parts/signatures.html.j2": b"<h2>\n", "theme.css": b"p{}\n", "advice.docx": b"PK"}
PNG = b"\x89PNG\r\n\x1a\n" + bytes(8)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'
HEAD = "format: evc/theme@1\n"
WHOLE = """format: evc/theme@1
institution: Hogeschool Voorbeeld
department: Examencommissie
language: en
logo: {file: logo.png, alt: Een boom}
colours:
  accent: {light: "#0A4A6B", dark: "#8accec"}
footer: Postbus 1
signatories:
  - {role: voorzitter, name: mr. J. Postma}
  - {role: secretaris}
"""


def folder(tmp_path: Path, files: dict[str, bytes | str]) -> Path:
    home = tmp_path / "huis"
    home.mkdir()
    for name, data in files.items():
        path = home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return home


def read(tmp_path: Path, files: dict[str, bytes | str]) -> Loaded[House]:
    return read_house(folder(tmp_path, files), KNOWN)


def found(tmp_path: Path, files: dict[str, bytes | str]) -> list[tuple[str, str, int, int]]:
    """Code, file and place of each problem."""
    loaded = read(tmp_path, files)
    return [(each.problem.code, Path(each.problem.file).name, *each.spot[:2]) for each in loaded.diagnostics()]


def test_every_field(tmp_path: Path) -> None:
    house = read(tmp_path, {"theme.yml": WHOLE, "logo.png": PNG}).value
    assert house == House(
        "Hogeschool Voorbeeld",
        {},
        department="Examencommissie",
        logo=Logo("image/png", PNG, "Een boom"),
        colours={"accent": Shade("#0a4a6b", "#8accec")},
        footer="Postbus 1",
        signers=(Signer("voorzitter", "mr. J. Postma"), Signer("secretaris")),
        language="en",
        place=(tmp_path / "huis").as_posix(),
    )


def test_nothing_is_a_house_too(tmp_path: Path) -> None:
    house = read(tmp_path, {}).value
    assert house is not None
    assert (house.institution, dict(house.templates), house.logo) == (None, {}, None)


def test_who_cannot_see_the_logo_hears_the_institution(tmp_path: Path) -> None:
    house = read(tmp_path, {"theme.yml": HEAD + "institution: H\nlogo: {file: a.png}\n", "a.png": PNG}).value
    assert house is not None
    assert house.logo is not None
    assert house.logo.alt == "H"


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("institution: x", "EVC204", 1, 1),
        ("format: evc/theme@2", "EVC202", 1, 9),
        ("format: evc/rubric@1", "EVC201", 1, 9),
        (HEAD + "instelling: x", "EVC203", 2, 1),
        (HEAD + "institution: 12", "EVC206", 2, 14),
        (HEAD + "institution: a\ninstitution: b", "EVC107", 3, 1),
        (HEAD + "institution: &a x", "EVC109", 2, 14),
        (HEAD + "institution: |\n  a\n  b", "EVC213", 2, 14),
        (HEAD + "language: fr", "EVC217", 2, 11),
        (HEAD + "footer:", "EVC205", 2, 1),
        (HEAD + "signatories: []", "EVC211", 2, 14),
        (HEAD + "signatories: [{name: x}]", "EVC204", 2, 15),
        (HEAD + 'signatories: [{role: " "}]', "EVC212", 2, 22),
        (HEAD + "colours: {}", "EVC211", 2, 10),
        (HEAD + "colours: {red: {light: '#000000', dark: '#ffffff'}}", "EVC203", 2, 11),
        (HEAD + "colours: {met: {light: '#000000'}}", "EVC204", 2, 11),
        (HEAD + "colours: {met: {light: blauw, dark: '#ffffff'}}", "EVC221", 2, 24),
        (HEAD + "colours: {met: {light: '#000', dark: '#ffffff'}}", "EVC221", 2, 24),
        (HEAD + "colours:\n  met:\n    light: #000000\n    dark: '#ffffff'", "EVC205", 4, 5),
        (HEAD + "logo: {file: ../logo.png}", "EVC918", 2, 14),
        (HEAD + "logo: {file: logo.gif}", "EVC918", 2, 14),
        (HEAD + "logo: {file: logo.png}", "EVC918", 2, 14),
        (HEAD + "logo: {}", "EVC204", 2, 1),
    ],
)
def test_what_is_wrong_in_a_theme(tmp_path: Path, text: str, code: str, line: int, column: int) -> None:
    assert found(tmp_path, {"theme.yml": text}) == [(code, "theme.yml", line, column)]


def test_a_colour_without_quotes_is_told_apart(tmp_path: Path) -> None:
    (problem,) = read(tmp_path, {"theme.yml": HEAD + "colours: {met: {dark: '#ffffff', light: }}"}).problems
    assert problem.data["kind"] == "colour"


def test_a_theme_by_itself_says_the_same(tmp_path: Path) -> None:
    home = folder(tmp_path, {"theme.yml": WHOLE, "logo.png": PNG, "nergens.html.j2": "x"})
    assert read_theme(home / "theme.yml").value is not None
    assert read_house(home, KNOWN).value is None


@pytest.mark.parametrize(
    ("name", "light", "dark", "pale"),
    [
        ("accent", "#0a4a6b", "#8accec", []),
        ("accent", "#747474", "#8accec", [("light-wash", "4.3")]),
        ("accent", "#ffff00", "#8accec", [("light-wash", "1.0")]),
        ("met", "#0a4a6b", "#333333", [("dark-wash", "1.3")]),
        ("met", "#6f6f6f", "#8accec", [("light-tint", "4.3")]),
        ("open", "#ff0000", "#8a2be2", [("light-tint", "3.2"), ("dark-tint", "2.6")]),
        ("part", "#000000", "#ffffff", []),
        ("not", "#ffffff", "#000000", [("light-paper", "1.0"), ("dark-tint", "1.1")]),
    ],
)
def test_contrast(tmp_path: Path, name: str, light: str, dark: str, pale: list[tuple[str, str]]) -> None:
    """On the ground where it is read worst: paper, wash, or the status's own tint."""
    theme = f'{HEAD}colours:\n  {name}: {{light: "{light}", dark: "{dark}"}}\n'
    problems = read(tmp_path, {"theme.yml": theme}).problems
    assert [(each.data["kind"], each.data["found"]) for each in problems] == pale
    assert [each.at for each in problems] == [("colours", name, str(kind).partition("-")[0]) for kind, _ in pale]


def test_contrast_is_that_of_wcag() -> None:
    """The worked examples of WCAG's own tools."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)
    assert contrast("#ffffff", "#777777") == contrast("#777777", "#ffffff")
    assert contrast("#0000ff", "#ffffff") == pytest.approx(8.59, abs=0.005)
    assert contrast("#abcdef", "#abcdef") == 1


def test_the_colours_of_evc_can_be_read() -> None:
    css = (TEMPLATES / "theme.css").read_text("utf-8")
    for name in NAMES:
        light, dark = (part.partition(f"--{name}:")[2][:7] for part in css.split("prefers-color-scheme:dark", 1))
        assert weakest(name, light, "light")[1] >= 4.5
        assert weakest(name, dark, "dark")[1] >= 4.5
    assert tint("#000000", "light") != "#ffffff"
    assert set(STATUSES) < set(NAMES)


LOGOS = [
    ("logo.png", PNG, None),
    ("logo.jpg", b"\xff\xd8\xff\xe0", None),
    ("logo.jpeg", b"\xff\xd8\xff\xe0", None),
    ("logo.svg", SVG.format('<path d="M0 0h9"/>'), None),
    ("logo.svg", SVG.format('<defs><g id="a"/></defs><use xlink:href="#a"/><rect fill="url(#a)"/>'), None),
    ("logo.svg", SVG.format("<style>.a{fill:#123456}</style>"), None),
    ("logo.svg", SVG.format('<image href="data:image/png;base64,AAAA"/>'), None),
    ("logo.png", b"\xff\xd8\xff\xe0", "other-kind"),
    ("logo.png", SVG.format(""), "other-kind"),
    ("logo.svg", PNG, "no-xml"),
    ("logo.svg", "", "no-xml"),
    ("logo.svg", "<svg>", "no-svg"),
    ("logo.svg", "<svg/>", "no-svg"),
    ("logo.svg", "<html/>", "no-svg"),
    ("logo.svg", SVG.format("<script>alert(1)</script>"), "script"),
    ("logo.svg", SVG.format('<g onload="alert(1)"/>'), "script"),
    ("logo.svg", SVG.format("<foreignObject/>"), "element"),
    ("logo.svg", SVG.format('<a href="#x"/>'), "element"),
    ("logo.svg", SVG.format('<animate attributeName="href"/>'), "element"),
    ("logo.svg", SVG.format('<image href="https://a.example/x.png"/>'), "outside"),
    ("logo.svg", SVG.format('<image xlink:href="//a.example/x.png"/>'), "outside"),
    ("logo.svg", SVG.format('<image href="data:image/svg+xml;base64,AAAA"/>'), "outside"),
    ("logo.svg", SVG.format('<use href="x.svg#a"/>'), "outside"),
    ("logo.svg", SVG.format('<rect fill="url(https://a.example)"/>'), "outside"),
    ("logo.svg", SVG.format('<rect style="fill:url( x.svg )"/>'), "outside"),
    ("logo.svg", SVG.format("<style>@im<!-- -->port 'x.css';</style>"), "outside"),
    ("logo.svg", '<?xml-stylesheet href="x.css"?>' + SVG.format(""), "instruction"),
    ("logo.svg", '<!DOCTYPE svg [<!ENTITY a "aaaa">]>' + SVG.format("&a;"), "doctype"),
    ("logo.svg", '<!DOCTYPE svg SYSTEM "x.dtd">' + SVG.format(""), "doctype"),
]


@pytest.mark.parametrize(("name", "data", "kind"), LOGOS)
def test_a_logo(tmp_path: Path, name: str, data: bytes | str, kind: str | None) -> None:
    loaded = read(tmp_path, {"theme.yml": f"{HEAD}logo: {{file: {name}}}\n", name: data})
    assert [(each.code, each.data["kind"]) for each in loaded.problems] == ([] if kind is None else [("EVC918", kind)])


def test_a_fault_in_a_logo_is_pointed_at(tmp_path: Path) -> None:
    drawn = SVG.format("\n\n<script/>\n")
    (problem,) = read(tmp_path, {"theme.yml": HEAD + "logo: {file: a.svg}\n", "a.svg": drawn}).problems
    assert problem.file.endswith("a.svg")
    assert problem.spot == Spot(3, 1, 2)


def test_a_logo_beyond_its_bound(tmp_path: Path) -> None:
    theme = HEAD + "logo: {file: a.png}\n"
    (problem,) = read(tmp_path, {"theme.yml": theme, "a.png": PNG + bytes(MAX_LOGO_BYTES)}).problems
    assert (problem.code, problem.data["kind"], problem.at) == ("EVC918", "too-large", ("logo", "file"))


def test_what_replaces_and_what_is_the_same(tmp_path: Path) -> None:
    files: dict[str, bytes | str] = {
        "advice.html.j2": KNOWN["advice.html.j2"],
        "parts/signatures.html.j2": "<h2>anders",
        "own/brief.html.j2": "x",
        "own/brief.md.j2": "y",
    }
    house = read(tmp_path, files).value
    assert house is not None
    assert sorted(house.templates) == ["own/brief.html.j2", "own/brief.md.j2", "parts/signatures.html.j2"]


def test_what_any_folder_has_is_passed_over(tmp_path: Path) -> None:
    names = (".git/config", ".DS_Store", "Thumbs.db", "README.md", "LICENSE", "schemas/theme.schema.json", "oud.png")
    loaded = read(tmp_path, dict.fromkeys(names, "x"))
    assert loaded.problems == ()


@pytest.mark.parametrize(
    ("name", "data", "kind", "near"),
    [
        ("signatures.html.j2", "x", "unknown", "parts/signatures.html.j2"),
        ("parts/signature.html.j2", "x", "unknown", "parts/signatures.html.j2"),
        ("part/signatures.html.j2", "x", "unknown", "parts/signatures.html.j2"),
        ("advice.html", "x", "unknown", "advice.html.j2"),
        ("thema.yml", "x", "unknown", "theme.yml"),
        ("iets.txt", "x", "unknown", None),
        ("own/Groot.html.j2", "x", "unknown", None),
        ("own/x.py", "x", "unknown", None),
        ("theme.yaml", HEAD, "two", None),
        ("advice.html.j2", b"\xff\xfe", "not-text", None),
        ("advice.html.j2", "a\0b", "not-text", None),
        ("theme.css", "x" * (MAX_TEMPLATE_BYTES + 1), "too-large", None),
        ("parts/dieper/x.html.j2", "x", "folder", None),
    ],
)
def test_what_may_not_stand_there(tmp_path: Path, name: str, data: bytes | str, kind: str, near: str | None) -> None:
    loaded = read(tmp_path, {"theme.yml": HEAD, name: data})
    (problem,) = loaded.problems
    assert loaded.value is None
    assert (problem.code, problem.data["kind"], problem.data.get("near")) == ("EVC917", kind, near)


@pytest.mark.skipif(not hasattr(os, "symlink") or os.name == "nt", reason="links need rights on Windows")
@pytest.mark.parametrize("name", ["advice.html.j2", "theme.yml", "logo.png", "parts", "own"])
def test_links_are_not_followed(tmp_path: Path, name: str) -> None:
    outside = tmp_path / "buiten"
    outside.mkdir()
    (outside / "x").write_text(HEAD)
    home = folder(tmp_path, {} if name == "theme.yml" else {"theme.yml": HEAD + "logo: {file: logo.png}\n"})
    if name not in {"logo.png", "theme.yml"}:
        (home / "logo.png").write_bytes(PNG)
    (home / name).symlink_to(outside if name in {"parts", "own"} else outside / "x")
    loaded = read_house(home, KNOWN)
    assert loaded.value is None
    assert {each.data["kind"] for each in loaded.problems} == {"symlink"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_does_not_hang(tmp_path: Path) -> None:
    home = folder(tmp_path, {})
    os.mkfifo(home / "advice.html.j2")
    (problem,) = read_house(home, KNOWN).problems
    assert (problem.code, problem.data["kind"]) == ("EVC917", "device")


def test_a_folder_of_something_else(tmp_path: Path) -> None:
    loaded = read(tmp_path, {f"f{number}.txt": "x" for number in range(300)})
    assert [each.data["kind"] for each in loaded.problems] == ["too-many"]
