"""What all documents begin and end with, and the fields that stand in many places."""

from scripts.word.blocks import TEXT_WIDTH, Block, Loop, Paragraph, Picture, Run, Simple, each, p, r, when

BAR = Picture("evc-bar", "{{ v.page_one.bar.title }}: {{ v.page_one.bar.description }}", TEXT_WIDTH - 340, 360)
LOGO = Picture("evc-logo", "{{ house.logo_alt }}", 2268, 850)


def phrase(name: str, style: str | None = None) -> tuple[Run, Run]:
    """A text of programme or rubric, with its mark when it is in another language."""
    return r(f"{{{{ {name}.text }}}}", style), r(
        f"{{% if {name}.mark %}} {{{{ {name}.mark }}}}{{% endif %}}", "EVCmuted"
    )


def badge(name: str) -> Run:
    """A status: shape and word; evc gives the run its colour."""
    return r(f"{{{{ {name}.shown }}}}")


def sentences(name: str) -> str:
    """Sentences after one another."""
    return f"{{{{ {name}|join(' ') }}}}"


def paragraphs(style: str, of: str) -> Loop:
    """A text of somebody's own, paragraph by paragraph."""
    return each(f"paragraph in {of}", p(style, "{{ paragraph }}"))


def masthead(about: str) -> tuple[Block, ...]:
    """Whose advice this is, and what it is not."""
    return (
        when("house.logo", p("EVClogo", LOGO)),
        when(
            "house.institution",
            p(
                "EVCinstitution",
                r("{{ house.institution }}", "Strong"),
                "{% if house.department %} · {{ house.department }}{% endif %}",
            ),
        ),
        p(
            "EVCmast",
            r(f"{{{{ {about}.issuer }}}}", "Strong"),
            "\t",
            r(f" {{{{ {about}.notice }}}} ", "EVCnotice"),
            when(f"{about}.regulation", r(f"{{{{ {about}.regulation }}}}", "EVCmuted", breaks=True)),
        ),
    )


def footer(about: str) -> Paragraph:
    """On every page, so that loose pages find each other."""
    return p(
        "Footer",
        f"{{{{ {about}.notice }}}} · {{{{ {about}.footer }}}}",
        "{% if house.footer %} · {{ house.footer }}{% endif %}\t",
        Simple("PAGE"),
        " / ",
        Simple("NUMPAGES"),
    )


def facts(of: str) -> Loop:
    """What to know a paper by: a word and its lines."""
    return each(
        f"fact in {of}",
        p(
            "EVCfact",
            r("{{ fact.term }}", "EVCmuted"),
            "\t{{ fact.first }}",
            each("line in fact.others", r("{{ line }}", breaks=True)),
        ),
    )


def closing() -> Loop:
    """The last lines."""
    return each("sentence in v.closing", p("EVCclosing", "{{ sentence }}"))
