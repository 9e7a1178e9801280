"""Lines that are kept from layout to drawing: the same file as without, for less work."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from weasyprint.css.properties import INITIAL_VALUES
from weasyprint.svg.text import Style
from weasyprint.text import line_break
from weasyprint.text.fonts import FontConfiguration
from weasyprint.text.line_break import Layout

from tests.factories import example
from tests.printing import TODAY, print_charter
from wizard.exports.printer.printing import print_pdf

LATIN = "An avoidable loss of œuvre, fi and ffi in 12% of the cases, which nobody has looked at so far. " * 3
WORD = "customer_transactions_daily_snapshot_of_all_the_cards_there_are"
STYLE = """<style>
  @page { size: 90mm 240mm; margin: 8mm; font-family: Inter }
  body { margin: 0; font: 9pt Inter, "Noto Sans", "Noto Sans Arabic", "Noto Sans CJK SC", sans-serif }
  .justified { text-align: justify } .kept { white-space: pre-wrap } .lines { white-space: pre-line }
  .clamped { line-clamp: 2 } .cut { overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
  .any { overflow-wrap: anywhere }
  .word { overflow-wrap: break-word; width: 200px; padding-right: 10px; line-clamp: 1 }
  .narrow { width: 30px }
  .spaced { letter-spacing: 1pt; word-spacing: 2pt } .first::first-line { color: red }
  td { overflow-wrap: anywhere; border: 1px solid } table { table-layout: fixed; width: 100% }
</style>"""
CASES = {
    "prose": f"<p>{LATIN}<b>bold</b> and <i>slanted</i>, {LATIN}</p>",
    "justified": f"<p class=justified>{LATIN}</p>",
    "breaks": "<p>one<br>two\u2028three\u2029four</p><p class=lines>five\nsix\n\nseven</p>",
    "kept": "<p class=kept>a  b\tc\r\n  d\ne</p><pre>f\n\tg  h</pre>",
    "kept in a narrow column": "<p class='lines narrow'>12 %\nof all</p><p class='kept narrow'>1 2\n3</p>",
    "clamped": f"<p class=clamped>{LATIN}</p><p class=cut>{LATIN}</p>",
    "clamped words": f"<p class='clamped word'>{WORD}</p>",
    "clamped right to left": f"<p dir=rtl class='clamped any'>{'الاحتيال على البطاقات ' * 9}</p>",
    "endless": f"<p class=any>{'x' * 400}</p><p>{'soft&shy;' * 40}</p>",
    "spaced": f"<p class=spaced>{LATIN}</p><p class=first>{LATIN}</p>",
    "table": f"<table><tr><td>{LATIN}<td>{'y' * 90}<td> <td>ffi</table>",
    "right to left": "<p dir=rtl lang=ar>منع الاحتيال على البطاقات لأن الخسارة 12%، fraud هنا.</p>",
    "Chinese": "<p lang=zh>减少信用卡欺诈造成的损失，以及误报。" * 4 + "</p>",
    "emoji": "<p>👩‍👩‍👧‍👦 and 👍🏽, 😀</p>",
}


@contextmanager
def forgetting() -> Iterator[None]:
    """Have WeasyPrint forget its lines, as it does by itself."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(line_break, "Layout", Layout)
        yield


def printed(body: str) -> bytes:
    html = f'<!doctype html><html lang="en"><title>Lines</title>{STYLE}<body>{body}</body></html>'
    return print_pdf(html, "{}", TODAY, "a4")


@pytest.mark.parametrize("case", CASES)
def test_kept_lines_look_as_lines_shaped_again(case: str) -> None:
    with forgetting():
        usual = printed(CASES[case])
    assert printed(CASES[case]) == usual


def test_a_charter_with_kept_lines_is_the_same_file() -> None:
    answers = example("playlist-promotion")
    with forgetting():
        usual = print_charter(answers)
    assert print_charter(answers) == usual


@pytest.mark.parametrize(
    ("text", "width", "spacing", "is_kept"),
    [
        ("one line", None, 0, True),
        ("one line that fits", 300, 0, True),
        ("a line and another that does not fit", 60, 0, False),
        ("one\ntwo", None, 0, False),
        ("one that is spread", None, 2, False),
    ],
)
def test_only_lines_that_are_drawn_as_they_are_shaped_are_kept(
    text: str, width: float | None, spacing: float, is_kept: bool
) -> None:
    style = Style(INITIAL_VALUES)
    style.font_config = FontConfiguration()
    style.update(font_family=["Inter"], font_size=12, direction="ltr")
    layout = line_break.create_layout(text, style, None, width, spacing)
    layout.get_first_line()
    layout.deactivate()
    assert hasattr(layout, "layout") == is_kept
    layout.reactivate(style)
    assert layout.get_first_line()[0].length > 0
    layout.deactivate()
    assert not hasattr(layout, "layout"), "what is drawn is let go"


def test_a_line_of_text_is_set_up_once(monkeypatch: pytest.MonkeyPatch) -> None:
    again: list[str] = []
    monkeypatch.setattr(Layout, "reactivate", lambda self, style: again.append(self.text))
    printed(CASES["prose"] + CASES["table"])
    assert again == []
