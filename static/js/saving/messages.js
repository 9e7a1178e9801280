// What a page says about saving: the state in its bar, errors beside the fields, and all of it to screen readers.

const TEXTS = {
  saving: "Saving…",
  saved: "Saved",
  waiting: "Not saved: no answer from the server. Kept in this browser",
  "signed-out": "Not saved: you are signed out. Open the start link again; your text is kept in this browser",
  failed: "Not saved: reload this page to go on; your text is kept in this browser",
  lost: "Not saved, and this browser cannot keep it: leave this page open",
  "not-taken-back": "Not taken back: it was changed elsewhere in the meantime",
};
const AT_THE_BUTTON = {
  waiting:
    "Not sent: the server does not answer. What you wrote is kept in this browser, and is sent as soon as it does.",
  "signed-out":
    "Not sent: you are signed out. What you wrote is kept in this browser; open the start link again, then this page.",
};
const AS_YOU_WRITE = "Everything is saved as you write it: leave whenever you like.";
const BOTH = "This was changed elsewhere while you were writing. Choose which to keep";

/** Show a state of saving in the bar of `form`, and say it aloud unless it is only on its way. */
export function showState(form, state) {
  const wrong = form.querySelectorAll(".error-text");
  const shown = ["saved", "turned-down"].includes(state) && wrong.length > 0 ? "turned-down" : state;
  const text = TEXTS[shown] ?? (wrong.length > 0 ? needALook(wrong.length) : TEXTS.saved);
  const bar = form.querySelector("[data-bar]");
  const place = bar.querySelector("[data-state]");
  const news = place.dataset.state !== shown;
  place.dataset.state = shown;
  bar.querySelector("[data-state-text]").textContent = text;
  const link = bar.querySelector("[data-state-link]");
  link.hidden = shown !== "turned-down" || wrong.length === 0;
  if (!link.hidden) link.setAttribute("href", `#${wrong[0].id.replace(/-error$/, "")}`);
  if (shown === "saved") sayAtTheButton(form, null);
  if (shown === "saved" || (news && shown !== "saving")) announce(text);
}

/** Say at the button that posts the page why it is not posted; with null, that there is no need to. */
export function sayAtTheButton(form, state) {
  const place = form.querySelector("[data-save-state]");
  const text = AT_THE_BUTTON[state] ?? AS_YOU_WRITE;
  if (state) announce(text);
  place.classList.toggle("unsaved", state !== null);
  if (place.textContent !== text) place.textContent = text;
}

/** Say that this page saves as one writes. */
export function showReady(form) {
  sayAtTheButton(form, null);
  if (form.querySelector("[data-state]").dataset.state) return;
  form.querySelector("[data-state-text]").textContent = "Saved as you write";
}

function needALook(number) {
  return number === 1 ? "1 answer needs a look" : `${number} answers need a look`;
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
