"""SVG to PNG, for Word, of which older versions show no SVG."""

import resvg_py

from wizard.exports.word.fonts import font_files, set_scripts


def png_of(svg: str, width: int, *, wordless: bool = False) -> bytes:
    """Return a picture `width` pixels wide, in the fonts of this machine; nothing is fetched.

    Looking for fonts takes a while, which a `wordless` picture does without.
    """
    files = [] if wordless else font_files()
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=set_scripts(svg),
            width=width,
            skip_system_fonts=wordless or bool(files),
            font_files=[*files],
        )
    )
