// Undo and redo: the two buttons in the bar of a page, and Ctrl+Z outside a text. The server knows what a step is.

import { newId } from "./ids.js";
import { announce, showState } from "./messages.js";

const DONE = "groundwork:taken-back";

export class TakeBack {
  /** For the page `client` of `form`, which showed the revision `base` and whose edits go through `queue`. */
  constructor({ form, queue, client, base }) {
    Object.assign(this, { form, queue, client, base });
    this.url = `${form.dataset.undo}?${new URLSearchParams({ client, base })}`;
    this.asked = 0;
  }

  start() {
    this.form.addEventListener("answered", () => this.refresh());
    this.form.addEventListener("click", (event) => {
      const button = event.target.closest("[data-step-back]");
      if (!button) return;
      event.preventDefault();
      this.press(button.dataset.stepBack);
    });
    document.addEventListener("keydown", (event) => {
      const name = shortcut(event);
      if (!name || isWriting(event.target)) return;
      event.preventDefault();
      this.press(name);
    });
    this.sayWhatWasDone();
  }

  /** Take the last step back ("undo"), or have it again ("redo"). What is being written is saved first. */
  async press(name) {
    if (!(await this.queue.settle())) return;
    const offer = (await this.refresh())?.[name];
    if (!offer) return;
    const results = await this.takeBack(offer);
    if (results.length === 0) return;
    if (results.some(({ result }) => result.status !== "saved")) {
      showState(this.form, "not-taken-back");
      return;
    }
    const text = `${name === "undo" ? "Taken back" : "Done again"}: ${offer.label}`;
    // Rows that came, went or moved are shown by the server.
    if (results.some(({ entry }) => isRow(entry.slot))) this.reload(name, text);
    else announce(text);
  }

  /** Send the undos of an offer; resolves to what became of them, nothing when the server does not answer. */
  async takeBack(offer) {
    const act = newId();
    const results = [];
    const note = (event) => event.detail.entry.act === act && results.push(event.detail);
    this.queue.addEventListener("result", note);
    for (const [revision, through, slot] of partsOf(offer.value)) {
      this.queue.put({ op: "undo", revision, through, slot, act, base: this.base, page: window.location.pathname });
    }
    const answered = await this.queue.settle();
    this.queue.removeEventListener("result", note);
    return answered ? results : [];
  }

  /** Ask what there is to take back now, and show it; null when it cannot be had. */
  async refresh() {
    this.asked += 1;
    const mine = this.asked;
    const offers = await read(this.url);
    if (offers && mine === this.asked) this.show(offers);
    return offers;
  }

  show(offers) {
    for (const button of this.form.querySelectorAll("[data-step-back]")) {
      const offer = offers[button.dataset.stepBack];
      const hadFocus = button === document.activeElement;
      button.hidden = !offer;
      button.value = offer?.value ?? "";
      button.querySelector("[data-what]").textContent = offer ? `: ${offer.label}` : "";
      if (hadFocus && button.hidden) this.form.querySelector("[data-step-back]:not([hidden])")?.focus();
    }
  }

  reload(name, text) {
    window.sessionStorage.setItem(DONE, JSON.stringify({ name, text }));
    window.location.reload();
  }

  /** After a reload: say what the page that is gone did, and be where it was done. */
  sayWhatWasDone() {
    const done = JSON.parse(window.sessionStorage.getItem(DONE) ?? "null");
    if (!done) return;
    window.sessionStorage.removeItem(DONE);
    const buttons = [...this.form.querySelectorAll("[data-step-back]:not([hidden])")];
    (buttons.find((button) => button.dataset.stepBack === done.name) ?? buttons[0])?.focus({ preventScroll: true });
    announce(done.text);
  }
}

/** What a button posts, taken apart: the first and the last revision of each place, and the place. */
function partsOf(value) {
  return value.split(" ").slice(1).map((part) => {
    const [first, last, ...slot] = part.split(":");
    return [Number(first), Number(last), slot.join(":")];
  });
}

function isRow(slot) {
  return slot.startsWith("@") || slot.endsWith("/");
}

/** Which of the two a key asks for. */
function shortcut({ key, ctrlKey, metaKey, altKey, shiftKey }) {
  if (!(ctrlKey || metaKey) || altKey) return null;
  if (key.toLowerCase() === "z") return shiftKey ? "redo" : "undo";
  return key.toLowerCase() === "y" && ctrlKey ? "redo" : null;
}

/** Whether the browser's own undo is at work where a key is pressed. */
function isWriting(target) {
  return target.matches("textarea, input:not([type=checkbox], [type=radio], [type=hidden]), [contenteditable]");
}

async function read(url) {
  try {
    const response = await fetch(url);
    return response.ok ? await response.json() : null;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
