"use strict";
// Keeps what the reader has unfolded when the list is swapped for a filtered one,
// and goes to the passage that was asked for.
(function () {
  const open = new Set();
  document.addEventListener("toggle", (event) => {
    const box = event.target;
    if (box instanceof HTMLDetailsElement && box.id) {
      if (box.open) open.add(box.id); else open.delete(box.id);
    }
  }, true);
  document.addEventListener("htmx:afterSwap", () => {
    for (const id of open) {
      const box = document.getElementById(id);
      if (box) box.open = true;
    }
  });
  document.addEventListener("htmx:responseError", () => say("The list could not be loaded. Please try again."));
  document.addEventListener("htmx:sendError", () => say("There is no connection. The list shown may be old."));
  function say(words) {
    const live = document.getElementById("live");
    if (live) { live.textContent = words; live.classList.remove("visually-hidden"); live.classList.add("notice"); }
  }
  document.addEventListener("htmx:afterRequest", (event) => {
    const live = document.getElementById("live");
    if (live && event.detail.successful) { live.classList.add("visually-hidden"); live.classList.remove("notice"); }
  });
})();
