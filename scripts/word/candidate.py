"""The letter to the candidate."""

from scripts.word.blocks import Block, each, p, r, when
from scripts.word.shared import closing, facts, footer, masthead, phrase, sentences

FOOT = footer("v.paper")

BODY: tuple[Block, ...] = (
    *masthead("v.paper"),
    p("EVCkicker", "{{ v.paper.kicker }}"),
    p("Heading1", "{{ v.paper.heading }}"),
    facts("v.paper.facts"),
    p("EVCgap"),
    p("Normal", "{{ v.salutation }}"),
    p("Normal", sentences("v.opening")),
    p("EVCanswer", "{{ v.answer[0] }}"),
    when("v.answer[1:]", p("EVClegend", "{{ v.answer[1:]|join(' ') }}")),
    each(
        "section in v.sections",
        p("Heading2", "{{ section.heading }}"),
        each("sentence in section.paragraphs", p("Normal", "{{ sentence }}")),
        each(
            "item in section.points",
            p(
                "Heading3",
                "{% if section.ordered %}{{ loop.index }}. {% endif %}",
                *phrase("item.title"),
                r("{% if item.amount %}  {{ item.amount }}{% endif %}", "EVCmuted"),
            ),
            when("item.paragraphs", p("Normal", sentences("item.paragraphs"))),
            when("item.steps", p("EVClead", "{{ v.t.steps }}:")),
            each("step in item.steps", p("ListBullet", "{{ step }}")),
            when("item.after", p("Normal", "{{ item.after }}")),
        ),
    ),
    p("EVCgap"),
    closing(),
)
