"""SVG to PNG, for Word, of which older versions show no SVG; resvg shapes every script as it should be."""

import resvg_py


def png_of(svg: str, width: int, *, wordless: bool = False) -> bytes:
    """Return a picture `width` pixels wide, in the fonts of this machine; nothing is fetched.

    Looking for fonts takes a while, which a `wordless` picture does without.
    """
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, width=width, skip_system_fonts=wordless))
