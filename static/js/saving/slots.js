// What is saved as one: a field, and the note beside a question that is not known yet.

import { choiceLabel, controlsOf, typedIn, typeInto } from "./controls.js";
import { rowWords } from "./rows.js";
import { dateText, numberText } from "./values.js";

/** The slot that an event on `target` belongs to, or null. */
export function slotOf(target) {
  const note = target.closest("[data-note]");
  if (note) return new Note(note);
  const field = target.closest("[data-cell]");
  return field && new Field(field);
}

/** The slot of `page` that an entry of the queue writes to, or null. */
export function slotFor(page, entry) {
  const [attribute, kind] = entry.op === "set_unknown" ? ["data-note", Note] : ["data-cell", Field];
  const place = page.querySelector(`[${attribute}="${CSS.escape(entry.cell)}"]`);
  return place && new kind(place);
}

/** Every field of `page`. */
export function fieldsIn(page) {
  return [...page.querySelectorAll("[data-cell]")].filter((place) => !place.closest("[data-note]")).map((place) => new Field(place));
}

class Field {
  constructor(place) {
    this.place = place;
    this.op = "set";
    this.cell = place.dataset.cell;
    this.key = this.cell;
    // The control at which errors are told.
    this.id = this.cell;
  }

  get controls() {
    return controlsOf(this.place, this.cell);
  }

  get typed() {
    return typedIn(this.controls);
  }

  set typed(typed) {
    typeInto(this.controls, typed);
  }

  /** The revision that the author of an unsaved text had seen; 0 when that is the page's. */
  get base() {
    return Number(this.place.querySelector(`[name="${CSS.escape(this.cell)}/@base"]`)?.value ?? 0);
  }

  /** A stored value as it would be typed. */
  typedOf(value) {
    const { kind, unit } = this.place.dataset;
    if (kind === "choices") return value ?? [];
    if (value === null || value === undefined) return "";
    if (kind === "yesno") return value ? "yes" : "no";
    if (kind === "number") return numberText(value, unit, this.place.closest("form").dataset.numbers);
    return kind === "date" ? dateText(value) : value;
  }

  /** A stored value as people read it. */
  readable(value) {
    const typed = this.typedOf(value);
    if (!this.place.dataset.kind.match(/choice|yesno/)) return typed;
    return [typed].flat().map((id) => id && choiceLabel(this.controls, id)).join(", ");
  }

  /** Where errors are shown: places with the ids of their controls. */
  get errorPlaces() {
    return [[this.place, this.id]];
  }

  /** Why this was refused, for the person, and where; in `brief` without the row that it is in. */
  explain(reason) {
    const { label } = this.place.dataset;
    const row = this.place.closest("[data-row]");
    const brief = reason.match(/^(must|could|has) /) ? `${label} ${reason}` : capital(reason);
    const text = row ? `${label} in ${rowWords(row)}: ${reason}` : brief;
    return { place: this.place, id: this.id, text, brief };
  }
}

const PARTS = ["owner", "by", "note"];

class Note {
  constructor(place) {
    this.place = place.querySelector(".reveal");
    this.op = "set_unknown";
    this.cell = place.dataset.note;
    this.key = `?${this.cell}`;
    this.id = `${this.cell}/@unknown`;
    this.base = 0;
  }

  get tick() {
    return document.getElementById(this.id);
  }

  part(name) {
    return document.getElementById(`${this.cell}/@${name}`);
  }

  /** What is typed, null when the question is not marked. */
  get typed() {
    if (!this.tick.checked) return null;
    return Object.fromEntries(PARTS.map((name) => [name, this.part(name).value]));
  }

  set typed(typed) {
    this.tick.checked = typed !== null;
    for (const name of PARTS) this.part(name).value = typed?.[name] ?? "";
  }

  typedOf(value) {
    return value && { owner: "", note: "", ...value, by: value.by ? dateText(value.by) : "" };
  }

  readable(value) {
    if (!value) return "Not marked as “not known yet”";
    const { owner, by, note } = this.typedOf(value);
    return ["Not known yet", owner, by, note].filter(Boolean).join(" · ");
  }

  get errorPlaces() {
    const parts = PARTS.map((name) => [this.part(name).closest("[data-cell]"), `${this.cell}/@${name}`]);
    return [[this.place, this.id], ...parts];
  }

  explain(reason) {
    const [, name, rest] = reason.match(/^(owner|by|note) (.*)/s) ?? [null, "owner", reason];
    const field = this.part(name).closest("[data-cell]");
    return { place: field, id: `${this.cell}/@${name}`, text: `${field.dataset.label} ${rest}` };
  }
}

function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
