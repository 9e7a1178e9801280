// A first row that names the columns of a table says which of them the others fill.

import { isBlank } from "./block.js";
import { plain } from "./words.js";

// What people head such columns with, by the id of the column.
const ALSO = {
  by: ["until", "due", "due date", "deadline", "date", "bis", "termin"],
  owner: ["responsible", "assignee", "owned by", "verantwortlich"],
  name: ["person", "who", "wer"],
  unit: ["einheit"],
  note: ["notes", "comment", "remark"],
  value: ["amount", "wert"],
};

/**
 * The columns that a row of texts names, in its order, null for one that the table has not; undefined when the row is
 * no heading. `columns` are those of the table, {id, label}.
 */
export function headingOf(texts, columns) {
  const filled = texts.filter((text) => !isBlank(text));
  const surely = texts.map((text) => columns.find((column) => isCalled(text, column)));
  const sure = surely.filter(Boolean);
  if (new Set(sure).size < sure.length || sure.length === 0) return undefined;
  if (sure.length < 2 && filled.length > 1) return undefined;
  const left = columns.filter((column) => !sure.includes(column));
  return texts.map((text, index) => surely[index] ?? take(text, left) ?? null);
}

function isCalled(text, { id, label }) {
  const word = plain(text);
  return word !== "" && [plain(label), plain(id), ...(ALSO[id] ?? [])].includes(word);
}

/** The column of which `text` has all words, or which has all words of it: "Hours" for "Hours a week". */
function take(text, left) {
  const words = plain(text).split(" ").filter(Boolean);
  const holds = (many, few) => few.length > 0 && few.every((word) => many.includes(word));
  const place = left.findIndex(({ label }) => holds(plain(label).split(" "), words) || holds(words, plain(label).split(" ")));
  return place < 0 ? undefined : left.splice(place, 1)[0];
}
