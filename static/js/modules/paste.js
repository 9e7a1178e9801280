// A block copied from a spreadsheet fills the fields from where it is pasted, to the right and down, and adds the
// rows that it needs.

import { tellTyped } from "../saving/controls.js";
import { addRow, hasRoom, rowsOf, tell } from "./rows.js";

/** @param {HTMLElement} table */
export function start(table) {
  const hint = table.querySelector("[data-paste-hint]");
  if (hint) hint.hidden = false;
  table.addEventListener("paste", (event) => {
    const block = cellsOf(event.clipboardData?.getData("text/plain") ?? "");
    const field = event.target.closest("[data-cell]");
    if (!field || (block.length < 2 && block[0].length < 2)) return;
    event.preventDefault();
    paste(table, field, block);
  });
}

/** The cells of a copied block by rows: tabs between cells; a cell with a tab, line break or quote is quoted.
 *  Blank rows and columns at the end, which a generous selection takes along, are left out. */
export function cellsOf(text) {
  const rows = [[""]];
  const token = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)|\t|\r\n|\r|\n|[^\t\r\n]+/y;
  for (const [found, quoted] of text.replace(/(\r\n|\r|\n)$/, "").matchAll(new RegExp(token, "g"))) {
    const row = rows.at(-1);
    if (found === "\t") row.push("");
    else if (/^[\r\n]/.test(found)) rows.push([""]);
    else row[row.length - 1] += quoted === undefined ? found : quoted.replaceAll('""', '"');
  }
  while (rows.length > 1 && rows.at(-1).every(isBlank)) rows.pop();
  const width = Math.max(1, ...rows.map((row) => row.findLastIndex((text) => !isBlank(text)) + 1));
  return rows.map((row) => row.slice(0, width));
}

function isBlank(text) {
  return text.trim() === "";
}

function paste(table, field, block) {
  const first = rowsOf(table).indexOf(field.closest(".row"));
  const column = fieldsOf(field.closest(".row")).indexOf(field);
  const counts = { pasted: 0, left: 0 };
  for (const [index, texts] of block.entries()) {
    const row = rowsOf(table)[first + index] ?? (addsRows(table) ? addRow(table) : null);
    const fields = row ? fieldsOf(row) : [];
    for (const [offset, text] of texts.entries()) {
      const filled = fields[column + offset] && fill(fields[column + offset], text.trim());
      if (filled || !isBlank(text)) counts[filled ? "pasted" : "left"] += 1;
    }
  }
  const left = counts.left ? ` ${counts.left} did not fit, such as a word that a list does not offer.` : "";
  tell(table, `${counts.pasted} ${counts.pasted === 1 ? "cell" : "cells"} pasted.${left}`);
}

function addsRows(table) {
  return table.querySelector(":scope > template") !== null && hasRoom(table);
}

/** The fields of a row that apply, as the reader sees them. */
function fieldsOf(row) {
  return [...row.querySelectorAll("[data-cell]")].filter((field) => !field.hidden);
}

function fill(field, text) {
  const control = field.querySelector("input:not([type=hidden]), select, textarea");
  const value = control.tagName === "SELECT" ? optionFor(control, text) : text;
  if (value === undefined) return false;
  control.value = value;
  tellTyped(control);
  return true;
}

function optionFor(select, text) {
  const wanted = text.toLowerCase();
  const options = [...select.options].filter((option) => !option.hidden);
  return options.find((option) => [option.value, option.label].some((word) => word.toLowerCase() === wanted))?.value;
}
