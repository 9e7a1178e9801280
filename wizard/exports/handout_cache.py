"""The handouts as files, each made once: they change with the program only."""

from functools import cache

from wizard.exports.handouts import pack_name
from wizard.exports.isolation import render_isolated
from wizard.exports.paper import Paper


@cache
def handout_file(name: str, paper: Paper) -> bytes:
    """Return a handout as a PDF, made in a child the first time.

    Raises Busy, PdfUnavailable and RenderFailed, and then nothing is kept.
    """
    return render_isolated("handout", pack_name(name, paper))
