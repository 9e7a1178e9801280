// What a page says about saving: beside the field that is being written, and to screen readers.

const TEXTS = {
  saving: "Saving…",
  saved: "Saved",
  "turned-down": "Not all is saved: see the message at the field",
  waiting: "Not saved yet: kept in this browser, will be sent when the connection is back",
  "signed-out": "You are signed out: open the start link again; your text is kept in this browser",
  failed: "Not saved: reload this page to go on; your text is kept in this browser",
  lost: "Not saved yet, and this browser cannot keep it: leave this page open",
};
const BOTH = "This was changed elsewhere while you were writing. Choose which to keep";

const note = document.createElement("p");
note.className = "saved-note";

/** Move the note to where somebody is writing. What was saved before says nothing of what is written now. */
export function writeBeside(target) {
  const place = target.closest(".row, .note, .asked");
  if (note.parentElement !== place || note.dataset.state === "saved") note.textContent = "";
  if (note.parentElement === place) return;
  if (place.matches(".asked")) place.insertBefore(note, place.querySelector(":scope > .note"));
  else place.append(note);
}

/** Show a state of saving, and say it aloud unless it is only on its way. */
export function showState(state) {
  const news = note.dataset.state !== state;
  note.dataset.state = state;
  note.textContent = TEXTS[state];
  if (state === "saved" || (news && state !== "saving")) announce(TEXTS[state]);
}

/** Say the last state again. */
export function repeatState() {
  announce(TEXTS[note.dataset.state]);
}

/** Have screen readers say a text when they are done with what they say. */
export function announce(text) {
  const status = document.getElementById("status");
  status.textContent = "";
  // The same text again is only noticed when it was gone in between.
  setTimeout(() => {
    status.textContent = text;
  }, 100);
}

/** Show an error in `place`, a field or a row, that is about the control `id`. */
export function showError(place, id, text) {
  clearError(place, id);
  unfold(place);
  const error = document.createElement("p");
  error.className = "error-text";
  error.id = `${id}-error`;
  error.textContent = text;
  place.classList.add("field-error");
  // Below the label and the hints, where the server puts it too.
  const above = place.querySelector(":scope > .unit-hint") ?? place.querySelector(":scope > .hint") ?? place.firstElementChild;
  above.after(error);
  blame(document.getElementById(id), error.id, true);
}

// What is wrong, or asked, is never folded away.
function unfold(place) {
  for (let folded = place.closest("details"); folded; folded = folded.parentElement.closest("details")) folded.open = true;
}

/** Take away the errors of a slot, and the choice between two texts. */
export function clearErrors(slot) {
  for (const [place, id] of slot.errorPlaces) clearError(place, id);
}

function clearError(place, id) {
  document.getElementById(`${id}-error`)?.remove();
  place.querySelectorAll(":scope > .conflict").forEach((panel) => panel.remove());
  place.classList.remove("field-error");
  blame(document.getElementById(id), `${id}-error`, false);
}

/** Show what somebody else wrote beside what is typed in a slot; `choose` is told "mine" or "theirs". */
export function showConflict(slot, theirs, choose) {
  showError(slot.place, slot.id, BOTH);
  const panel = document.getElementById("conflict-template").content.firstElementChild.cloneNode(true);
  panel.querySelector("[data-theirs]").textContent = slot.readable(theirs) || "Nothing: it was cleared";
  for (const button of panel.querySelectorAll("[data-keep]")) {
    button.addEventListener("click", () => choose(button.dataset.keep));
  }
  document.getElementById(`${slot.id}-error`).after(panel);
  announce(BOTH);
}

/** Ask about a text of `slot` that was read in one of two ways; `take` takes the other. */
export function showDoubt(slot, { read, instead }, take) {
  clearDoubt(slot);
  const question = document.getElementById("doubt-template").content.firstElementChild.cloneNode(true);
  question.id = `${slot.id}-doubt`;
  question.querySelector("[data-read]").textContent = read;
  const button = question.querySelector("button");
  button.querySelector("[data-instead]").textContent = instead;
  if (instead) button.addEventListener("click", take);
  else button.remove();
  slot.place.append(question);
  unfold(slot.place);
  describe(document.getElementById(slot.id), question.id);
  announce(question.textContent);
}

/** Take away what was asked about a slot. */
export function clearDoubt(slot) {
  document.getElementById(`${slot.id}-doubt`)?.remove();
  describe(document.getElementById(slot.id), `${slot.id}-doubt`, false);
}

/** Show a text that could not be saved and has no field on this page; `page` is where it was written. */
export function showLeftOver(text, page, discard) {
  const notice = document.getElementById("left-over");
  const item = notice.querySelector("template").content.firstElementChild.cloneNode(true);
  item.querySelector("[data-text]").textContent = text;
  item.querySelector("a").href = page;
  item.querySelector("a").hidden = page === window.location.pathname;
  item.querySelector("button").addEventListener("click", () => {
    discard();
    item.remove();
    notice.hidden = notice.querySelector("li") === null;
  });
  notice.querySelector("ul").append(item);
  notice.hidden = false;
}

// Tie an error to a control, or untie it.
function blame(control, errorId, wrong) {
  if (!control) return;
  describe(control, errorId, wrong);
  const set = setOf(control);
  if (control.matches("input, select, textarea") && !set) toggle(control, "aria-invalid", wrong ? "true" : "");
}

// Say that the element `id` describes a control, or no longer does.
function describe(control, id, does = true) {
  if (!control) return;
  const described = setOf(control) ?? control;
  const ids = (described.getAttribute("aria-describedby") ?? "").split(" ").filter((other) => other && other !== id);
  if (does) ids.push(id);
  toggle(described, "aria-describedby", ids.join(" "));
}

function setOf(control) {
  return ["radio", "checkbox"].includes(control.type) ? control.closest("fieldset, [role=group]") : null;
}

function toggle(element, attribute, value) {
  if (value) element.setAttribute(attribute, value);
  else element.removeAttribute(attribute);
}
