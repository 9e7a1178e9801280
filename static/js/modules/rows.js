// Rows of a table: added, removed, moved and taken back without a reload, by the same buttons as without scripts.
// The form hears of each op as "edit", and tells what became of it as "edited".

import { tellTyped } from "../saving/controls.js";
import { newId, newRowId } from "../saving/ids.js";
import { announce, showError } from "../saving/messages.js";
import { rowWords } from "../saving/rows.js";

const MOST = 100;
const GONE =
  "This row was removed elsewhere while you were writing. Go on writing to add it again, or remove it";

/** @param {HTMLElement} table */
export function start(table) {
  if (!table.querySelector(":scope > template")) return;
  table.addEventListener("click", (event) => {
    const button = event.target.closest("[data-row-action]");
    if (!button) return;
    event.preventDefault();
    ACTIONS[button.dataset.rowAction](table, button.closest(".row"), button);
  });
  // Before the form hears of what is typed in a row, it must hear that there is one.
  table.addEventListener("input", (event) => store(table, event.target.closest(".row")));
  table.closest("form").addEventListener("edited", (event) => settle(table, event.detail));
}

/** The rows of a table, in order. */
export function rowsOf(table) {
  return [...table.querySelectorAll(":scope > .rows > .row")];
}

/** Whether a table takes another row. */
export function hasRoom(table) {
  return rowsOf(table).length < MOST;
}

/** Add a row at the end of a table and return it; those that were shown blank become rows as well. */
export function addRow(table) {
  for (const row of rowsOf(table)) store(table, row);
  const row = blankRow(table);
  table.querySelector(":scope > .rows").append(row);
  store(table, row);
  renumber(table);
  return row;
}

/** Remove a row, in favour of a blank one if it was the last; return the id of the edit, null for none. */
export function takeOut(table, row) {
  const removal = "new" in row.dataset ? null : newId();
  if (removal) edit(table, { op: "remove_row", cell: address(table, row), id: removal });
  else tellForm(table, "discard", address(table, row));
  row.remove();
  if (rowsOf(table).length === 0) table.querySelector(":scope > .rows").append(blankRow(table));
  renumber(table);
  return removal;
}

const ACTIONS = {
  add(table) {
    addRow(table).querySelector("input:not([type=hidden]), select, textarea").focus();
  },

  remove(table, row) {
    const place = rowsOf(table).indexOf(row);
    const line = goneLine(row);
    row.before(line);
    offerUndo(table, row, takeOut(table, row), line);
    announce(line.querySelector("[data-text]").textContent);
    focusNear(table, place);
  },

  up(table, row, button) {
    neighbour(row, -1)?.before(row);
    moved(table, row, button);
  },

  down(table, row, button) {
    neighbour(row, 1)?.after(row);
    moved(table, row, button);
  },
};

/** Tell of a row that is only shown so far, with what is typed in it. */
function store(table, row) {
  if (!row || !("new" in row.dataset)) return;
  delete row.dataset.new;
  edit(table, { op: "add_row", cell: table.dataset.table, row: row.dataset.row, after: before(row), value: {} });
  for (const control of row.querySelectorAll("input:not([type=hidden]), select, textarea")) {
    if (control.value) tellTyped(control);
  }
}

function moved(table, row, button) {
  if (!("new" in row.dataset)) edit(table, { op: "move_row", cell: address(table, row), after: before(row) });
  renumber(table);
  // The button of the first row's "up" and the last row's "down" is gone; the other one stays.
  const stays = button.checkVisibility() ? button : row.querySelector("[data-row-action=up], [data-row-action=down]");
  (stays.checkVisibility() ? stays : row.querySelector("[data-row-action=down]")).focus();
  announce(`Moved to row ${rowsOf(table).indexOf(row) + 1}`);
}

/** Say something about the rows of a table, under them. */
export function tell(table, ...parts) {
  const status = table.querySelector(":scope > [data-row-status]");
  if (!status) return;
  status.replaceChildren(...parts);
  status.hidden = false;
}

/** The line that stands where a row was, until the page is left. */
function goneLine(row) {
  const line = document.getElementById("row-gone-template").content.firstElementChild.cloneNode(true);
  const words = rowWords(row);
  line.querySelector("[data-text]").textContent = `${capital(words)}, removed.`;
  line.querySelector("[data-row-words]").textContent = words;
  return line;
}

function offerUndo(table, row, removal, line) {
  line.querySelector("button").addEventListener("click", () => {
    putBack(table, row, line);
    if (removal) edit(table, { op: "undo", undoes: removal });
    row.focus();
  });
}

/** Put a removed row back where it was, in place of a blank one that took it. */
function putBack(table, row, line) {
  const [only, another] = rowsOf(table);
  if (only && !another && "new" in only.dataset && !isFilled(only)) only.remove();
  line.replaceWith(row);
  renumber(table);
}

function settle(table, { entry, result }) {
  const [name, id] = entry.op === "add_row" ? [entry.cell, entry.row] : (entry.cell ?? "").split("/");
  if (result.status === "saved" || name !== table.dataset.table) return;
  const row = rowsOf(table).find((other) => other.dataset.row === id);
  if (entry.op === "remove_row") {
    tell(table, "The row was not removed: it was changed elsewhere in the meantime. Reload the page to see it.");
  } else if (row && entry.op === "set") {
    row.dataset.new = "";
    showError(row, row.id, GONE);
  } else if (row && entry.op === "add_row" && !result.reason?.startsWith("there is a row")) {
    row.dataset.new = "";
    showError(row, row.id, capital(result.reason));
  }
}

function blankRow(table) {
  const row = table.querySelector(":scope > template").content.firstElementChild.cloneNode(true);
  const id = newRowId();
  for (const element of [row, ...row.querySelectorAll("*")]) {
    for (const attribute of element.attributes) attribute.value = attribute.value.replaceAll("__row__", id);
  }
  return row;
}

function renumber(table) {
  rowsOf(table).forEach((row, index) => {
    for (const number of row.querySelectorAll("[data-number]")) number.textContent = index + 1;
  });
  table.querySelector(":scope > .actions [data-row-action=add]").hidden = !hasRoom(table);
  table.querySelector(":scope > .actions [data-full]").hidden = hasRoom(table);
}

function focusNear(table, place) {
  const rows = rowsOf(table);
  (rows[place] ?? rows[place - 1] ?? rows[0]).focus();
}

function isFilled(row) {
  return [...row.querySelectorAll("input:not([type=hidden]), select, textarea")].some((control) => control.value);
}

function edit(table, detail) {
  tellForm(table, "edit", detail);
}

function tellForm(table, type, detail) {
  table.dispatchEvent(new CustomEvent(type, { bubbles: true, detail }));
}

function address(table, row) {
  return `${table.dataset.table}/${row.dataset.row}`;
}

function before(row) {
  return neighbour(row, -1)?.dataset.row ?? null;
}

/** The row that stands so many places further down; between rows there may be lines about removed ones. */
function neighbour(row, step) {
  const rows = rowsOf(row.closest("[data-table]"));
  return rows[rows.indexOf(row) + step];
}

function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
