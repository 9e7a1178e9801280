"""The charter as Markdown for GitHub, to be kept and read in a repository."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from wizard.charter.model import Charter, Part, Section
from wizard.exports.markdown_blocks import write_block
from wizard.exports.markdown_text import bold, escape
from wizard.judgement.wording import plural
from wizard.worksheet.dates import show_date


def write_markdown(charter: Charter) -> str:
    """Return the charter as one Markdown file."""
    blocks = [
        *_cover(charter),
        *_contents(charter),
        *(block for section in charter.sections for block in _section(section)),
    ]
    return "\n\n".join(blocks) + "\n"


def _cover(charter: Charter) -> Iterator[str]:
    cover = charter.cover
    yield f"# {escape(cover.title)}"
    yield "*Project charter · machine learning*"
    if cover.summary:
        yield bold(escape(cover.summary))
    imprint = {
        "Accountable": cover.accountable or "Not named yet",
        "Decision": cover.decision or "No date yet",
        "State": charter.edition,
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
    yield f"{bold(f'{charter.state}.')} {_standing(charter)}"


def _standing(charter: Charter) -> str:
    progress = charter.progress
    answered = (
        f"{progress.essential_answered} of {progress.essential} essential and "
        f"{progress.required_answered} of {progress.required} needed questions are answered."
    )
    if not charter.open_questions:
        return answered
    verb = "is" if charter.open_questions == 1 else "are"
    return f"{answered} {plural(charter.open_questions, 'question')} {verb} waiting for somebody to find out."


def _section(section: Section) -> Iterator[str]:
    yield f"## {escape(_title(section))}"
    for part in section.parts:
        if part.title:
            yield f"### {escape(part.title)}"
        for entry in part.entries:
            yield f"{_level(part)} {escape(entry.label)}"
            yield from map(write_block, entry.blocks)


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
