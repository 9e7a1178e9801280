// Saves a page of questions as it is written. It hears "input" and "change" from the fields, and "edit" (an op
// on rows, as the API takes it) from other behaviours; those it answers with "edited" ({entry, result}), and sends
// what waits at once when one says "hurry". Between "act" with an id and "act" without one, edits are made as one. When
// everything has its answer it says "answered"; of each text that was turned down, "refused" ({cell, text}).

import { isTouched, tellTyped } from "../saving/controls.js";
import {
  announce,
  clearDoubt,
  clearErrors,
  sayAtTheButton,
  showConflict,
  showDoubt,
  showError,
  showLeftOver,
  showReady,
  showState,
} from "../saving/messages.js";
import { Outbox } from "../saving/outbox.js";
import { Queue } from "../saving/queue.js";
import { fieldsIn, slotFor, slotOf } from "../saving/slots.js";
import { TakeBack } from "../saving/take-back.js";

/** @param {HTMLFormElement} form */
export function start(form) {
  new Autosave(form).start();
}

class Autosave {
  constructor(form) {
    this.form = form;
    this.base = Number(form.elements.namedItem("base").value);
    const client = form.elements.namedItem("client").value;
    const token = document.querySelector("meta[name=csrf-token]").content;
    this.outbox = new Outbox(form.dataset.charter, client);
    this.queue = new Queue({ url: form.dataset.edits, token, client, outbox: this.outbox });
    this.takeBack = new TakeBack({ form, queue: this.queue, client, base: this.base });
    // By cell: what was queued last, what was typed when it was last saved, and how the server writes that.
    this.queued = new Map();
    this.saved = new Map();
    this.canonical = new Map();
    // Rows that were removed on this page.
    this.discarded = new Set();
    // What several edits belong to that are made as one.
    this.act = undefined;
  }

  async start() {
    const { form, queue } = this;
    form.addEventListener("input", (event) => this.typed(event.target));
    form.addEventListener("change", (event) => this.typed(event.target));
    form.addEventListener("edit", (event) => this.edit(event.detail));
    form.addEventListener("hurry", () => queue.flush());
    form.addEventListener("act", (event) => {
      this.act = event.detail;
    });
    form.addEventListener("discard", (event) => this.discard(event.detail));
    form.addEventListener("focusout", (event) => this.tidy(slotOf(event.target)));
    form.addEventListener("submit", (event) => this.submit(event));
    form.addEventListener("formdata", (event) => this.leaveOutSaved(event.formData));
    queue.addEventListener("state", (event) => this.state(event.detail.state));
    queue.addEventListener("result", (event) => this.result(event.detail));
    // A page that comes back from the browser's memory shows an old revision.
    window.addEventListener("pageshow", (event) => event.persisted && window.location.reload());
    this.takeBack.start();
    showReady(form);
    await this.adopt();
    // What was typed before this ran.
    for (const control of form.querySelectorAll("input:not([type=hidden]), select, textarea")) {
      if (isTouched(control)) tellTyped(control);
    }
  }

  edit(edit) {
    if (edit.op === "remove_row") this.discard(edit.cell);
    // What is typed in a row counts as new once the row is.
    if (edit.op === "add_row") forget(this.queued, `${edit.cell}/${edit.row}/`);
    this.put(edit);
  }

  /** Texts that were turned down, or will be, go with their row. */
  discard(row) {
    this.discarded.add(row);
    this.queue.drop((entry) => entry.turnedDown && rowOf(entry) === row);
  }

  put(edit) {
    this.queue.put({ base: this.base, page: window.location.pathname, act: this.act, ...edit });
    if (!this.queue.kept) showState(this.form, "lost");
    else if (!this.queue.isHeldUp) showState(this.form, "saving");
  }

  typed(target) {
    const slot = slotOf(target);
    if (!slot) return;
    if (slot.op === "set_unknown" && target.type !== "checkbox") slot.tick.checked = true;
    // A field tells of its last character twice: as "input", and as "change" when it is left.
    if (same(slot.typed, this.queued.get(slot.key))) return;
    this.queued.set(slot.key, slot.typed);
    this.canonical.delete(slot.key);
    clearDoubt(slot);
    this.put({ op: slot.op, cell: slot.cell, value: slot.typed, base: slot.base || this.base });
  }

  state(state) {
    const safe = this.queue.kept || state === "saved" || state === "saving";
    showState(this.form, safe ? state : "lost");
    if (state === "saved" || state === "turned-down") this.form.dispatchEvent(new Event("answered"));
  }

  result({ entry, result }) {
    if (entry.slot) {
      this.tookBack(entry, result);
      return;
    }
    const isText = entry.op === "set" || entry.op === "set_unknown";
    const slot = isText ? slotFor(this.form, entry) : null;
    if (isText && !slot) {
      if (result.status !== "saved") this.leftOver(entry);
    } else if (!isText || result.reason === "this row was removed") {
      // Who adds a row again has seen that it was removed.
      if (isText) this.queue.saw(rowOf(entry), result.revision);
      this.form.dispatchEvent(new CustomEvent("edited", { detail: { entry, result } }));
    } else if (result.status === "saved") {
      this.wasSaved(slot, entry, result);
    } else {
      this.turnedDown(slot, { ...entry, turnedDown: result });
    }
  }

  wasSaved(slot, entry, result) {
    const typed = entry.shown ?? entry.value;
    if (!same(slot.typed, typed)) return;
    clearErrors(slot);
    this.saved.set(slot.key, typed);
    this.canonical.set(slot.key, slot.typedOf(result.value));
    if (!slot.place.contains(document.activeElement)) this.tidy(slot);
    this.readAnew(result.also ?? {});
    this.ask(result.read ?? {});
  }

  /** Show numbers that follow the cell that was saved: their unit is another now. */
  readAnew(values) {
    for (const [cell, value] of Object.entries(values)) {
      const slot = slotFor(this.form, { op: "set", cell });
      const writing = this.queue.waiting.some((entry) => entry.op === "set" && entry.cell === cell);
      if (!slot || writing) continue;
      clearDoubt(slot);
      this.canonical.set(slot.key, slot.typedOf(value));
      if (!slot.place.contains(document.activeElement)) this.tidy(slot);
    }
  }

  /** Ask about texts that were read in one of two ways. */
  ask(doubts) {
    for (const [cell, doubt] of Object.entries(doubts)) {
      const slot = slotFor(this.form, { op: "set", cell });
      if (slot) showDoubt(slot, doubt, () => this.takeOther(slot, doubt));
    }
  }

  /** Save the other reading, in a form that leaves no doubt; the field shows it as people write it. */
  takeOther(slot, { instead, typed }) {
    clearDoubt(slot);
    slot.typed = instead;
    this.queued.set(slot.key, instead);
    this.put({ op: "set", cell: slot.cell, value: typed, shown: instead });
    this.queue.flush();
    document.getElementById(slot.id).focus();
  }

  /** Write a value as the server does, once nobody is writing there. */
  tidy(slot) {
    if (slot?.op !== "set") return;
    const canonical = this.canonical.get(slot.key);
    if (canonical === undefined || same(slot.typed, canonical)) return;
    this.setAsSaved(slot, canonical);
  }

  setAsSaved(slot, typed) {
    slot.typed = typed;
    this.queued.set(slot.key, typed);
    this.saved.set(slot.key, typed);
    this.canonical.delete(slot.key);
  }

  /** Show what an undo brought back. */
  tookBack(entry, result) {
    const [op, cell] = entry.slot.startsWith("?") ? ["set_unknown", entry.slot.slice(1)] : ["set", entry.slot];
    const slot = slotFor(this.form, { op, cell });
    if (!slot || result.status !== "saved") return;
    this.queue.drop((other) => other.turnedDown && other.op === op && other.cell === cell);
    clearErrors(slot);
    clearDoubt(slot);
    this.setAsSaved(slot, slot.typedOf(result.value));
    this.readAnew(result.also ?? {});
    slot.place.closest("details")?.setAttribute("open", "");
    slot.place.scrollIntoView({ block: "nearest" });
    // What shows and counts by this answer follows it.
    document.getElementById(slot.id)?.dispatchEvent(new Event("change", { bubbles: true }));
  }

  turnedDown(slot, entry) {
    const { status, theirs, revision, reason } = entry.turnedDown;
    if (status === "conflict") {
      showConflict(slot, theirs, (choice) => this.choose(slot, choice, theirs, revision));
      return;
    }
    const { place, id, text, brief = text } = slot.explain(reason);
    showError(place, id, text);
    announce(text);
    this.form.dispatchEvent(new CustomEvent("refused", { detail: { cell: slot.cell, text: brief } }));
    if (slot.op === "set_unknown" && reason.startsWith("by ")) {
      // Who finds out is worth keeping, whatever became of the date.
      this.put({ op: slot.op, cell: slot.cell, value: { ...slot.typed, by: "" } });
    }
  }

  choose(slot, choice, theirs, revision) {
    this.queue.saw(slot.cell, revision);
    this.queue.drop((entry) => entry.op === slot.op && entry.cell === slot.cell);
    clearErrors(slot);
    if (choice === "theirs") {
      this.setAsSaved(slot, slot.typedOf(theirs));
    } else {
      this.put({ op: slot.op, cell: slot.cell, value: slot.typed });
      this.queue.flush();
    }
    document.getElementById(slot.id)?.focus();
  }

  /** Post the page once what is queued was answered; offline, stay. */
  async submit(event) {
    if (this.leaving || this.queue.waiting.length === 0) {
      this.queue.markPosted();
      return;
    }
    event.preventDefault();
    const button = event.submitter;
    await this.queue.settle();
    if (["waiting", "signed-out"].includes(this.queue.state)) {
      sayAtTheButton(this.form, this.queue.state);
      return;
    }
    this.leaving = true;
    this.form.requestSubmit(button);
    this.leaving = false;
  }

  /** What was saved while it was written is not posted again: somebody may have changed it since. */
  leaveOutSaved(formData) {
    for (const field of fieldsIn(this.form)) {
      if (this.saved.has(field.key) && same(field.typed, this.saved.get(field.key))) formData.delete(field.cell);
    }
  }

  /** Send what pages that are gone left unsent, and show it where it belongs. */
  async adopt() {
    const adopted = [];
    await this.outbox.adopt((entries) => {
      const left = entries.filter((entry) => !(entry.posted && cameFrom(entry.page)));
      adopted.push(...left);
      this.queue.adopt(left);
    });
    if (adopted.length === 0) return;
    for (const entry of adopted) this.show(entry);
    const rows = adopted.some((entry) => entry.op !== "set" && entry.op !== "set_unknown");
    // Rows that were added, removed or moved are shown by the server.
    if ((await this.queue.flush()) && rows) window.location.reload();
  }

  show(entry) {
    const slot = slotFor(this.form, entry);
    if (slot) slot.typed = entry.value;
    if (slot) this.queued.set(slot.key, entry.value);
    if (!entry.turnedDown) return;
    if (slot) this.turnedDown(slot, entry);
    else this.leftOver(entry);
  }

  /** A text that was turned down and has no field here: it is on another page, or its row is gone. */
  leftOver(entry) {
    if (this.discarded.has(rowOf(entry))) {
      this.discard(rowOf(entry));
      return;
    }
    const discard = () => this.queue.drop((other) => other.id === entry.id);
    showLeftOver([entry.value].flat().join(", "), entry.page, discard);
  }
}

// Whether this page is the answer to the post of `page`: it took the texts that had been turned down.
function cameFrom(page) {
  const { type } = performance.getEntriesByType("navigation")[0];
  return type === "navigate" && URL.parse(document.referrer)?.pathname === page;
}

function rowOf(entry) {
  return entry.cell.split("/").slice(0, 2).join("/");
}

function forget(map, prefix) {
  for (const key of map.keys()) if (key.startsWith(prefix)) map.delete(key);
}

function same(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}
