"""Markdown as people and attackers write it, and what of it reaches the page."""

import html5lib
import pytest

from wizard.charter.prose import leads_out
from wizard.exports.markup import render_guide, render_markdown


def elements(html: str) -> set[str]:
    """The names of the elements that a browser would make of `html`."""
    tree = html5lib.parseFragment(html, treebuilder="etree", namespaceHTMLElements=False)
    return {element.tag for element in tree.iter()} - {"DOCUMENT_FRAGMENT"}


def attributes(html: str) -> dict[str, str]:
    tree = html5lib.parseFragment(html, treebuilder="etree", namespaceHTMLElements=False)
    return {name: value for element in tree.iter() for name, value in element.attrib.items()}


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("one\ntwo\n\nthree", "<p>one<br>\ntwo</p>\n<p>three</p>\n"),
        ("a **strong** and *soft* word", "<p>a <strong>strong</strong> and <em>soft</em> word</p>\n"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
        ("3. c\n4. d", '<ol start="3">\n<li>c</li>\n<li>d</li>\n</ol>\n'),
        ("# Costs\nmore", "<p><strong>Costs</strong></p>\n<p>more</p>\n"),
        ("a line\n---", "<p>a line</p>\n<hr>\n"),
        ("    from an e-mail", "<p>from an e-mail</p>\n"),
        ("[1]: https://example.org", "<p>[1]: https://example.org</p>\n"),
        ("5 < 6 & 7 > 2", "<p>5 &lt; 6 &amp; 7 &gt; 2</p>\n"),
        ("נתונים ועוד · 数据 · 🎯", "<p>נתונים ועוד · 数据 · 🎯</p>\n"),
        ("", ""),
    ],
)
def test_an_answer_reads_as_it_was_meant(text: str, html: str) -> None:
    assert render_markdown(text) == html


def test_a_link_to_the_web_says_nothing_about_where_it_came_from() -> None:
    assert render_markdown("[x](https://example.org/a?b=1)") == (
        '<p><a href="https://example.org/a?b=1" rel="noopener noreferrer">x</a></p>\n'
    )


def test_numbers_in_a_table_align_without_an_inline_style() -> None:
    html = render_markdown("| what | cost |\n|---|--:|\n| miss | 180 |")
    assert '<td class="num">180</td>' in html
    assert "style" not in attributes(html)


def test_an_empty_corner_of_a_table_is_no_head() -> None:
    html = render_markdown("| | cost |\n|---|---|\n| miss | |")
    assert "<td></td>\n<th>cost</th>" in html
    assert "<td>miss</td>\n<td></td>" in html


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        "java&#115;cript:alert(1)",
        "&#x6A;avascript:alert(1)",
        "\x01javascript:alert(1)",
        "vbscript:x",
        "data:text/html,<script>alert(1)</script>",
        "data:image/svg+xml;base64,PHN2Zz4=",
        "file:///etc/passwd",
        "//example.org",
        "\\\\example.org",
        "/\\example.org",
        "https:/example.org",
        "http:\\\\example.org",
        "https://[",
        "/charters/x",
        "leakage",
        "?q",
        "#top",
        "mailto:",
        "tel:112",
    ],
)
def test_a_link_that_leads_elsewhere_stays_text(url: str) -> None:
    for text in (f"[x]({url})", f"[x](<{url}>)", f"<{url}>", f"[x][1]\n\n[1]: {url}", f"![x]({url})"):
        assert "href" not in attributes(render_markdown(text)), text
    assert not leads_out(url)


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg/onload=alert(1)>",
        "<b><i><u><p onclick=alert(1)>x</p></u></i></b>",
        "<style>*{display:none}</style>",
        '<div class="wide" tabindex="0">x</div>',
        "<!-- x --> <![CDATA[x]]> <?php x ?>",
        "</p></div></main><h1>x</h1>",
        "`<script>alert(1)</script>`",
        "```html\n<iframe src=x>\n```",
        '```"><script>alert(1)</script>\nx\n```',
        "| <script> |\n|---|\n| <img src=x> |",
        "**<a href=javascript:alert(1)>x</a>**",
        '[x](https://example.org "><script>alert(1)</script>")',
        "![x](https://example.org/x.png)",
        "![x](data:image/png;base64,AAAA)",
    ],
)
def test_html_and_pictures_in_an_answer_make_no_elements(text: str) -> None:
    html = render_markdown(text)
    allowed = {"p", "strong", "code", "pre", "div", "table", "thead", "tbody", "tr", "th", "td", "a"}
    assert elements(html) <= allowed
    assert attributes(html).keys() <= {"href", "rel", "title", "class", "role", "aria-label", "tabindex"}
    assert attributes(html).get("href", "https://").startswith("https://")


def test_what_is_nested_too_deeply_for_the_printer_shows_as_it_was_typed() -> None:
    html = render_markdown(">" * 300 + " the <b>end</b>\nnext")
    assert html == f"<p>{'&gt;' * 300} the &lt;b&gt;end&lt;/b&gt;<br>next</p>"
    assert "the end" in render_markdown(">" * 30 + " the end")


def test_a_topic_may_link_to_topics_and_has_headings() -> None:
    html = render_guide("## Six checks\n\nSee [leakage](leakage).", str)
    assert html == (
        '<h2>Six checks</h2>\n<p>See <a href="leakage" rel="noopener noreferrer">leakage</a>.</p>\n'
    )


@pytest.mark.parametrize("url", ["javascript:x", "//example.org", "../start", "Leakage", "a/b", "a:b"])
def test_a_topic_links_to_nothing_else_in_the_app(url: str) -> None:
    assert "href" not in attributes(render_guide(f"[x]({url})", str))


def test_a_paragraph_that_names_a_figure_becomes_it() -> None:
    html = render_guide(
        "one\n\n[figure: life-cycle]\n\ntwo `[figure: layers]`", lambda name: f"<svg>{name}</svg>"
    )
    assert '<figure class="drawing"><svg>life-cycle</svg></figure>' in html
    assert "<code>[figure: layers]</code>" in html


def test_an_answer_cannot_call_for_a_figure() -> None:
    assert render_markdown("[figure: life-cycle]") == "<p>[figure: life-cycle]</p>\n"
