// Rows of tables: a line each, which opens into the fields of the row and folds again when somebody has left it.
// It hears "said" (lines as the server writes them), and "left" from a row that nobody needs to see open.
//
// A row that was written in stays open until its line says so too, and as long as something is wrong in it.

const CONTROLS = "input:not([type=hidden]), select, textarea";
const TROUBLE = ".field-error, .conflict, .doubt, .unfit, [aria-invalid=true]";

/** @param {HTMLFormElement} form */
export function start(form) {
  new Folding(form).start();
}

class Folding {
  constructor(form) {
    this.form = form;
    this.current = rowOf(document.activeElement);
    this.pressed = false;
  }

  start() {
    const { form } = this;
    for (const type of ["input", "change"]) form.addEventListener(type, (event) => this.typed(rowOf(event.target)));
    form.addEventListener("click", (event) => this.turned(event));
    form.addEventListener("keydown", (event) => this.escaped(event));
    form.addEventListener("left", (event) => this.leave(rowOf(event.target)));
    form.addEventListener("answered", () => this.answered());
    form.addEventListener("said", (event) => this.said(event.detail));
    document.addEventListener("focusin", (event) => this.moved(rowOf(event.target)));
    // What folds between pressing a button and letting it go moves the button away from under the pointer.
    document.addEventListener("pointerdown", () => {
      this.pressed = true;
    });
    for (const type of ["pointerup", "pointercancel"]) document.addEventListener(type, () => this.released());
    window.addEventListener("hashchange", openTarget);
    openTarget();
  }

  typed(row) {
    if (row) row.dataset.line = "typed";
  }

  answered() {
    for (const row of this.form.querySelectorAll("[data-line=typed]")) row.dataset.line = "answered";
  }

  said(page) {
    for (const block of page.querySelectorAll("[data-lines]")) this.putLines(block);
    for (const row of this.form.querySelectorAll("[data-line=answered]")) delete row.dataset.line;
    this.foldLeft();
  }

  putLines(block) {
    for (const told of block.querySelectorAll("[data-told]")) {
      const row = document.getElementById(told.dataset.told);
      if (!row) continue;
      row.toggleAttribute("data-bare", "bare" in told.dataset);
      row.querySelector(".row-line").replaceChildren(...[...told.childNodes].map((node) => document.importNode(node, true)));
    }
  }

  moved(row) {
    if (row === this.current) return;
    const left = this.current;
    this.current = row;
    if (row) delete row.dataset.left;
    if (left) this.leave(left);
  }

  /** Fold a row once its line says what is in it. */
  leave(row) {
    if (!row || !detailsOf(row).open) return;
    row.dataset.left = "";
    if ("line" in row.dataset) this.form.dispatchEvent(new Event("hurry"));
    this.foldLeft();
  }

  foldLeft() {
    if (this.pressed) return;
    for (const row of this.form.querySelectorAll(".row[data-left]")) {
      if (canFold(row) && !isBeingEdited(row)) keepInPlace(() => fold(row));
    }
  }

  released() {
    // After the click that this may be.
    setTimeout(() => {
      this.pressed = false;
      this.foldLeft();
    });
  }

  turned(event) {
    const row = event.target.closest("fieldset.row > details > summary") && rowOf(event.target);
    if (!row) return;
    if (!detailsOf(row).open) {
      setTimeout(() => firstControl(row)?.focus());
    } else if (!canFold(row) && !("new" in row.dataset)) {
      event.preventDefault();
      this.done(row);
    }
  }

  escaped(event) {
    const row = rowOf(event.target);
    if (event.key !== "Escape" || event.isComposing || !row || !detailsOf(row).open) return;
    event.preventDefault();
    this.done(row);
  }

  /** Somebody is done with a row: fold it as soon as may be, or show what is wrong in it. */
  done(row) {
    const wrong = row.querySelector(TROUBLE);
    if (wrong) {
      (wrong.closest("[data-cell]") ?? row).querySelector(CONTROLS).focus();
      return;
    }
    summaryOf(row).focus();
    this.leave(row);
  }
}

function fold(row) {
  delete row.dataset.left;
  detailsOf(row).open = false;
}

/** Whether the line of a row says all that is to be said. */
function canFold(row) {
  return !("line" in row.dataset) && !("bare" in row.dataset) && !("new" in row.dataset) && !row.querySelector(TROUBLE) && !row.matches(".field-error");
}

function isBeingEdited(row) {
  const { activeElement } = document;
  return row.contains(activeElement) && activeElement !== summaryOf(row);
}

/** Open the row that the address leads to, or that holds what it leads to. */
function openTarget() {
  const target = document.getElementById(window.location.hash.slice(1));
  const row = rowOf(target);
  if (!row || detailsOf(row).open) return;
  detailsOf(row).open = true;
  target.scrollIntoView();
}

/** Do what changes the height of the page, without moving what somebody is at. */
function keepInPlace(change) {
  const { activeElement } = document;
  const before = activeElement.getBoundingClientRect().top;
  change();
  const moved = activeElement.getBoundingClientRect().top - before;
  const isSeen = before >= 0 && before < window.innerHeight;
  if (moved && isSeen) window.scrollBy({ top: moved, behavior: "instant" });
}

function rowOf(element) {
  return element?.closest("fieldset.row") ?? null;
}

function detailsOf(row) {
  return row.querySelector(":scope > details");
}

function summaryOf(row) {
  return row.querySelector(":scope > details > summary");
}

function firstControl(row) {
  return [...row.querySelectorAll(CONTROLS)].find((control) => control.checkVisibility());
}
