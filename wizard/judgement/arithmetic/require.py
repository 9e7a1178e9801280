"""What every formula asks of its figures. Each takes `name=value` pairs and names the first that fails."""

import math

from wizard.judgement.arithmetic.errors import NegativeFigure, NoCases, NotANumber, NotWhole, OutOfRange

# Beyond any count or amount of money in a charter, and still exact as a float.
LARGEST = 1e15


def number(**figures: float) -> None:
    """Refuse NaN, infinity and anything beyond ±10¹⁵ with `NotANumber`."""
    for field, value in figures.items():
        if value != value:
            raise NotANumber(field, "This is not a number.")
        if not -LARGEST <= value <= LARGEST:
            raise NotANumber(field, "This is larger than anything that could be counted or paid here.")


def share(**figures: float) -> None:
    """Refuse what is not a fraction from 0 to 1, both included."""
    for field, value in figures.items():
        number(**{field: value})
        if value < 0:
            raise NegativeFigure(field, f"A share cannot be below 0%; this one is {percent(value)}.")
        if value > 1:
            raise OutOfRange(field, f"A share cannot be above 100%; this one is {percent(value)}.")


def positive_share(**figures: float) -> None:
    """Refuse what is not a fraction from 10⁻¹⁵ to 1: what is rarer does not occur."""
    for field, value in figures.items():
        share(**{field: value})
        if value < 1 / LARGEST:
            raise NoCases(field, "At 0% there is no case to reckon with.")


def inner_share(**figures: float) -> None:
    """Refuse what does not lie strictly between 0 and 1."""
    for field, value in figures.items():
        share(**{field: value})
        if value in (0, 1):
            raise OutOfRange(field, f"This has to lie between 0% and 100%, not at {percent(value)} itself.")


def not_negative(**figures: float) -> None:
    """Refuse anything below zero."""
    for field, value in figures.items():
        number(**{field: value})
        if value < 0:
            raise NegativeFigure(field, f"This cannot be below zero; it is {value:g}.")


def positive(**figures: float) -> None:
    """Refuse zero and anything below."""
    for field, value in figures.items():
        not_negative(**{field: value})
        if value == 0:
            raise NoCases(field, "This is zero; there has to be some.")


def count(**figures: float) -> None:
    """Refuse what is not a whole number of things, zero included."""
    for field, value in figures.items():
        not_negative(**{field: value})
        if value != math.floor(value):
            raise NotWhole(field, f"This counts whole things; {value:g} is not a whole number.")


def cases(**figures: float) -> None:
    """Refuse what is not a whole number of at least one."""
    count(**figures)
    positive(**figures)


def percent(value: float) -> str:
    """A fraction as people read it: 0.35 → "35%"."""
    return f"{100 * value:.10g}%"
