// Enter in a field of one line, text and number alike, goes on to the next field; it never posts the page.

/** @param {HTMLFormElement} form */
export function start(form) {
  form.addEventListener("keydown", (event) => {
    if (!isEnter(event) || !isOneLine(event.target)) return;
    event.preventDefault();
    const controls = [...form.elements].filter((control) => isNext(control));
    controls[controls.indexOf(event.target) + 1]?.focus();
  });
}

// Whoever is composing a word, as in Japanese, ends it with Enter.
function isEnter({ key, isComposing, ctrlKey, metaKey, altKey, shiftKey }) {
  return key === "Enter" && !isComposing && !(ctrlKey || metaKey || altKey || shiftKey);
}

function isOneLine(target) {
  return target.matches("textarea.line, input:not([type=checkbox], [type=radio], [type=hidden])");
}

/** Whether one could write or choose there; the last one is the button that saves the page. */
function isNext(control) {
  const wanted = control.matches("input:not([type=hidden]), select, textarea, .page-end button[value=continue]");
  return wanted && !control.disabled && control.checkVisibility();
}
