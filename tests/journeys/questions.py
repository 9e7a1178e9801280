"""A page of questions as a person finds it: its fields, its notes, its buttons."""

from playwright.sync_api import Locator, Page, expect

# What has no answer from the server yet is kept in the browser's storage.
_ALL_ANSWERED = """() => new Promise((resolve) => {
  const kept = () => Object.keys(localStorage).filter((key) => key.startsWith("groundwork:outbox:"));
  const entries = () => kept().flatMap((key) => JSON.parse(localStorage[key]));
  const look = () => (entries().some((entry) => !entry.turnedDown) ? setTimeout(look, 20) : resolve());
  look();
})"""

NOT_SAVED_YET = "Not saved: no answer from the server. Kept in this browser"


def open_questions(page: Page, charter_id: str, page_id: str) -> None:
    """Open a page of questions of a charter, and wait until it saves as one writes."""
    open_plain(page, charter_id, page_id)
    expect(page.locator("html")).to_have_attribute("data-scripts", "started")


def open_plain(page: Page, charter_id: str, page_id: str) -> None:
    """Open a page of questions of a charter in a browser that runs no scripts."""
    page.goto(f"/charters/{charter_id}/{page_id}")


def section(page: Page, question: str) -> Locator:
    """Where a question stands."""
    return page.locator(f'[data-question="{question}"]')


def place(page: Page, cell: str) -> Locator:
    """A field with its label, hint and error."""
    return page.locator(f'[data-cell="{cell}"]')


def control(page: Page, cell: str) -> Locator:
    """What one types into, or picks from a list."""
    return page.locator(f'[name="{cell}"]:not([type=hidden])')


def option(page: Page, cell: str, choice: str) -> Locator:
    """A radio button or checkbox."""
    return place(page, cell).locator(f'input[value="{choice}"]')


def rows(page: Page, table: str) -> Locator:
    """The rows of a table."""
    return page.locator(f'[data-table="{table}"] .rows > [data-row]')


def row_name(page: Page, table: str, number: int) -> str:
    """The name of a row by its place: the cells of its columns begin with it."""
    return str(rows(page, table).nth(number).get_attribute("data-record"))


def row_line(page: Page, row: str) -> Locator:
    """The line of a row by its name; it opens the row and folds it."""
    return page.locator(f'[data-record="{row}"] > details > summary')


def open_row(page: Page, cell: str) -> None:
    """Open the row that a cell is in, if it is folded."""
    row = page.locator("fieldset.row").filter(has=control(page, cell))
    closed = row.locator("> details:not([open]) > summary")
    if closed.count():
        closed.click()


def paste(page: Page, text: str, html: str = "") -> None:
    """Paste where the cursor is, as the browser tells pages of it."""
    page.evaluate(
        """([text, html]) => {
          const clipboardData = new DataTransfer();
          clipboardData.setData("text/plain", text);
          if (html) clipboardData.setData("text/html", html);
          const paste = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
          document.activeElement.dispatchEvent(paste);
        }""",
        [text, html],
    )


def note(page: Page) -> Locator:
    """What stands in the bar about saving."""
    return page.locator("[data-state-text]")


def wait_until_saved(page: Page) -> None:
    """Wait until the browser has an answer for all that was typed, and the page says that it is saved."""
    page.evaluate(_ALL_ANSWERED)
    expect(note(page)).to_have_text("Saved")


def save(page: Page) -> None:
    """Press "Save and continue", and wait for where it leads."""
    with page.expect_navigation():
        page.get_by_role("button", name="Save and continue").click()
