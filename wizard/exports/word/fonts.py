"""The fonts of pictures: ours in the order of the stylesheet, so that what one lacks is taken from the next.

resvg takes what the first font of a label lacks from any font that has it: a serif one, or a bold one. And it
shapes a script well only in the first font.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

# As the setup installs them.
_FILES = (
    *("Inter-Regular.otf", "Inter-SemiBold.otf", "NotoSans-Regular.ttf", "NotoSansArabic-Regular.ttf"),
    *("NotoSansHebrew-Regular.ttf", "NotoSansDevanagari-Regular.ttf", "NotoSansCJK-Regular.ttc"),
    *(
        "NotoColorEmoji.ttf",
        "NotoSansArabic-Bold.ttf",
        "NotoSansHebrew-Bold.ttf",
        "NotoSansDevanagari-Bold.ttf",
    ),
    "NotoSansCJK-Bold.ttc",
)
_FOLDERS = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path.home() / ".local/share/fonts")

# The first that occurs in a label names its font: kana stands among Chinese signs, as Chinese has none.
_FAMILIES = (
    (re.compile("[\u0900-\u097f]"), "Noto Sans Devanagari"),
    (re.compile("[\u0590-\u05ff]"), "Noto Sans Hebrew"),
    (re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]"), "Noto Sans Arabic"),
    (re.compile("[\u3040-\u30ff]"), "Noto Sans CJK JP"),
    (re.compile("[\uac00-\ud7af]"), "Noto Sans CJK KR"),
    (re.compile("[\u3400-\u9fff]"), "Noto Sans CJK SC"),
)
_LABEL = re.compile("<text ([^>]*>)([^<]*)")

# What follows the first sign of a joined emoji, the tone of its skin, and the wish that it be coloured.
_JOINED = re.compile("(?:\u200d[\u2190-\u2bff\U0001f000-\U0001faff]|[\U0001f3fb-\U0001f3ff]|\ufe0f)")


@cache
def font_files() -> Sequence[str]:
    """Return the files of our fonts that this machine has, in order; none when it lacks the first."""
    found = {file.name: str(file) for file in _installed()}
    return [found[name] for name in _FILES if name in found] if _FILES[0] in found else []


def set_scripts(svg: str) -> str:
    """Return a picture whose labels name the font of their script, with joined emoji as their first sign.

    resvg 0.48 sets striped boxes for the parts of a joined one, and for all that follows it.
    """
    return _LABEL.sub(lambda label: _set(label[1], label[2]), _JOINED.sub("", svg))


def _installed() -> Iterator[Path]:
    return (file for folder in _FOLDERS if folder.is_dir() for file in folder.rglob("*.[ot]t[fc]"))


def _set(attributes: str, text: str) -> str:
    family = next((family for script, family in _FAMILIES if script.search(text)), None)
    named = f'font-family="{family}" ' if family else ""
    return f"<text {named}{attributes}{text}"
