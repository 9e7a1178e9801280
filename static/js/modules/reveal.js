// Shows and hides questions, fields and choices as their conditions hold. The server has the last word.
//
// A condition is a list of alternatives, of which one must hold; each maps cells to the ids accepted, and all of
// its entries must hold. A cell that begins with a point is a column of the same row or group.

import { controlsOf, typedIn } from "../saving/controls.js";

/** @param {HTMLFormElement} form */
export function start(form) {
  const elsewhere = JSON.parse(form.dataset.elsewhere);
  const update = () => reveal(form, elsewhere);
  form.addEventListener("change", update);
  update();
}

function reveal(form, elsewhere) {
  const conditional = [...form.querySelectorAll("[data-show], [data-hide]")];
  // What shows can depend on what is shown, but never in a circle.
  let changed = true;
  for (let round = 0; changed && round < conditional.length; round += 1) {
    changed = false;
    for (const element of conditional) {
      const hidden = !applies(element, form, elsewhere);
      changed ||= element.hidden !== hidden;
      element.hidden = hidden;
    }
  }
}

function applies(element, form, elsewhere) {
  const { show, hide } = element.dataset;
  const picked = (cell) => pickedIn(cell, element, form, elsewhere);
  return (!show || holds(JSON.parse(show), picked)) && !(hide && holds(JSON.parse(hide), picked));
}

function holds(condition, picked) {
  return condition.some((alternative) =>
    Object.entries(alternative).every(([cell, accepted]) => picked(cell).some((id) => accepted.includes(id))),
  );
}

function pickedIn(cell, element, form, elsewhere) {
  if (cell in elsewhere) return elsewhere[cell];
  const address = cell.startsWith(".") ? `${element.closest("[data-record]").dataset.record}/${cell.slice(1)}` : cell;
  const field = form.querySelector(`[data-cell="${CSS.escape(address)}"]`);
  // Hidden answers are kept, but count for nothing.
  if (!field || field.closest("[hidden]")) return [];
  const controls = controlsOf(field, address).filter((control) => !control.closest("[hidden]"));
  return controls.length > 0 ? [typedIn(controls)].flat().filter(Boolean) : [];
}
