"""How many labels there are, and for how many inputs."""

from dataclasses import dataclass

from wizard.judgement.facts import Facts, at
from wizard.judgement.reading.classes import CLASSES, classes

LABELLED = "data.labelled"


@dataclass(frozen=True)
class Labelled:
    """So many labelled cases, and the address where that stands."""

    cases: float
    at: str


def labelled_rows(facts: Facts) -> Labelled | None:
    """All labelled cases: counted, or added up over classes that do not overlap."""
    counted = facts.number(f"{LABELLED}/count")
    if counted is not None:
        return Labelled(counted, f"{LABELLED}/count")
    rows = classes(facts)
    if facts.output != "category" or not rows or not all("labelled" in row for row in rows):
        return None
    return Labelled(sum(row["labelled"] for row in rows), CLASSES)


def rare_labelled(facts: Facts) -> Labelled | None:
    """The labelled cases of the rarest class, where there are classes."""
    counted = facts.number(f"{LABELLED}/rare_count")
    if not facts.shows(CLASSES):
        return None
    if counted is not None:
        return Labelled(counted, f"{LABELLED}/rare_count")
    rows = [row for row in classes(facts) if "labelled" in row]
    if not rows:
        return None
    rarest = min(rows, key=lambda row: float(row["labelled"]))
    return Labelled(rarest["labelled"], at(CLASSES, rarest, "labelled"))


def usable_inputs(facts: Facts) -> int:
    """How many inputs are listed that are not ruled out because they come too late."""
    return sum("name" in row and row.get("known") != "no" for row in facts.rows("data.features"))
