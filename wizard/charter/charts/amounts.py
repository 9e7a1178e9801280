"""Figures as a chart has room for them: short, and still read back by the worksheet."""

from collections.abc import Sequence

from wizard.judgement.wording import amount
from wizard.worksheet.numbers import show_number

_FACTORS = ((1e9, " bn"), (1e6, " M"), (1e3, "k"))
_LONGEST, _ROUND_FROM = 1e7, 1e4
# A share nearer to 0% or 100% than this is not worth its row of zeros or nines.
_NEAREST = 1e-6


def short(value: float) -> str:
    """An amount to write beside a mark: 237,600, or 1.23 bn from ten million on."""
    return _abbreviated(value) if abs(value) >= _LONGEST else amount(value)


def on_axis(values: Sequence[float]) -> Sequence[str]:
    """The amounts on one axis, from ten thousand on as 200k, with the digits that tell them apart."""
    if max(map(abs, values), default=0.0) < _ROUND_FROM:
        return [show_number(value) for value in values]
    for digits in range(4, 16):
        texts = [_abbreviated(value, digits) for value in values]
        if len(set(texts)) == len(values):
            return texts
    return [show_number(value) for value in values]


def percent_on_axis(values: Sequence[float]) -> Sequence[str]:
    """The shares on one axis, fractions that are round already."""
    return [_percent(value) for value in values]


def money(value: float, currency: str) -> str:
    """An amount in the charter's currency, which may be open: 180 EUR."""
    return f"{short(value)} {currency}".strip()


def portion(fraction: float) -> str:
    """A fraction from 0 to 1 as per cent, never rounded to 0% or 100% when it is neither."""
    if 0 < fraction < _NEAREST:
        return f"under {_percent(_NEAREST)}"
    if 1 - _NEAREST < fraction < 1:
        return f"over {_percent(1 - _NEAREST)}"
    # Near 100% it is the rest that needs its digits.
    return _percent(1 - float(f"{1 - fraction:.2g}") if fraction > 0.99 else float(f"{fraction:.4g}"))


def _abbreviated(value: float, digits: int = 4) -> str:
    rounded = float(f"{value:.{digits}g}")
    factor, sign = next(((f, s) for f, s in _FACTORS if abs(rounded) >= f), (1.0, ""))
    return f"{show_number(float(f'{rounded / factor:.{digits}g}'))}{sign}"


def _percent(fraction: float) -> str:
    return show_number(round(fraction, 12), "fraction")
