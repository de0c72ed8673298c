"use strict";
// The overview with pointer and keyboard: dragging, or arrows with Shift, chooses a period; Enter or letting go shows it.
// Without this script every bar is a link to its own time.
(function () {
  let from = null;
  let dragged = false;

  const barsOf = (nav) => Array.from(nav.querySelectorAll(".rooms a"));
  const barAt = (node) => node instanceof Element ? node.closest(".rooms a") : null;

  // Its time as the period fields take it.
  const timeOf = (bar) => new URLSearchParams(bar.getAttribute("href").split("?")[1]).get("from");

  function prepare() {
    for (const nav of document.querySelectorAll("[data-overview]")) {
      barsOf(nav).forEach((bar, number) => bar.setAttribute("tabindex", number ? "-1" : "0"));
    }
  }

  function mark(nav, one, two) {
    const bars = barsOf(nav);
    const [a, b] = [bars.indexOf(one), bars.indexOf(two)].sort((x, y) => x - y);
    bars.forEach((bar, number) => bar.classList.toggle("chosen", number >= a && number <= b));
    return [bars[a], bars[b]];
  }

  function show(nav, one, two) {
    const [first, last] = mark(nav, one, two);
    const form = document.getElementById("filters");
    if (!form) { location.href = first.getAttribute("href"); return; }
    form.elements.namedItem("from").value = timeOf(first);
    form.elements.namedItem("to").value = timeOf(last);
    form.dispatchEvent(new Event("change", { bubbles: true }));
  }

  document.addEventListener("pointerdown", (event) => {
    const bar = barAt(event.target);
    from = event.button === 0 ? bar : null;
    dragged = false;
  });
  document.addEventListener("pointermove", (event) => {
    if (!from) return;
    const bar = barAt(document.elementFromPoint(event.clientX, event.clientY));
    if (bar && bar !== from) { dragged = true; mark(from.closest("[data-overview]"), from, bar); }
  });
  document.addEventListener("pointerup", (event) => {
    const start = from;
    from = null;
    const bar = start && barAt(document.elementFromPoint(event.clientX, event.clientY));
    if (bar && dragged) show(start.closest("[data-overview]"), start, bar);
  });
  document.addEventListener("pointercancel", () => { from = null; });
  document.addEventListener("dragstart", (event) => { if (barAt(event.target)) event.preventDefault(); });
  document.addEventListener("click", (event) => {
    const bar = barAt(event.target);
    if (!bar || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    if (!dragged) show(bar.closest("[data-overview]"), bar, bar);
    dragged = false;
  });

  let anchor = null;
  document.addEventListener("keydown", (event) => {
    const bar = barAt(document.activeElement);
    if (!bar || event.altKey || event.metaKey || event.ctrlKey) return;
    const nav = bar.closest("[data-overview]");
    const bars = barsOf(nav);
    const here = bars.indexOf(bar);
    const to = { ArrowLeft: here - 1, ArrowRight: here + 1, Home: 0, End: bars.length - 1 }[event.key];
    if (to !== undefined && bars[to]) {
      event.preventDefault();
      anchor = event.shiftKey ? anchor || bar : null;
      bar.setAttribute("tabindex", "-1");
      bars[to].setAttribute("tabindex", "0");
      bars[to].focus();
      mark(nav, anchor || bars[to], bars[to]);
    } else if (event.key === "Enter" && anchor && bars.includes(anchor)) {
      event.preventDefault();
      show(nav, anchor, bar);
      anchor = null;
    } else if (event.key === "Escape") {
      anchor = null;
      mark(nav, bar, bar);
    }
  });

  document.addEventListener("htmx:afterSettle", () => { anchor = null; prepare(); });
  prepare();
})();
