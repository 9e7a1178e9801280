// The start link carries its code in the fragment, which browsers keep to themselves; so the page posts it.

/** @param {HTMLFormElement} form */
export function start(form) {
  enter(form);
  // The link pasted where this page is already open changes the fragment alone, and loads nothing.
  window.addEventListener("hashchange", () => enter(form));
}

function enter(form) {
  const code = window.location.hash.slice(1);
  if (!code) return;
  // The code must not stay in the address bar, nor be sent again when the page comes back with an error.
  window.history.replaceState(null, "", window.location.pathname);
  form.elements.namedItem("code").value = code;
  form.requestSubmit();
}
