"""Text in any script, from emoji to ligatures, prints and reads back."""

import re
import subprocess

import pytest

from tests.printing import body_text, print_charter, squeezed
from wizard.worksheet.answers import Answers

SCRIPTS = {
    "Latin": "Où l’œuvre coûte ½ Å, İstanbul’da şöyle, Łódź, Ærø, tiếng Việt",
    "Greek": "Η απάτη με κάρτες κοστίζει 180 € την ώρα, ΐ και ΰ",
    "Cyrillic": "Съешь ещё этих мягких булок, да ґанок і їжак",
    "Arabic": "منع الاحتيال على البطاقات لأن الخسارة إلى ازدياد",
    "Hebrew": "פחות כסף שאבד בגלל כרטיסים גנובים",
    "Devanagari": "मुश्किल किताब में क्षत्रिय ज्ञान की कीर्ति लिखी है क्योंकि",
    "Bengali": "কার্ড জালিয়াতি কমানো",
    "Tamil": "அட்டை மோசடியைக் குறைத்தல்",
    "Thai": "ลดการฉ้อโกงบัตร",
    "Chinese": "减少信用卡欺诈造成的损失，以及误报。",
    "Japanese": "カード詐欺による損失を減らす。",
    "Korean": "카드 사기로 인한 손실을 줄입니다.",
    "Georgian": "ბარათების თაღლითობა",
    "Armenian": "Քարտերի խարդախություն",
    "emoji": "👩‍👩‍👧‍👦 and 🏳️‍🌈, 👍🏽, ❤️, 1️⃣, 🇩🇪, 😀",
    "signs": "≤ ≥ ± × → √ ∑ ‰ № © ½ € ₹ ¥",
}


@pytest.fixture(scope="module")
def pdf() -> bytes:
    """A charter with a paragraph in every script, and a row of a table."""
    rows = [{"_id": f"r{n}", "item": text} for n, text in enumerate(SCRIPTS.values())]
    prose = "\n\n".join(SCRIPTS.values())
    return print_charter(
        Answers(title="Scripts", values={"problem.statement": prose, "plan.assumptions": rows})
    )


@pytest.mark.parametrize("script", SCRIPTS)
def test_text_in_a_script_reads_back(pdf: bytes, script: str) -> None:
    # Word by word, because poppler puts the words of right-to-left lines in the order in which they stand.
    text = squeezed(body_text(pdf, "-nopgbrk"))
    assert [word for word in SCRIPTS[script].split() if squeezed(word) not in text] == []


def test_no_text_is_without_a_font(pdf: bytes, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level("WARNING", logger="weasyprint"):
        print_charter(Answers(title="Scripts", values={"problem.statement": "\n\n".join(SCRIPTS.values())}))
    assert [record.getMessage() for record in caplog.records] == []


def test_figures_in_hebrew_are_not_drawn_as_emoji() -> None:
    pdf = print_charter(Answers(title="1", values={"problem.statement": "שָׁלוֹם 123 * # שלום"}))
    fonts = subprocess.run(["pdffonts", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    assert "Hebrew" in fonts
    assert "Emoji" not in fonts


def test_right_to_left_text_stands_at_the_right() -> None:
    pdf = print_charter(Answers(title="T", values={"problem.statement": "hello\n\nשלום"}))
    boxes = body_text(pdf, "-bbox").splitlines()

    def left_edges(drawn: str) -> list[float]:
        return [float(re.findall(r'xMin="([\d.]+)"', line)[0]) for line in boxes if f">{drawn}<" in line]

    # In brief the two stand in one line of the appendix.
    assert min(left_edges("hello")) < 100
    assert max(left_edges("שלום"[::-1])) > 400
