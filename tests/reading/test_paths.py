"""Evidence paths are judged by their syntax, before any file is touched, the same on every system (DESIGN §3)."""

import pytest

from evc.reading.paths import is_device_name, path_problem


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("bewijs/verklaring.pdf", None),
        ("verklaring met spaties (1).pdf", None),
        ("é/ü.pdf", None),
        (".hidden/file", None),
        (" leading", None),
        ("a/~b", None),
        ("a[1].pdf", None),
        ("a" * 255, None),
        ("", "empty"),
        ("/etc/passwd", "absolute"),
        ("C:/x", "drive"),
        ("c:x", "drive"),
        ("//server/share", "unc"),
        (r"\\server\share", "unc"),
        ("https://x.nl/a", "url"),
        ("file:///etc/passwd", "url"),
        ("~/x", "home"),
        ("~root", "home"),
        ("$HOME/x", "variable"),
        ("%TEMP%/x", "variable"),
        ("a/*.pdf", "wildcard"),
        ("a?.pdf", "wildcard"),
        (r"a\b", "backslash"),
        ("a/b:c", "colon"),
        ("a//b", "empty-part"),
        ("a/", "empty-part"),
        (".", "dot-part"),
        ("a/../b", "dot-part"),
        ("../x", "dot-part"),
        ("a\nb", "control"),
        ("a\x00b", "control"),
        ("a\x85b", "control"),
        ("a.", "trailing"),
        ("a /b", "trailing"),
        ("...", "trailing"),
        ("CON", "device-name"),
        ("a/nul.txt", "device-name"),
        ("Com1.tar.gz", "device-name"),
        ("a" * 256, "too-long"),
        ("é" * 128, "too-long"),
    ],
)
def test_a_path(path: str, kind: str | None) -> None:
    assert path_problem(path) == kind


@pytest.mark.parametrize(
    ("name", "device"),
    [
        ("con", True),
        ("LPT9.x", True),
        ("aux .txt", True),
        ("com¹", True),
        ("console", False),
        ("com", False),
        ("x.con", False),
    ],
)
def test_a_device_name(name: str, device: bool) -> None:
    assert is_device_name(name) is device
