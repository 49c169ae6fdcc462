"""The interview guide: a document of its own, and appendix B of the advice."""

from scripts.word.blocks import Block, each, p, r, when
from scripts.word.shared import closing, facts, footer, masthead, paragraphs, phrase

FOOT = footer("v.paper")

_LINES = (p("EVCwrite"), p("EVCwrite"))


def questions(heading: str, below: str, *, room: bool) -> tuple[Block, ...]:
    """A question for each criterion; `room` to write under every question, else once."""
    words = "v.interview.t"
    return (
        p("Normal", "{{ v.interview.intro }}{% for sentence in v.interview.how %} {{ sentence }}{% endfor %}"),
        each(
            "q in v.interview.questions",
            p(heading, "{{ q.criterion.text }}"),
            p("EVCmeta", "{{ q.outcome }}"),
            p("Normal", "{{ q.reason }}"),
            when("q.voices", p(below, f"{{{{ {words}.ratings }}}}")),
            each(
                "voice in q.voices",
                p("EVCremarkby", r("{{ voice.who }} · {{ voice.level }}", "Strong")),
                paragraphs("EVCremark", "voice.paragraphs"),
            ),
            when("q.evidence", p("EVClead", "{{ q.evidence }}")),
            when("q.levels", p(below, f"{{{{ {words}.levels }}}}")),
            each(
                "level in q.levels",
                p(
                    "EVCstatement",
                    r("{{ level.title }}", "Strong"),
                    "{% if level.asked %} ({{ level.asked }}){% endif %}: ",
                    *phrase("level.text"),
                ),
            ),
            p(below, f"{{{{ {words}.questions }}}}"),
            each(
                "prompt in q.prompts",
                p("ListBullet", r("{{ prompt.word }}.", "Strong"), " {{ prompt.text }}"),
                each("indicator in prompt.indicators", p("EVCtick", *phrase("indicator"))),
                *(_LINES if room else ()),
                *((p("EVCgap"),) if room else ()),
            ),
            *(() if room else (p("EVClead", r(f"{{{{ {words}.notes }}}}", "EVCmuted")), *_LINES)),
            p(
                "EVClead",
                r(f"{{{{ {words}.afterwards }}}}", "Strong"),
                "{% for level in q.scale %}\u2003☐\u00a0{{ level }}{% endfor %}",
            ),
        ),
    )


BODY: tuple[Block, ...] = (
    *masthead("v.paper"),
    p("EVCkicker", "{{ v.paper.kicker }}"),
    p("Heading1", "{{ v.paper.heading }}"),
    facts("v.paper.facts"),
    when(
        "v.interview.questions",
        p("EVCform", "{{ v.interview.t.when }}\t"),
        p("EVCform", "{{ v.interview.t.minutes }}\t"),
        p("EVCform", "{{ v.interview.t.present }}\t"),
        p("EVCgap"),
    ),
    *questions("Heading2", "Heading3", room=True),
    p("EVCgap"),
    closing(),
)
