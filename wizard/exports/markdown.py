"""The charter as Markdown for GitHub, to be kept and read in a repository."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from wizard.charter.model import Charter, Part, Section
from wizard.exports.markdown_blocks import write_block
from wizard.exports.markdown_text import bold, escape
from wizard.worksheet.dates import show_date


def write_markdown(charter: Charter) -> str:
    """Return the charter as one Markdown file; of a part of a charter its sections alone."""
    around = [*_cover(charter), *_contents(charter)] if charter.whole else []
    sections = [block for section in charter.sections for block in _section(charter, section)]
    return "\n\n".join([*around, *sections]) + "\n"


def _cover(charter: Charter) -> Iterator[str]:
    cover = charter.cover
    yield f"# {escape(cover.title)}"
    stamp = " **Draft, not for signature**" if charter.is_draft else ""
    yield f"*Project charter · machine learning*{stamp}"
    if cover.summary:
        yield bold(escape(cover.summary))
    if cover.headline:
        yield escape(cover.headline)
    imprint = {
        "Accountable": cover.accountable or "Not named yet",
        "Decision": cover.decision or "No date yet",
        "State": charter.state,
        "Printed": show_date(charter.day.isoformat()),
    }
    yield "\n".join(f"- **{label}:** {escape(text)}" for label, text in imprint.items())


def _contents(charter: Charter) -> Iterator[str]:
    yield "## Contents"
    anchors = _anchors(charter)
    lines = []
    for section in charter.sections:
        lines.append(f"- [{escape(_title(section))}](#{anchors[section.id]})")
        titled = [part for part in section.parts if part.title]
        lines += [f"  - [{escape(part.title)}](#{anchors[f'{section.id}.{part.id}']})" for part in titled]
    yield "\n".join(lines)
    yield f"{bold(f'{charter.state}.')} {charter.standing}"


def _section(charter: Charter, section: Section) -> Iterator[str]:
    yield f"## {escape(_title(section))}"
    for part in section.parts:
        if part.title:
            yield f"### {escape(part.title)}"
        for entry in part.entries:
            yield f"{_level(part)} {escape(entry.label)}"
            yield from map(write_block, entry.blocks)
    if section.id == "sign-off":
        yield from _signed(charter)


def _signed(charter: Charter) -> Iterator[str]:
    """Yield who has signed, and the fingerprint of what is signed."""
    if charter.signatures:
        yield "\n".join(
            f"- **{escape(one.name)}:** {escape(one.role)}, signed on {show_date(one.day.isoformat())}"
            for one in charter.signatures
        )
    elif charter.is_draft:
        yield f"*{charter.state}: not ready to be signed yet.*"
    yield f"What is signed: {escape(charter.edition)}, SHA-256 of charter.json `{charter.digest}`"


def _title(section: Section) -> str:
    return f"{section.number} {section.title}" if section.number else section.title


def _level(part: Part) -> str:
    """Return what marks the heading of an entry: one level below what it stands under."""
    return "####" if part.title else "###"


def _anchors(charter: Charter) -> Mapping[str, str]:
    """Return the anchors that GitHub gives to the headings, by "section" and "section.part"."""
    seen: Counter[str] = Counter()
    return {id_: _anchor(title, seen) for id_, title in _headings(charter)}


def _headings(charter: Charter) -> Iterator[tuple[str, str]]:
    """Yield every heading in order, since one that comes again gets a number behind it."""
    yield "", charter.cover.title
    yield "", "Contents"
    for section in charter.sections:
        yield section.id, _title(section)
        for part in section.parts:
            if part.title:
                yield f"{section.id}.{part.id}", part.title
            for entry in part.entries:
                yield f"{section.id}.{part.id}.{entry.id}", entry.label


def _anchor(title: str, seen: Counter[str]) -> str:
    anchor = re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")
    before = seen[anchor]
    seen[anchor] += 1
    return f"{anchor}-{before}" if before else anchor
