// Edits on their way to the server: one request at a time, in order, sent again until they are answered.

import { newId } from "./ids.js";

const PAUSE = 700;
const LONGEST_PAUSE = 4000;
const RETRY = [1000, 2000, 4000, 8000, 16000, 30000];
const PATIENCE = 20000;
const MOST_EDITS = 400;
const LARGEST = 200_000;
// A request of this size may outlive its page.
const LARGEST_FAREWELL = 60_000;
// Far more than a cell takes, and too much for one request.
const LONGEST = 60_000;

/**
 * Tells of `state` (saving, saved, turned-down, waiting, signed-out, failed) and of each `result` ({entry, result}).
 * An entry is an edit with where it comes from; `turnedDown` is the result of one that was not saved, which
 * stays until a person has dealt with it.
 */
export class Queue extends EventTarget {
  constructor({ url, token, client, outbox }) {
    super();
    Object.assign(this, { url, token, client, outbox });
    this.entries = [];
    this.onTheWay = [];
    this.bases = new Map();
    this.revisions = new Map();
    this.failures = 0;
    this.sending = null;
    window.addEventListener("online", () => this.flush());
    document.addEventListener("visibilitychange", () => this.flush());
    window.addEventListener("pagehide", () => this.#farewell());
  }

  /** Queue an edit. One of the same cell that has not left yet is replaced; one that has never changes. */
  put(edit) {
    const entry = { client: this.client, id: newId(), ...edit };
    if (entry.undoes && this.#takeBack(entry)) return;
    if (isText(entry)) this.drop((other) => other.op === entry.op && other.cell === entry.cell);
    this.entries.push(entry);
    this.kept = this.outbox.keep(this.entries);
    if (typeof entry.value === "string" && entry.value.length > LONGEST) this.#settle([entry], [tooLong(entry.value)]);
    else this.#sendSoon();
  }

  /** Take over the entries of a page that is gone, ahead of our own. */
  adopt(entries) {
    this.entries = [...entries, ...this.entries];
    this.kept = this.outbox.keep(this.entries);
  }

  /** Forget the entries that `matches` and that are not on their way. */
  drop(matches) {
    this.entries = this.entries.filter((entry) => this.onTheWay.includes(entry) || !matches(entry));
    this.kept = this.outbox.keep(this.entries);
  }

  /** The page is being posted, with the texts that were turned down: its answer will say what became of them. */
  markPosted() {
    for (const entry of this.entries) entry.posted = entry.turnedDown !== undefined;
    this.kept = this.outbox.keep(this.entries);
  }

  /** Edits that have no answer yet. */
  get waiting() {
    return this.entries.filter((entry) => !entry.turnedDown);
  }

  /** Whether the last request had no answer that let the edits through. */
  get isHeldUp() {
    return ["waiting", "signed-out", "failed"].includes(this.state);
  }

  /** What a person saw of a cell or row, when that is later than the page. */
  saw(address, revision) {
    this.bases.set(address, Math.max(revision, this.bases.get(address) ?? 0));
  }

  /** Send everything now; resolves to whether everything was answered. */
  flush() {
    clearTimeout(this.timer);
    this.since = undefined;
    this.sending ??= this.#sendAll().finally(() => {
      this.sending = null;
    });
    return this.sending;
  }

  /** Send until everything was answered; resolves to whether it was. */
  async settle() {
    while (this.waiting.length > 0) {
      const before = this.waiting.length;
      if (!(await this.flush()) && this.waiting.length >= before) return false;
    }
    return true;
  }

  #sendSoon() {
    const now = Date.now();
    this.since ??= now;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), Math.min(PAUSE, Math.max(0, this.since + LONGEST_PAUSE - now)));
  }

  async #sendAll() {
    if (this.waiting.length === 0) return true;
    this.#tell("state", { state: "saving" });
    while (this.waiting.length > 0) {
      // Somebody is writing again: what comes is sent when they pause.
      if (this.since !== undefined) return false;
      this.onTheWay = this.#batch(LARGEST);
      const state = await this.#send(this.onTheWay);
      this.onTheWay = [];
      if (state !== "saved") {
        this.#tell("state", { state });
        if (state === "waiting") this.#retry();
        return false;
      }
    }
    this.failures = 0;
    this.#tell("state", { state: this.entries.length > 0 ? "turned-down" : "saved" });
    return true;
  }

  async #send(batch) {
    try {
      const response = await this.#request(batch, AbortSignal.timeout(PATIENCE));
      if (response.status === 401) return "signed-out";
      if (response.status >= 500 || response.status === 429) return "waiting";
      if (!response.ok) return "failed";
      const { results } = await response.json();
      this.#settle(batch, results);
      return "saved";
    } catch {
      return "waiting";
    }
  }

  #request(batch, signal) {
    const body = JSON.stringify({ edits: batch.map((entry) => editOf(entry, this.#baseOf(entry))) });
    return fetch(this.url, {
      method: "PATCH",
      headers: { "Content-Type": "application/json", "X-CSRFToken": this.token },
      body,
      signal,
      keepalive: body.length < LARGEST_FAREWELL,
    });
  }

  #settle(batch, results) {
    for (const [index, entry] of batch.entries()) {
      const result = results[index];
      if (result.status === "saved") this.saw(entry.cell, result.revision);
      this.revisions.set(entry.id, result.status === "saved" ? result.revision : null);
      this.#settleUndo(entry.id);
      this.entries = this.entries.filter((other) => other !== entry);
      if (result.status !== "saved" && isText(entry)) {
        // A newer text of the same cell is on its way to its own answer.
        const newer = this.entries.some((other) => other.cell === entry.cell && other.op === entry.op);
        if (!newer) this.entries.push({ ...entry, turnedDown: result });
      }
      this.kept = this.outbox.keep(this.entries);
      this.#tell("result", { entry, result });
    }
  }

  #batch(largest) {
    const batch = [];
    let size = 0;
    for (const entry of this.waiting.slice(0, MOST_EDITS)) {
      size += JSON.stringify(entry).length * 2;
      if (batch.length > 0 && size > largest) break;
      batch.push(entry);
    }
    return batch;
  }

  #baseOf(entry) {
    const address = entry.op === "add_row" ? `${entry.cell}/${entry.row}` : entry.cell;
    const seen = entry.client === this.client ? (this.bases.get(address) ?? 0) : 0;
    return Math.max(entry.base, seen);
  }

  // A removal that has not left yet is forgotten, and one that was turned down needs no undoing.
  #takeBack(undo) {
    const removal = this.entries.find((other) => other.id === undo.undoes);
    const left = !removal || this.onTheWay.includes(removal);
    this.drop((other) => other === removal);
    undo.revision = this.revisions.get(undo.undoes);
    return !left || undo.revision === null;
  }

  // An undo that waited for its removal's answer learns the revision, or has nothing to undo.
  #settleUndo(removal) {
    const revision = this.revisions.get(removal);
    for (const entry of this.entries) {
      if (entry.undoes === removal) entry.revision = revision;
    }
    this.entries = this.entries.filter((entry) => entry.undoes !== removal || revision !== null);
  }

  #retry() {
    const pause = RETRY[Math.min(this.failures, RETRY.length - 1)];
    this.failures += 1;
    this.timer = setTimeout(() => this.flush(), pause);
  }

  // The page goes. What is on its way is sent again first: should it be held up, it must not arrive on top of
  // what comes after it. The outbox stays as it is until somebody reads the answers.
  #farewell() {
    if (this.waiting.length === 0) return;
    this.#request(this.#batch(LARGEST_FAREWELL)).catch(() => {});
  }

  #tell(type, detail) {
    this.state = detail.state ?? this.state;
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

function isText(entry) {
  return entry.op === "set" || entry.op === "set_unknown";
}

function tooLong(text) {
  const length = [...text].length.toLocaleString("en-GB");
  return { status: "refused", reason: `must be 20,000 characters or fewer; it has ${length}` };
}

/** What the API takes of an entry. */
function editOf({ op, cell, value, row, after, revision, through, act, client, id }, base) {
  if (op === "undo") return { op, revision, through, act, client, id, base };
  return { op, cell, value, row, after, act, client, id, base };
}
