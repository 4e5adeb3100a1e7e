/* Words of a text that somebody marks become an attribution or a figure: Ctrl+Enter begins, and keeps. */
"use strict";
(() => {
  const text = document.getElementById("text"), picker = document.getElementById("picker");
  if (!text || !picker) return;
  const form = picker.querySelector("form"), KEYS = { c: "content", s: "source", t: "cue", f: "figure" };
  const EMPTY = { content: "nothing yet", source: "nobody yet", cue: "none yet" };
  const HINTS = {
    content: "Now mark who says it and press s, the words that tell so and press t; Ctrl+Enter keeps it.",
    figure: "Ctrl+Enter keeps it as a figure.",
  };
  const fresh = () => ({ verb: "missed", of: text.dataset.document, parts: {} });
  const areOn = () => { try { return localStorage.getItem("stemma single keys") !== "off"; } catch { return true; } };
  let state = fresh();

  const told = (words) => { picker.querySelector("[data-told]").textContent = words; };

  /* The place of a point of the text layer, in code points; null outside of it. */
  const placeOf = (node, offset) => {
    const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
    const piece = element.closest("[data-start]");
    if (!piece || !text.contains(piece)) return null;
    const before = document.createRange();
    before.selectNodeContents(piece);
    before.setEnd(node, offset);
    return Number(piece.dataset.start) + [...before.toString()].length;
  };

  /* The pieces that a selection covers, less what stands between them as a note. */
  const selected = () => {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    const pieces = [...text.querySelectorAll("[data-start]")].filter((piece) => range.intersectsNode(piece));
    const covered = [];
    for (const piece of pieces) {
      const from = piece.contains(range.startContainer) ? placeOf(range.startContainer, range.startOffset) : Number(piece.dataset.start);
      const to = piece.contains(range.endContainer) ? placeOf(range.endContainer, range.endOffset) : Number(piece.dataset.start) + [...piece.textContent].length;
      if (from !== null && to !== null && from < to) covered.push([from, to, [...piece.textContent].slice(from - piece.dataset.start, to - piece.dataset.start).join("")]);
    }
    if (!covered.length || !covered.some((one) => one[2].trim())) return null;
    const [start, end] = whole(covered[0][0], covered.at(-1)[1]);
    return { start, end, words: layer.slice(start, end).join("").trim().replace(/\s+/g, " "), range: range.cloneRange() };
  };

  /* The text layer, by code points. */
  const layer = [];
  for (const piece of text.querySelectorAll("[data-start]")) [...piece.textContent].forEach((one, at) => { layer[Number(piece.dataset.start) + at] = one; });
  const isWord = (at) => /[\p{L}\p{N}]/u.test(layer[at] || "");

  /* A place with the words whole that it cuts: a hand slips. */
  const whole = (start, end) => {
    while (isWord(start) && isWord(start - 1)) start -= 1;
    while (isWord(end - 1) && isWord(end)) end += 1;
    return [start, end];
  };

  const paint = () => {
    for (const part of ["content", "source", "cue"]) {
      const picked = state.parts[part] || (part === "content" && state.parts.figure);
      picker.querySelector(`[data-part="${part}"]`).textContent = picked ? `“${picked.map((one) => one.words).join(" … ")}”` : EMPTY[part];
      if (globalThis.Highlight) CSS.highlights.set(`picked-${part}`, new Highlight(...(picked || []).map((one) => one.range)));
    }
    picker.hidden = !Object.keys(state.parts).length && state.verb === "missed";
    document.body.style.paddingBottom = picker.hidden ? "" : `${picker.offsetHeight}px`;
  };

  const pick = (part, more) => {
    const found = selected();
    if (!found) { told("Mark words of the text first."); picker.hidden = false; return; }
    if (part === "figure") state.parts = { figure: [found] };
    else {
      delete state.parts.figure;
      state.parts[part] = more && state.parts[part] ? [...state.parts[part], found] : [found];
    }
    told(HINTS[part] || HINTS.content);
    getSelection().removeAllRanges();
    paint();
  };

  const leave = () => { state = fresh(); paint(); };

  const keep = () => {
    if (!state.parts.content && !state.parts.figure) { told("Mark what is said first, and press c."); return; }
    form.requestSubmit();
  };

  const field = (name, value) => {
    const input = document.createElement("input");
    Object.assign(input, { type: "hidden", name, value });
    input.dataset.made = "";
    form.append(input);
  };

  /* The marks stay until they are kept: a lost connection or a word that holds no number costs nobody their work. */
  const send = async () => {
    form.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)), headers: { Accept: "text/html" } });
      if (answer.ok) {
        history.replaceState(null, "", form.elements.next.value);
        location.reload();
        return;
      }
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      told(answer.status === 401 ? "Your session has ended. Sign in in another window, then keep it again." : page.querySelector("main .deck")?.textContent || `The desk answered ${answer.status}; nothing was kept.`);
    } catch {
      told("The desk cannot be reached. Nothing is lost: keep it again when it can.");
    } finally { form.removeAttribute("aria-busy"); }
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (form.getAttribute("aria-busy")) return;
    if (!state.parts.content && !state.parts.figure) { told("Mark what is said first, and press c."); return; }
    form.querySelectorAll("[data-made]").forEach((input) => input.remove());
    form.elements.verb.value = state.verb;
    form.elements.of.value = state.of;
    const first = (state.parts.content || state.parts.figure)[0];
    form.elements.next.value = `${location.pathname}${text.dataset.leaves ? `?of=s${first.start}` : ""}#s${first.start}`;
    for (const [part, picked] of Object.entries(state.parts)) for (const one of picked) field(part, `${one.start}:${one.end}`);
    send();
  });

  document.addEventListener("keydown", (event) => {
    if (event.target.closest?.("input, textarea, select")) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      if (state.parts.content || state.parts.figure) keep(); else pick("content", false);
      return;
    }
    if (picker.hidden || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") leave();
    else if (areOn() && KEYS[event.key.toLowerCase()]) pick(KEYS[event.key.toLowerCase()], event.shiftKey);
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);

  picker.addEventListener("mousedown", (event) => { if (event.target.closest("button")) event.preventDefault(); }); /* the selection stays */
  picker.addEventListener("click", (event) => {
    const button = event.target.closest("button[type=button]");
    if (button?.dataset.pick) pick(button.dataset.pick, event.shiftKey);
    else if (button) leave();
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-mend]");
    if (!button) return;
    state = { verb: "words", of: button.dataset.mend, parts: {} };
    paint();
    told(button.dataset.mends === "figure" ? "Mark the words of the quantity, and press f." : "Mark the words that are said, and press c; what you do not mark anew stays as it is.");
  });

  text.querySelectorAll("a").forEach((link) => { link.draggable = false; }); /* so that a mark can begin inside of one */
  const reveal = () => document.querySelectorAll("[data-mend][hidden]").forEach((button) => { button.hidden = false; });
  new MutationObserver(reveal).observe(document.body, { childList: true, subtree: true });
  reveal();
  const hint = document.querySelector("#marking [data-hint]");
  if (hint) hint.textContent = "Mark words in the text and press Ctrl+Enter; or copy them here as they stand there.";
})();
