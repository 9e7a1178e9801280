"""Text cut to what a page that is read alone has room for, whatever was typed."""

from wizard.charter.charts.measure import fit
from wizard.judgement.wording import cut

# In the font size.
_LETTER = 0.62


def brief(text: str, letters: int) -> str:
    """Return `text` in one paragraph, cut at a word where it is longer, or wider, than so many letters.

    They are letters of English as they usually are: a Chinese one takes the room of two.
    """
    return fit(cut(text, letters), letters * _LETTER, 1)
