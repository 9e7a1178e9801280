// A table of counts: shown in the size that is chosen, filled by a block copied from a spreadsheet, walked through with
// the arrow keys.

import { tellTyped } from "../saving/controls.js";
import { announce } from "../saving/messages.js";
import { cellsOf } from "../pasting/block.js";

const STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/** @param {HTMLFormElement} form */
export function start(form) {
  const size = form.elements.namedItem("classes");
  const grid = form.querySelector(".counts");
  grid.querySelector("[data-paste-hint]").hidden = false;
  size.addEventListener("input", () => show(form, Number(size.value)));
  // A browser that goes back may put another size into the list than the page came with.
  show(form, Number(size.value));
  grid.addEventListener("keydown", (event) => walk(form, event));
  grid.addEventListener("paste", (event) => {
    const block = numbersIn(cellsOf(event.clipboardData?.getData("text/plain") ?? ""));
    if (block.length < 2 && block[0].length < 2) return;
    event.preventDefault();
    paste(form, size, event.target, block);
  });
}

function show(form, size) {
  for (const part of form.querySelectorAll("[data-class]")) part.hidden = Number(part.dataset.class) > size;
}

function paste(form, size, input, block) {
  const [row, column] = placeOf(input);
  const needed = Math.max(row + block.length, column + Math.max(...block.map((texts) => texts.length))) - 1;
  const most = Number(size.options[size.options.length - 1].value);
  if (needed > Number(size.value)) {
    size.value = Math.min(needed, most);
    tellTyped(size);
  }
  let pasted = 0;
  for (const [down, texts] of block.entries()) {
    for (const [right, text] of texts.entries()) {
      const cell = cellAt(form, row + down, column + right);
      if (!cell) continue;
      cell.value = text.trim();
      tellTyped(cell);
      pasted += 1;
    }
  }
  announce(`${pasted} cells pasted.${needed > most ? ` A table has at most ${most} classes: the rest did not fit.` : ""}`);
}

/** A copied block without the names of classes above and beside its numbers. */
function numbersIn(block) {
  const isName = (text) => text.trim() !== "" && !/\d/.test(text);
  const isHead = ([corner, ...texts]) => texts.length > 0 && !/\d/.test(corner) && texts.every(isName);
  const rows = isHead(block[0]) && block.length > 1 ? block.slice(1) : block;
  const named = rows.every((texts) => texts.length > 1 && isName(texts[0]));
  return named ? rows.map((texts) => texts.slice(1)) : rows;
}

function walk(form, event) {
  const step = STEPS[event.key];
  const { target } = event;
  if (!step || !target.matches("input") || event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return;
  // To the side only from the end of what is typed, or the cursor could not move in it.
  if (step[1] < 0 && target.selectionEnd > 0) return;
  if (step[1] > 0 && target.selectionStart < target.value.length) return;
  const [row, column] = placeOf(target);
  const next = cellAt(form, row + step[0], column + step[1]);
  if (!next) return;
  event.preventDefault();
  next.focus();
  next.select();
}

function placeOf(input) {
  return input.name.split("-").slice(1).map(Number);
}

/** The field of a cell that is shown. */
function cellAt(form, row, column) {
  const cell = form.elements.namedItem(`count-${row}-${column}`);
  return cell && !cell.closest("[hidden]") ? cell : null;
}
