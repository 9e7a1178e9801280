// A calculator answers while it is filled in: the form is posted as its button does, and of the page that comes back
// the parts with data-live take the place of those shown.

import { announce } from "../saving/messages.js";

const PAUSE = 400;
const LOST = "Not worked out: the server does not answer. Go on typing, or press the button.";

/** @param {HTMLFormElement} form */
export function start(form) {
  for (const button of form.querySelectorAll("[data-without-scripts]")) button.hidden = true;
  const calculator = new Calculator(form);
  for (const type of ["input", "change"]) form.addEventListener(type, () => calculator.soon());
  form.addEventListener("submit", () => takeAlong(form));
}

/** What by now stands in the other calculators of the page is to be there still when the button brings a new one. */
function takeAlong(form) {
  const others = [...document.querySelectorAll("form:has([data-taken-along])")].filter((other) => other !== form);
  const filledIn = others.flatMap((other) => [...other.elements].filter(isFilledIn));
  form.querySelector("[data-taken-along]").replaceChildren(...filledIn.map(hidden));
}

function isFilledIn({ name, value, type, checked }) {
  if (!name || !value || ["hidden", "file", "submit"].includes(type)) return false;
  return checked || !["checkbox", "radio"].includes(type);
}

function hidden({ name, value }) {
  return Object.assign(document.createElement("input"), { type: "hidden", name, value });
}

class Calculator {
  constructor(form) {
    this.form = form;
    this.asked = 0;
    this.posted = written(new FormData(form));
    this.inShort = "";
  }

  soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.workOut(), PAUSE);
  }

  async workOut() {
    const data = new FormData(this.form);
    // A field tells of its last character twice: as "input", and as "change" when it is left.
    if (written(data) === this.posted) return;
    this.posted = written(data);
    this.asked += 1;
    const mine = this.asked;
    data.set("live", "yes");
    const fresh = await post(this.form, data);
    // An answer that was overtaken is about numbers that are gone.
    if (mine === this.asked) this.show(fresh);
  }

  show(fresh) {
    if (!fresh) this.posted = "";
    dropSummary();
    for (const old of this.form.querySelectorAll("[data-live]")) {
      const block = fresh?.querySelector(`[data-live="${CSS.escape(old.dataset.live)}"]`);
      if (block) replace(old, document.importNode(block, true));
    }
    if (fresh) this.markControls(fresh);
    else this.form.querySelector("[data-live=result]").textContent = LOST;
    this.tell(fresh);
  }

  /** Say of each control, and of what holds it, what the fresh form says. */
  markControls(fresh) {
    for (const control of this.form.querySelectorAll("[id]:is(input, textarea)")) {
      const twin = fresh.querySelector(`[id="${CSS.escape(control.id)}"]`);
      for (const name of ["aria-invalid", "aria-describedby", "aria-label"]) copy(name, twin, control);
    }
    const fields = fresh.querySelectorAll(".field, fieldset");
    this.form.querySelectorAll(".field, fieldset").forEach((field, place) => {
      field.classList.toggle("field-error", fields[place].classList.contains("field-error"));
      copy("aria-describedby", fields[place], field);
    });
  }

  tell(fresh) {
    const errors = fresh ? [...fresh.querySelectorAll(".error-text")] : [];
    const inShort = fresh ? (fresh.querySelector("[data-in-short]") ?? errors[0])?.textContent : LOST;
    if (inShort && inShort !== this.inShort) announce(inShort);
    this.inShort = inShort;
  }
}

/** The form in the answer to `data`, or null when there is none. */
async function post(form, data) {
  try {
    // Not form.action: a button has that name.
    const response = await fetch(form.getAttribute("action"), { method: "POST", body: data });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    return page.getElementById(form.id);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** What a form holds, to be compared: a file by its name, size and time. */
function written(data) {
  const plain = [...data].map(([name, value]) => [
    name,
    value instanceof File ? [value.name, value.size, value.lastModified] : value,
  ]);
  return JSON.stringify(plain);
}

function replace(old, block) {
  if (!old.isEqualNode(block)) old.replaceWith(block);
}

function copy(name, from, to) {
  if (from.hasAttribute(name)) to.setAttribute(name, from.getAttribute(name));
  else to.removeAttribute(name);
}

/** The summary of a page that came with errors is of what was sent then. */
function dropSummary() {
  document.querySelector(".error-summary")?.remove();
  document.title = document.title.replace(/^Error: /, "");
}
