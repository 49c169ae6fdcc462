"""The appendices of the advice: route, interview guide, register, rules and provenance, signatures (REPORTS §2.2)."""

from scripts.word.blocks import Block, each, p, r, row, table, when
from scripts.word.interview import questions
from scripts.word.shared import closing, paragraphs, phrase

ROUTE: tuple[Block, ...] = (
    p("Heading2", "{{ v.t.route }}"),
    p("Normal", "{{ v.route.intro }}{% if v.route.outside %} {{ v.route.outside }}{% endif %}"),
    when(
        "v.route.steps",
        p("Caption", "{{ v.t.route_caption }}"),
        table(
            "{{ v.t.route_caption }}",
            (
                (600, "{{ v.t.number }}"),
                (3200, "{{ v.t.unit }}"),
                (1700, "{{ v.t.where }}"),
                (3238, "{{ v.t.what }}"),
                (900, "{{ v.t.credits }}"),
            ),
            each(
                "step in v.route.steps",
                row(
                    p("EVCcellright", "{{ step.number }}"),
                    p("EVCcell", *phrase("step.title", "Strong"), r("  {{ step.id }}", "EVCmuted")),
                    p("EVCcell", "{{ step.where }}"),
                    (
                        p("EVCcell", "{{ step.what }}"),
                        when("step.after", p("EVCcellsmall", r("{{ step.after }}", "EVCmuted"))),
                    ),
                    p("EVCcellright", "{{ step.credits }}"),
                    whole=True,
                ),
            ),
            numeric=(0, 4),
        ),
    ),
)

INTERVIEW: tuple[Block, ...] = (
    p("Heading2", "{{ v.t.interview }}"),
    *questions("Heading3", "Heading4", room=False),
)

REGISTER: tuple[Block, ...] = (
    p("Heading2", "{{ v.t.register }}"),
    when("not v.register", p("Normal", "{{ v.t.no_evidence }}")),
    when(
        "v.register",
        p("Caption", "{{ v.t.register_caption }}"),
        table(
            "{{ v.t.register_caption }}",
            (
                (700, "{{ v.t.number }}"),
                (3138, "{{ v.t.item }}"),
                (1300, "{{ v.t.dated }}"),
                (1800, "{{ v.t.attested }}"),
                (2700, "{{ v.t.counts }}"),
            ),
            each(
                "e in v.register",
                row(
                    p("EVCcell", r("{{ e.id }}", "Strong")),
                    (
                        p("EVCcell", r("{{ e.title }}", "Strong")),
                        p("EVCcellsmall", "{{ e.kind }}{% for fact in e.facts %} · {{ fact }}{% endfor %}"),
                        when(
                            "e.own_share",
                            p("EVCcellsmall", r("{{ v.t.own_share }}: ", "EVCmuted")),
                            paragraphs("EVCcellsmall", "e.own_share"),
                        ),
                    ),
                    p("EVCcellsmall", "{{ e.dated }}"),
                    p("EVCcellsmall", "{{ e.attested|join(', ') }}"),
                    (
                        p("EVCcell", r("{{ e.counts }}", "Strong")),
                        each("note in e.notes", p("EVCcellsmall", "{{ note }}")),
                    ),
                ),
            ),
        ),
    ),
)

PROVENANCE: tuple[Block, ...] = (
    p("Heading2", "{{ v.t.provenance }}"),
    each("rule in v.provenance.rules", p("Normal", "{{ rule }}")),
    when(
        "v.provenance.sources",
        p("Caption", "{{ v.t.sources_caption }}"),
        table(
            "{{ v.t.sources_caption }}",
            ((5000, "{{ v.t.source }}"), (4638, "{{ v.t.citation }}")),
            each(
                "source in v.provenance.sources",
                row(
                    p("EVCcell", "{{ source.title }}", r("  {{ source.id }}", "EVCmuted")),
                    p("EVCcell", "{{ source.citation.text }}"),
                ),
            ),
        ),
    ),
    p("Normal", "{{ v.provenance.found }} {{ v.t.verify }} ", r("{{ v.provenance.command }}", "EVCcode")),
    p("Caption", "{{ v.provenance.files_caption }}"),
    table(
        "{{ v.provenance.files_caption }}",
        ((3700, "{{ v.t.file }}"), (5938, "SHA-256")),
        each(
            "file in v.provenance.files",
            row(
                p("EVCcell", r("{{ file.path }}", "EVCcode")),
                (
                    when("file.groups", p("EVCcell", r("{{ file.groups|join(' ') }}", "EVCcode"))),
                    when("not file.groups", p("EVCcell", "{{ v.t.file_missing }}")),
                ),
            ),
        ),
    ),
    p("Caption", "{{ v.t.digest }}"),
    p("Normal", r("{{ v.provenance.digest|join(' ') }}", "EVCcode")),
    p("EVCmeta", "{{ v.t.digest_hint }}"),
)

_TO_SIGN = ((3800, "{{ v.t.signatory }}"), (5838, "{{ v.t.signature }}"))

SIGNATURES: tuple[Block, ...] = (
    p("EVCheading2page", "{{ v.t.signatures }}"),
    when(
        "v.signatures.assessors",
        p("Heading3", "{{ v.t.by_assessors }}"),
        table(
            "{{ v.t.by_assessors }}",
            _TO_SIGN,
            each(
                "who in v.signatures.assessors",
                row(
                    (p("EVCcell", r("{{ who.name }}", "Strong")), p("EVCcellsmall", "{{ who.role }}")),
                    p("EVCcellsmall", r("{{ v.t.sign_here }}", "EVCmuted")),
                    height=1020,
                    whole=True,
                ),
            ),
        ),
    ),
    p("Heading3", "{{ v.t.by_committee }}"),
    when(
        "v.signatures.decisions",
        p("Caption", "{{ v.t.committee_caption }}"),
        table(
            "{{ v.t.committee_caption }}",
            (
                (3100, "{{ v.t.unit }}"),
                (1900, "{{ v.t.advice }}"),
                (800, "{{ v.t.follows }}"),
                (3838, "{{ v.t.departs }}"),
            ),
            each(
                "decision in v.signatures.decisions",
                row(
                    (
                        p("EVCcell", *phrase("decision.title", "Strong")),
                        p("EVCcellsmall", r("{{ decision.credits }}", "EVCmuted")),
                    ),
                    p("EVCcell", "{{ decision.advised }}"),
                    p("EVCcell", "☐"),
                    p("EVCcell"),
                    height=800,
                    whole=True,
                ),
            ),
        ),
    ),
    table(
        "{{ v.t.by_committee }}",
        _TO_SIGN,
        each(
            "who in v.signatures.committee",
            row(
                (p("EVCcell", r("{{ who.name }}", "Strong")), when("who.role", p("EVCcellsmall", "{{ who.role }}"))),
                p("EVCcellsmall", r("{{ v.t.committee_sign_here }}", "EVCmuted")),
                height=1020,
                whole=True,
            ),
        ),
    ),
)

BODY: tuple[Block, ...] = (
    *ROUTE,
    *INTERVIEW,
    *REGISTER,
    *PROVENANCE,
    when("v.judged", *SIGNATURES),
    closing(),
)
