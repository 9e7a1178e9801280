// A charter's file may be dropped anywhere on the page that offers to import one.

/** @param {HTMLElement} place what holds the form with the file field */
export function start(place) {
  const form = place.querySelector("form");
  const field = form.querySelector("input[type=file]");
  const page = document.documentElement;
  const brings = (event) => event.dataTransfer?.types.includes("Files") ?? false;
  const show = (dropping) => place.classList.toggle("dropping", dropping);

  place.querySelector("[data-drop-hint]").hidden = false;
  page.addEventListener("dragover", (event) => {
    if (!brings(event)) return;
    // Without this the browser would leave the page and open the file.
    event.preventDefault();
    show(true);
  });
  page.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) show(false);
  });
  page.addEventListener("drop", (event) => {
    if (!brings(event)) return;
    event.preventDefault();
    show(false);
    if (event.dataTransfer.files.length === 0) return;
    field.files = event.dataTransfer.files;
    form.requestSubmit();
  });
}
