// What was made of a mark, beside the text: all its words are lit, and j and k go from one mark to the next.
(() => {
  "use strict";
  const text = document.getElementById("text");
  const panel = document.getElementById("panel");
  if (!text || !panel) return;

  // Single keys are switched off on the page of the review, for those whom they get in the way.
  const keysAreOn = () => {
    try {
      return localStorage.getItem("stemma single keys") !== "off";
    } catch {
      return true;
    }
  };
  const of = (anchor) => text.querySelectorAll(`[data-of="${CSS.escape(anchor)}"]`);

  function light(anchor) {
    for (const piece of text.querySelectorAll(".lit")) piece.classList.remove("lit");
    for (const piece of of(anchor)) piece.classList.add("lit");
  }

  function fetchInto(place, address) {
    window.htmx.ajax("GET", address, { target: place, swap: "innerHTML", select: ".made.alone" });
  }

  function follow() {
    let anchor = location.hash.slice(1);
    try {
      anchor = decodeURIComponent(anchor);
    } catch {} // "%" by itself: no anchor of ours
    light(anchor);
    const characters = /^char=(\d+),(\d+)$/.exec(anchor);
    if (characters) location.replace(`?start=${characters[1]}&end=${characters[2]}#here`);
    const first = of(anchor)[0];
    // Of a long text the page shows a part; an address without it leads to the part that holds the words.
    const asked = new URLSearchParams(location.search).get("of");
    if (text.dataset.leaves && /^([afd]-|s\d)/.test(anchor) && !first && !document.getElementById(anchor) && asked !== anchor) {
      location.replace(`?of=${encodeURIComponent(anchor)}#${anchor}`);
      return;
    }
    if (first && !document.getElementById(anchor)?.classList.contains("made")) {
      fetchInto(panel, first.getAttribute("href"));
      first.scrollIntoView({ block: "center" });
    }
  }

  text.addEventListener("click", (event) => {
    const judge = event.target.closest(".made .acts-of a[href*='/marks/']");
    if (judge && window.htmx && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      fetchInto(judge.closest(".made"), judge.getAttribute("href"));
      return;
    }
    const piece = event.target.closest("a[data-of]");
    if (!piece || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (!getSelection().isCollapsed) event.preventDefault(); // words were marked, not followed
    else if (piece.getAttribute("href").includes("/marks/") && window.htmx) {
      event.preventDefault();
      history.replaceState(null, "", `#${piece.dataset.of}`);
      light(piece.dataset.of);
      fetchInto(panel, piece.getAttribute("href"));
    }
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
    if (event.key === "Escape" && location.hash) {
      const lit = text.querySelector(".lit");
      panel.replaceChildren();
      history.replaceState(null, "", location.pathname + location.search);
      location.hash = "text";
      if (lit) lit.focus({ preventScroll: true });
    }
    if ((event.key !== "j" && event.key !== "k") || !keysAreOn()) return;
    const stops = [...text.querySelectorAll("a[data-of]:not([tabindex])")];
    const now = stops.findIndex((stop) => stop === document.activeElement || stop.classList.contains("lit"));
    const turn = document.querySelector(`.leaves a[rel="${event.key === "j" ? "next" : "prev"}"]`);
    if (turn && now === (event.key === "j" ? stops.length - 1 : 0)) return turn.click();
    const next = stops[Math.min(stops.length - 1, Math.max(0, now + (event.key === "j" ? 1 : -1)))];
    next.click();
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "center" });
  });

  addEventListener("hashchange", follow);
  follow();
})();
