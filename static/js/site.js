"use strict";
// Keeps what the reader has unfolded when the list is swapped for a filtered one,
// and goes to the passage that was asked for.
(function () {
  const open = new Set();
  document.addEventListener("toggle", (event) => {
    const box = event.target;
    if (!(box instanceof HTMLDetailsElement)) return;
    if (box.id) { if (box.open) open.add(box.id); else open.delete(box.id); }
    // The passages of an event come when they are unfolded. Asked for here and not by an attribute of each
    // event: thirty of those cost a phone a third of a second before it can answer.
    const passages = box.querySelector(".passages");
    if (box.open && box.dataset.passagesOf && window.htmx && !passages.querySelector("blockquote")) {
      window.htmx.ajax("GET", box.dataset.passagesOf, { target: passages, swap: "innerHTML" });
    }
  }, true);
  // The focus is never lost: htmx gives it back to what has the same id, unless that comes folded away and is
  // unfolded only after the swap; elsewhere this finds what comes in its place.
  const titles = () => Array.from(document.querySelectorAll(".event .title a"));
  function successor(focus) {
    const known = titles().length;
    const results = () => document.getElementById("results");
    if (focus.closest(".more-events")) return () => titles()[known] || results();
    return focus.closest("[data-overview]") ? () => document.querySelector("[data-overview] a") || results() : results;
  }
  let find = null;
  document.addEventListener("htmx:beforeSwap", (event) => {
    const { target, shouldSwap } = event.detail;
    const focus = document.activeElement;
    const instead = shouldSwap && target.contains(focus) && successor(focus);
    find = instead && (() => (focus.id && document.getElementById(focus.id)) || instead());
    if (!shouldSwap || target.id !== "browse") return;
    // All of it is about to be replaced: htmx would ask each old element whether anybody minds that it goes.
    for (const part of target.querySelectorAll(".facet, .results, .events, .rooms")) {
      if (!part.contains(focus)) part.replaceChildren();
    }
  });
  document.addEventListener("htmx:afterSettle", () => {
    const next = find && document.activeElement === document.body && find();
    find = null;
    if (next) next.focus({ preventScroll: true });
  });
  document.addEventListener("htmx:afterSwap", () => {
    for (const id of open) {
      const box = document.getElementById(id);
      if (box) box.open = true;
    }
  });
  document.addEventListener("htmx:responseError", () => say("The list could not be loaded. Please try again."));
  document.addEventListener("htmx:sendError", () => say("There is no connection. The list shown may be old."));
  const live = document.getElementById("live");
  const STILL = "Still loading …";
  function say(words) {
    live.textContent = words;
    live.classList.remove("visually-hidden");
    live.classList.add("notice");
  }
  function quiet() {
    live.classList.add("visually-hidden");
    live.classList.remove("notice");
  }
  document.addEventListener("htmx:afterRequest", (event) => { if (event.detail.successful) quiet(); });

  // On an article's page, pointing at a passage shows its events, and the other way round.
  const related = (node) => {
    const mark = node.closest("mark.passage");
    const note = node.closest(".notes li[id]");
    const link = node.closest(".note-link");
    if (mark) return mark.dataset.passages.split(" ");
    if (note) return [note.id.slice(1)];
    return link ? [link.hash.slice(2)] : [];
  };
  function shine(event) {
    if (!(event.target instanceof Element)) return;
    const wanted = new Set(related(event.target));
    for (const mark of document.querySelectorAll("mark.passage")) mark.classList.toggle("near", mark.dataset.passages.split(" ").some((pk) => wanted.has(pk)));
    for (const note of document.querySelectorAll(".notes li[id]")) note.classList.toggle("near", wanted.has(note.id.slice(1)));
  }
  if (document.querySelector(".notes")) {
    document.addEventListener("pointerover", shine);
    document.addEventListener("focusin", shine);
  }

  // What is being replaced is dimmed when that takes longer than a glance; after two seconds it is said.
  // Counted by the requests themselves: an answer for what has been replaced meanwhile reaches no listener of the page.
  const waiting = new Set();
  let timers = [];
  document.addEventListener("htmx:beforeRequest", (event) => {
    const request = event.detail.xhr;
    if (!waiting.size) timers = [setTimeout(() => document.body.classList.add("waiting"), 300), setTimeout(() => say(STILL), 2000)];
    waiting.add(request);
    request.addEventListener("loadend", () => {
      waiting.delete(request);
      if (waiting.size) return;
      timers.forEach(clearTimeout);
      document.body.classList.remove("waiting");
      if (live.textContent === STILL) quiet();
    });
  });

  // "53 more" is gone once it was followed: the first choice of its facet that came with it has the focus then.
  let unfolding = null;
  document.addEventListener("click", (event) => {
    const more = event.target instanceof Element && event.target.closest("a.more");
    unfolding = more ? { name: more.id.slice("more-".length), known: more.parentElement.querySelectorAll("input").length } : null;
  });
  document.addEventListener("htmx:afterSettle", () => {
    if (!unfolding) return;
    const choices = document.querySelectorAll(`#filters input[name="${unfolding.name}"][type=checkbox]`);
    if (choices[unfolding.known]) choices[unfolding.known].focus();
    unfolding = null;
  });

  // Esc closes what Enter opened, with the focus inside or on it.
  document.addEventListener("keydown", (event) => {
    // A list that is open or words being typed have an Esc of their own.
    if (event.key !== "Escape" || event.defaultPrevented || event.target.closest("select, input:not([type=checkbox]), textarea, dialog")) return;
    const box = event.target.closest("details[open]");
    if (!box) return;
    box.open = false;
    box.querySelector("summary").focus();
  });

  // Keys: j and k move between events, / searches, ? lists the keys. A reader can switch the letters off.
  const keys = document.getElementById("keys");
  const use = document.getElementById("use-keys");
  const stored = () => { try { return localStorage.getItem("keys"); } catch { return null; } };
  if (use) {
    use.checked = stored() !== "off";
    use.addEventListener("change", () => { try { localStorage.setItem("keys", use.checked ? "on" : "off"); } catch { /* not kept */ } });
  }
  function move(by) {
    const all = titles();
    const event = document.activeElement && document.activeElement.closest(".event");
    const here = event ? all.findIndex((title) => event.contains(title)) : by > 0 ? -1 : all.length;
    const next = all[here + by];
    if (next) { next.focus(); next.closest(".event").scrollIntoView({ block: "nearest" }); }
  }
  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || !use || !use.checked || (keys && keys.open)) return;
    if (event.target.closest("input:not([type=checkbox]), select, textarea, [contenteditable]")) return;
    const search = document.getElementById("q");
    if (event.key === "j") move(1);
    else if (event.key === "k") move(-1);
    else if (event.key === "/" && search) search.focus();
    else if (event.key === "?" && keys) keys.showModal();
    else return;
    event.preventDefault();
  });
})();
