// Long texts: how many characters are left, once that matters; and one line stays one line.

const LIMIT = 20_000;
const NEAR = 18_000;

/** @param {HTMLFormElement} form */
export function start(form) {
  for (const type of ["input", "change"]) {
    form.addEventListener(type, (event) => event.target.tagName === "TEXTAREA" && count(event.target));
  }
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches("textarea.line") && !event.isComposing) event.preventDefault();
  });
}

function count(area) {
  const length = area.value.length > NEAR ? [...area.value.trim()].length : 0;
  const shown = area.parentElement.querySelector(".count");
  if (length <= NEAR) {
    shown?.remove();
    return;
  }
  const line = shown ?? area.insertAdjacentElement("afterend", document.createElement("p"));
  const left = Math.abs(LIMIT - length);
  const characters = `${left.toLocaleString("en-GB")} ${left === 1 ? "character" : "characters"}`;
  line.className = "count";
  line.toggleAttribute("data-over", length > LIMIT);
  line.textContent = length > LIMIT ? `${characters} too many` : `${characters} left`;
}
