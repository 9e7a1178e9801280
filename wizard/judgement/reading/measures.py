"""The model measures and their baselines: which one is main, which two rows are on the same measure."""

from collections.abc import Iterator, Sequence

from wizard.judgement.arithmetic.scales import SCALES, Better, Scale
from wizard.judgement.facts import Facts
from wizard.judgement.wording import cut
from wizard.judgement.words import bare_words
from wizard.worksheet.kinds import Record

MEASURES = "success.measures"
BASELINES = "success.baselines"


def measures(facts: Facts) -> Sequence[Record]:
    """The rows of model measures that name a measure, in order."""
    return [row for row in facts.rows(MEASURES) if "measure" in row]


def main_measure(facts: Facts) -> Record | None:
    """The row of the main measure: the first one marked so, or else the first."""
    rows = measures(facts)
    marked = (row for row in rows if row.get("main"))
    return next(marked, rows[0] if rows else None)


def baselines_of(facts: Facts, row: Record) -> Iterator[Record]:
    """The baselines with a value on the same measure as `row`; where they are taken may still differ."""
    for baseline in facts.rows(BASELINES):
        if "value" in baseline and _same(baseline, row):
            yield baseline


def taken_alike(one: Record, other: Record) -> bool:
    """Whether two rows are taken at the same place, as far as both say so."""
    if "at" not in one or "at" not in other:
        return True
    words, others = bare_words(one["at"]), bare_words(other["at"])
    return words <= others or others <= words


def scale_of(row: Record) -> Scale:
    """What values the measure of a row can take."""
    return SCALES[row["measure"]]


def better_of(row: Record) -> Better | None:
    """Which way is better on the measure of a row; another measure says so by its floor and target."""
    scale = scale_of(row)
    if scale.better or "floor" not in row or "target" not in row or row["floor"] == row["target"]:
        return scale.better
    return "up" if row["floor"] < row["target"] else "down"


def name_of(facts: Facts, row: Record) -> str:
    """The measure of a row in the middle of a sentence: precision, F1, the name of another measure."""
    if row["measure"] == "other":
        return str(row.get("name") or "the other measure")
    return label_of(facts, row["measure"])


def label_of(facts: Facts, measure: str) -> str:
    """A measure by its id as people read it, in lower case but for abbreviations: precision, F1, PR-AUC."""
    label = facts.flow.worksheet.questions[MEASURES].column["measure"].choice[measure].label
    return (
        label
        if label[:2].isupper() or label[1:2].isdigit() or label[1:2] == " "
        else label[0].lower() + label[1:]
    )


def named(facts: Facts, row: Record) -> str:
    """The measure of a row with where it is taken: precision at “top 200”."""
    return name_of(facts, row) + (f" ({cut(row['at'], 60)})" if "at" in row else "")


def _same(one: Record, other: Record) -> bool:
    if one.get("measure") != other["measure"]:
        return False
    return other["measure"] != "other" or _folded(one) == _folded(other)


def _folded(row: Record) -> frozenset[str]:
    return bare_words(row.get("name", ""))
