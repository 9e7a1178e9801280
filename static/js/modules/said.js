// Keeps what is said beside the questions up to date: after a save, findings and figures are asked for again, and the
// form is told "said" with the page that came.

import { announce } from "../saving/messages.js";

/** @param {HTMLFormElement} form */
export function start(form) {
  const said = new Said(form);
  form.addEventListener("answered", () => said.refresh());
}

class Said {
  constructor(form) {
    this.form = form;
    this.inShort = null;
    this.asked = 0;
  }

  async refresh() {
    this.asked += 1;
    const mine = this.asked;
    const page = await read(this.form.dataset.said);
    // An answer that was overtaken by a later save says what no longer holds.
    if (!page || mine !== this.asked) return;
    for (const block of page.querySelectorAll("[data-beside]")) this.put(document.importNode(block, true));
    this.form.dispatchEvent(new CustomEvent("said", { detail: page }));
    this.tell(page.querySelector("[data-said-in-short]").textContent.trim());
  }

  put(block) {
    const old = this.form.querySelector(`[data-beside="${CSS.escape(block.dataset.beside)}"]`);
    if (!old || old.isEqualNode(block)) return;
    // Somebody may be reading there.
    for (const details of old.querySelectorAll("details[open]")) {
      const same = [...block.querySelectorAll("details")].find((other) => titleOf(other) === titleOf(details));
      if (same) same.open = true;
    }
    if (old.contains(document.activeElement)) {
      old.addEventListener("focusout", () => old.replaceWith(block), { once: true });
    } else {
      old.replaceWith(block);
    }
  }

  tell(inShort) {
    if (this.inShort !== null && this.inShort !== inShort) announce(inShort);
    this.inShort = inShort;
  }
}

/** The page at `url`, or null when it cannot be had: then what is shown stays. */
async function read(url) {
  try {
    const response = await fetch(url);
    if (!response.ok) return null;
    return new DOMParser().parseFromString(await response.text(), "text/html");
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function titleOf(details) {
  return details.querySelector("summary").textContent;
}
