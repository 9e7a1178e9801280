// A block copied from a spreadsheet, a page or an e-mail fills the fields from where it is pasted, to the right and
// down, and adds the rows that it needs; a first row that names columns says which. What did not fit is listed until
// somebody has dealt with it, and one button takes the whole paste back.

import { blockOf, isBlank } from "../pasting/block.js";
import { headingOf } from "../pasting/heading.js";
import { keptOf, Leftovers } from "../pasting/leftovers.js";
import { nearest, plain, yesOrNo } from "../pasting/words.js";
import { tellTyped } from "../saving/controls.js";
import { newId } from "../saving/ids.js";
import { addRow, hasRoom, rowsOf, takeOut } from "./rows.js";

/** @param {HTMLElement} table */
export function start(table) {
  const hint = table.querySelector("[data-paste-hint]");
  if (hint) hint.hidden = false;
  const pasting = new Pasting(table);
  table.addEventListener("paste", (event) => pasting.hear(event));
  // Before it is saved: what somebody has changed since is not taken back.
  table.addEventListener("input", (event) => event.isTrusted && pasting.written(event.target), true);
  table.closest("form").addEventListener("refused", (event) => pasting.refused(event.detail));
}

class Pasting {
  constructor(table) {
    this.table = table;
    this.panel = table.querySelector(":scope > [data-pasted]");
    this.left = new Leftovers(table, this.panel.querySelector("ul"), (field, value) => this.fill(field, value));
    // What the last paste has done: the texts before it by cell, and the rows that it made.
    this.before = new Map();
    this.made = new Set();
    this.heading = undefined;
    this.panel.querySelector("[data-take-back]").addEventListener("click", () => this.takeBack());
    this.panel.querySelector("[data-close]").addEventListener("click", () => this.close());
    if (keptOf(table).length > 0) this.say("These did not fit when they were pasted.");
  }

  hear(event) {
    const field = event.target.closest("[data-cell]");
    const block = blockOf(event.clipboardData);
    const isOneText = block.length < 2 && block[0].length < 2;
    if (!field || !field.closest(".row") || (isOneText && !event.target.matches("select"))) return;
    event.preventDefault();
    this.paste(field, block);
  }

  /** What a paste changes is undone as one; the form is told where it begins and ends. */
  paste(field, block) {
    this.tellForm("act", newId());
    this.putBlock(field, block);
    this.tellForm("act", undefined);
  }

  tellForm(type, detail) {
    this.table.dispatchEvent(new CustomEvent(type, { bubbles: true, detail }));
  }

  putBlock(field, block) {
    this.before.clear();
    this.made.clear();
    const start = field.closest(".row");
    const heading = block.length > 1 ? headingOf(block[0], columnsOf(start)) : undefined;
    const columns = heading ?? columnsFrom(field);
    const first = rowsOf(this.table).indexOf(start);
    for (const [index, texts] of (heading ? block.slice(1) : block).entries()) {
      if (texts.every(isBlank)) continue;
      const row = this.rowAt(first + index);
      const cells = texts.map((text, place) => [columns[place], text]);
      for (const [column, text] of choicesFirst(start, cells)) this.put(row, first + index, column, text);
      row?.dispatchEvent(new Event("left", { bubbles: true }));
    }
    if (heading) this.leaveOut(heading, block);
    this.heading = heading;
    this.tell();
  }

  /** The row at a place, made when there is none; undefined when the table is full. */
  rowAt(place) {
    const there = rowsOf(this.table)[place];
    const row = there ?? (this.addsRows() ? addRow(this.table) : undefined);
    if (row && (!there || "new" in row.dataset)) this.made.add(row);
    return row;
  }

  addsRows() {
    return this.table.querySelector(":scope > template") !== null && hasRoom(this.table);
  }

  /** Put a text into the cell of a row, or note why it did not fit. */
  put(row, place, column, text) {
    if (isBlank(text) || column === null) return;
    const field = row && column && fieldOf(row, column.id);
    const where = { row: place + 1, column: column?.label ?? "" };
    if (!row) this.left.add({ ...where, text, why: "the table is full" });
    else if (!field) this.left.add({ ...where, text, why: "there is no column for it" });
    else if (field.hidden) this.left.add({ ...where, text, why: "this row has no such field" });
    else this.offer(field, where, text.trim());
  }

  offer(field, where, text) {
    const value = valueFor(field, text);
    if (value !== undefined) {
      this.left.settle(field.dataset.cell);
      this.fill(field, value);
      return;
    }
    this.left.add({ ...where, text, why: "is not in the list", cell: field.dataset.cell, near: nearest(text, optionsOf(field)) });
  }

  fill(field, value) {
    const control = controlOf(field);
    if (!this.before.has(field)) this.before.set(field, control.value);
    control.value = value;
    tellTyped(control);
  }

  /** Note the texts under what a heading says that is no column, together. */
  leaveOut(heading, block) {
    for (const [index, column] of heading.entries()) {
      const texts = block.slice(1).map((line) => line[index] ?? "");
      const text = texts.filter((other) => !isBlank(other)).join(", ");
      if (column === null && text) this.left.add({ row: 0, column: block[0][index], text, why: "there is no such column" });
    }
  }

  tell() {
    const pasted = this.before.size;
    const named = (this.heading ?? []).filter(Boolean).map(({ label }) => label);
    const words = [
      `${pasted} ${pasted === 1 ? "cell" : "cells"} pasted.`,
      named.length > 0 ? `The first row was taken as the heading: ${named.join(", ")}.` : "",
      this.left.length > 0 ? `${this.left.length} did not fit; see below.` : "",
    ];
    this.say(words.filter(Boolean).join(" "));
  }

  say(text) {
    this.panel.querySelector("[role=status]").textContent = text;
    this.panel.querySelector("[data-take-back]").hidden = this.before.size === 0;
    this.panel.hidden = false;
    this.left.show();
  }

  /** A pasted text was turned down: it stands in its field, and in the list with the others. */
  refused({ cell, text }) {
    const field = [...this.before.keys()].find((other) => other.dataset.cell === cell);
    if (!field) return;
    const row = rowsOf(this.table).indexOf(field.closest(".row")) + 1;
    this.left.add({ row, column: field.dataset.label, text: controlOf(field).value, why: text, cell, isIn: true });
    this.tell();
  }

  written(control) {
    const field = control.closest("[data-cell]");
    if (!field) return;
    this.before.delete(field);
    this.left.settle(field.dataset.cell);
    // Its row has more than the paste by now.
    this.made.delete(field.closest(".row"));
  }

  /** Take all of the last paste back: rows that it made go, and cells hold what they held. */
  takeBack() {
    for (const [field, text] of this.before) {
      if (field.isConnected && !this.made.has(field.closest(".row"))) this.fill(field, text);
    }
    for (const row of this.made) if (row.isConnected) takeOut(this.table, row);
    this.before.clear();
    this.made.clear();
    this.left.clear();
    this.say("The paste was taken back.");
    this.panel.querySelector("[data-close]").focus();
  }

  close() {
    this.left.clear();
    this.panel.hidden = true;
    this.table.querySelector("[data-row-action=add]")?.focus();
  }
}

/** The columns from that of a field to the right, as the reader sees them in its row. */
function columnsFrom(field) {
  const seen = columnsOf(field.closest(".row")).filter((column) => !column.hidden);
  return seen.slice(seen.findIndex(({ id }) => id === columnOf(field).id));
}

/** Choices come first: they decide which other fields a row has. */
function choicesFirst(row, cells) {
  const isChoice = ([column]) => Boolean(column && fieldOf(row, column.id).querySelector("select"));
  return [...cells.filter(isChoice), ...cells.filter((cell) => !isChoice(cell))];
}

function columnsOf(row) {
  return [...row.querySelectorAll("[data-cell]")].map(columnOf);
}

function columnOf(field) {
  return { id: field.dataset.cell.split("/").at(-1), label: field.dataset.label, hidden: field.hidden };
}

function fieldOf(row, column) {
  return row.querySelector(`[data-cell="${CSS.escape(`${row.dataset.record}/${column}`)}"]`);
}

function controlOf(field) {
  return field.querySelector("input:not([type=hidden]), select, textarea");
}

function optionsOf(field) {
  return [...controlOf(field).options].filter((option) => option.value && !option.hidden);
}

/** What to put into a field for a text; undefined for a word that its list does not offer. */
function valueFor(field, text) {
  if (controlOf(field).tagName !== "SELECT") return text;
  if (field.dataset.kind === "yesno") return yesOrNo(text);
  const called = (option) => option.value === text || plain(option.label) === plain(text);
  return optionsOf(field).find(called)?.value;
}
