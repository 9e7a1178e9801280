// What a row of a table is called in a sentence; the server's contexts/records.py says the same.

const LONGEST = 40;

/** "row 2, Precision", or what a row is about that has no number. */
export function rowWords(row) {
  const number = row.querySelector("[data-number]")?.textContent;
  if (!number) return row.querySelector("legend").textContent.trim();
  return [`row ${number}`, rowName(row)].filter(Boolean).join(", ");
}

/** The first of the columns that can name a row which is filled; "" for none. */
function rowName(row) {
  const columns = row.closest("[data-table]").dataset.namedBy.split(" ");
  const line = columns.map((column) => textIn(row, column)).find(Boolean) ?? "";
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST - 1).trimEnd()}…`;
}

function textIn(row, column) {
  const control = row.querySelector(`[name="${CSS.escape(`${row.dataset.record}/${column}`)}"]`);
  const text = control?.tagName === "SELECT" ? control.selectedOptions[0]?.label : control?.value;
  return (text ?? "").trim().replace(/\s+/g, " ");
}
