"""What a short text speaks of: the head of the thing that it opens with.

In "Monthly overview of the containers" that is the overview, in "share of reports sent late" the share: the
last word before what is said about it. It takes no grammar, only the words that end the name of a thing.
"""

from wizard.judgement.words import Topic, finder

_AROUND = " .,;:-–—*"


def thing_named(text: str) -> str:
    """The name of the thing with which `text` opens, up to a comma or a preposition: "Monthly overview"."""
    found = finder(Topic.PREPOSITION).first(text)
    name = text[: found.start()] if found else text
    return name.partition(",")[0].strip(_AROUND)


def speaks_of(topic: Topic, text: str) -> bool:
    """Whether the thing with which `text` opens is one of the topic."""
    name = thing_named(text)
    return any(found.end() == len(name) for found in finder(topic).all(name))


def said_of(topic: Topic, done: Topic, text: str) -> bool:
    """Whether `text` says that a thing of the topic had this `done` to it: "the file is stored"."""
    return any(speaks_of(topic, text[: found.start()]) for found in finder(done).all(text))
