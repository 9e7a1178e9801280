"""The simpler version to try first, and where the larger techniques come in."""

from collections.abc import Mapping, Sequence, Set

from wizard.judgement.advisor.advice import Placement
from wizard.judgement.facts import Facts
from wizard.judgement.wording import quote

_SIMPLER: Mapping[str, str] = {
    "T01": "a logistic regression on the three inputs that an expert looks at first",
    "T02": "a small decision tree that an expert can read",
    "T03": "one simple yes-or-no model for each of the three commonest tags",
    "T04": "a linear regression on two or three inputs",
    "T05": "last year's season with a trend, corrected by hand for events that are known",
    "T06": "the most popular items of the last weeks, without what the person has seen already",
    "T07": "a rule with two or three conditions, set to the number of alarms that people can handle",
    "T08": "a fixed limit on the one reading that experts watch",
    "T09": "segments that an expert draws by hand from two columns",
    "T10": "the ten variables that experts would keep",
    "T11": "a simple model on a few features that people can name, such as size, colour or the words used",
    "T12": "a list of keywords for each answer",
    "T13": "a keyword search that shows the passage, without writing an answer",
    "T14": "templates with blanks to fill in",
    "T16": "a pattern for the two fields that matter most",
}

_SMALL_TABLE = "Over rows and columns it need not come first: boosted trees usually do as well with less."
_DEEP: Mapping[str, str] = {
    "T05": "Worth a try once hundreds of series share one pattern; with few, simple methods win.",
    "T06": "It pays with very many users and items; start without.",
    "T07": _SMALL_TABLE,
    "T08": "For images or sound a pretrained network gives features; over readings start without.",
    "T09": "For texts or images a pretrained network turns each case into numbers that can be grouped.",
    "T10": "An autoencoder is an alternative to principal components; start with these.",
}


def simpler_first(facts: Facts, task: str | None) -> str:
    """What to try before the recommendation: the team's own rule comes first where there is one."""
    note = facts.text("task.rules/note")
    if facts.value("task.rules/verdict") == "yes":
        return f"The rule itself{f': {quote(note)}' if note else ''}."
    if task is None:
        return _without_task(facts)
    simpler = _SIMPLER[task]
    if note and facts.value("task.rules/verdict") in ("partly", "tried_not_enough"):
        return f"Keep the rule ({quote(note)}) as the version to beat; then {simpler}."
    return f"{simpler[0].upper()}{simpler[1:]}."


def placements(fitting: Set[str]) -> Sequence[Placement]:
    """Where deep learning, foundation models and managed services come in among the tasks that fit."""
    if not fitting:
        return []
    return [_deep(fitting), _foundation(fitting), _managed(fitting)]


def _without_task(facts: Facts) -> str:
    if facts.output == "cause":
        return "Compare before and after with a group that nothing was changed for."
    if facts.output == "action":
        return "Try two actions at random on a few cases each, and count."
    return ""


def _deep(fitting: Set[str]) -> Placement:
    if "T11" in fitting:
        text = "It fits images, sound, video and text: take a pretrained network and adapt it to your labels."
        return Placement("deep_learning", True, text)
    if fitting & {"T13", "T14", "T12"}:
        return Placement(
            "deep_learning", False, "It is inside the foundation model; nothing to train yourself at first."
        )
    text = next((_DEEP[task] for task in fitting if task in _DEEP), _SMALL_TABLE)
    return Placement("deep_learning", False, text)


def _foundation(fitting: Set[str]) -> Placement:
    texts = {
        "T13": "It writes the answer from passages that a search finds; without private or changing "
        "documents a prompt may do.",
        "T14": "It does the work by prompt; tune it only after a prompt has been measured.",
        "T12": "It can sort texts with few or no labels; compare it with a small model of your own.",
        "T16": "With a fixed schema for its output it reads fields out of documents of many layouts.",
    }
    for task, text in texts.items():
        if task in fitting:
            return Placement("foundation_model", True, text)
    return Placement("foundation_model", False, "Nothing is read or written here that would need one.")


def _managed(fitting: Set[str]) -> Placement:
    if "T18" in fitting or "T16" in fitting:
        text = (
            "What you need is sold ready-made: measure a service on your own cases before building anything."
        )
        return Placement("managed_service", True, text)
    return Placement(
        "managed_service",
        False,
        "No ready-made service knows your outcome; it has to be learned from your data.",
    )
