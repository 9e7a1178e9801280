// What was copied elsewhere, as rows of cells.

/** The cells of the clipboard by rows: a block of a spreadsheet, or a table of a page or an e-mail. */
export function blockOf(clipboard) {
  const text = clipboard?.getData("text/plain") ?? "";
  const table = text.includes("\t") ? null : tableIn(clipboard?.getData("text/html") ?? "");
  return table ? trimmed(table) : cellsOf(text);
}

/** The cells of a text by rows: tabs between cells; a cell with a tab, line break or quote is quoted. */
export function cellsOf(text) {
  const rows = [[""]];
  const token = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)|\t|\r\n|\r|\n|[^\t\r\n]+/y;
  for (const [found, quoted] of text.replace(/(\r\n|\r|\n)$/, "").matchAll(new RegExp(token, "g"))) {
    const row = rows.at(-1);
    if (found === "\t") row.push("");
    else if (/^[\r\n]/.test(found)) rows.push([""]);
    else row[row.length - 1] += quoted === undefined ? found : quoted.replaceAll('""', '"');
  }
  return trimmed(rows);
}

function tableIn(html) {
  const table = new DOMParser().parseFromString(html, "text/html").querySelector("table");
  if (!table) return null;
  return [...table.rows].map((row) => [...row.cells].map((cell) => cell.textContent.replace(/\s+/g, " ").trim()));
}

// Blank rows and columns at the end, which a generous selection takes along, are left out.
function trimmed(rows) {
  const kept = rows.slice(0, Math.max(1, rows.findLastIndex((row) => !row.every(isBlank)) + 1));
  const width = Math.max(1, ...kept.map((row) => row.findLastIndex((text) => !isBlank(text)) + 1));
  return kept.map((row) => row.slice(0, width));
}

/** Whether a cell holds nothing to see. */
export function isBlank(text) {
  return text.trim() === "";
}
