// Controls of a form: what is typed in them or picked, and putting that into them.

/** The controls called `name` in `place`, without the hidden blank before radios and checkboxes. */
export function controlsOf(place, name) {
  return [...place.querySelectorAll(`[name="${CSS.escape(name)}"]:not([type=hidden])`)];
}

/** What is typed or picked: a text, or the ids of several choices. */
export function typedIn(controls) {
  const [first] = controls;
  const checked = controls.filter((control) => control.checked).map((control) => control.value);
  if (first.type === "checkbox") return checked;
  return first.type === "radio" ? (checked[0] ?? "") : first.value;
}

/** Put what was typed or picked into `controls`. */
export function typeInto(controls, typed) {
  for (const control of controls) {
    if (control.type === "checkbox") control.checked = typed.includes(control.value);
    else if (control.type === "radio") control.checked = control.value === typed;
    else control.value = typed;
  }
}

/** Tell of a control as a browser does when somebody has typed in it and left it. */
export function tellTyped(control) {
  for (const type of ["input", "change"]) control.dispatchEvent(new Event(type, { bubbles: true }));
}

/** Whether a control holds something else than it came with: typed before this script ran, or by the browser. */
export function isTouched(control) {
  if (control.type === "checkbox" || control.type === "radio") return control.checked !== control.defaultChecked;
  if (control.tagName !== "SELECT") return control.value !== control.defaultValue;
  const options = [...control.options];
  return !(options.find((option) => option.defaultSelected) ?? options[0]).selected;
}

/** The label of the choice `id` among `controls`. */
export function choiceLabel(controls, id) {
  const [first] = controls;
  if (first.tagName === "SELECT") return [...first.options].find((option) => option.value === id)?.label ?? id;
  return controls.find((control) => control.value === id)?.labels[0]?.textContent ?? id;
}
