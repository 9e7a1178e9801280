// Looks how it stands with a file that is being prepared, and takes it as soon as it is ready.

import { announce } from "../saving/messages.js";

const AGAIN_AFTER = 1000;

/** @param {HTMLElement} place */
export function start(place) {
  if ("ready" in place.dataset) take(place);
  else setTimeout(() => look(place), AGAIN_AFTER);
}

async function look(place) {
  const { here } = place.dataset;
  const news = await read(here);
  if (news === "unreachable") {
    setTimeout(() => look(place), AGAIN_AFTER);
  } else if (news === null) {
    // It failed, or it is gone: the page that says why has an address of its own.
    location.replace(here);
  } else {
    place.replaceWith(news);
    document.title = news.querySelector("h1").textContent;
    start(news);
  }
}

function take(place) {
  announce(place.querySelector("h1").textContent);
  location.assign(place.dataset.address);
}

/** What the page at `url` says of the file; null when it says something else. */
async function read(url) {
  try {
    const response = await fetch(url);
    if (!response.ok) return null;
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    return document.importNode(page.querySelector('[data-behaviour="preparing"]'), true);
  } catch (error) {
    if (error instanceof TypeError) return "unreachable";
    throw error;
  }
}
