// Choices: "Clear" takes back a pick, and an exclusive choice ("None of these") stands alone.

import { tellTyped } from "../saving/controls.js";

/** @param {HTMLFormElement} form */
export function start(form) {
  form.addEventListener("change", (event) => {
    if (event.target.type === "radio") clearButton(event.target)?.removeAttribute("hidden");
  });
  // On its way down, so that whoever saves what is picked hears of it with the other boxes unticked.
  form.addEventListener(
    "input",
    (event) => {
      if (event.target.type === "checkbox" && event.target.checked) standAlone(event.target);
    },
    true,
  );
  form.addEventListener("click", (event) => {
    const button = event.target.closest(".clear");
    if (!button) return;
    event.preventDefault();
    clear(button);
  });
}

function clearButton(radio) {
  return radio.closest("[data-cell]")?.querySelector(".clear");
}

function clear(button) {
  const radios = [...button.closest("[data-cell]").querySelectorAll("[type=radio]")];
  for (const radio of radios) radio.checked = false;
  tellTyped(radios[0]);
  button.hidden = true;
  radios[0].focus();
}

function standAlone(box) {
  const exclusive = "exclusive" in box.dataset;
  for (const other of box.closest("[data-kind=choices]")?.querySelectorAll("[type=checkbox]:checked") ?? []) {
    if (other !== box && (exclusive || "exclusive" in other.dataset)) other.checked = false;
  }
}
