/* Single keys press what is marked with data-key; a form is sent without leaving the page, and the next question comes. */
"use strict";
(() => {
  const SHEET = "?", SEARCH = "/", ALSO = { ArrowRight: "j", ArrowLeft: "k" };
  const STORED = "stemma single keys";
  const find = (key) => document.querySelector(`#review [data-key="${CSS.escape(key)}"]`);
  const areOn = () => { try { return localStorage.getItem(STORED) !== "off"; } catch { return true; } };
  let busy = false;

  const tell = (words) => {
    const line = document.getElementById("problem");
    if (!line) return;
    line.textContent = words;
    line.hidden = !words;
  };

  const show = (html, address) => {
    const page = new DOMParser().parseFromString(html, "text/html");
    const main = page.getElementById("main");
    if (!main) { location.assign(address); return; }
    document.getElementById("main").replaceChildren(...main.childNodes);
    document.title = page.title;
    history.pushState(null, "", address);
    set();
    const head = document.querySelector("#review h1");
    head?.focus({ preventScroll: true }); /* a screen reader goes on with the next question */
    head?.scrollIntoView({ block: "nearest" });
  };

  const send = async (form) => {
    if (busy) return;
    busy = true;
    tell("");
    form.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)), headers: { Accept: "text/html" } });
      if (answer.ok) { show(await answer.text(), answer.url); return; }
      if (answer.status === 401) { location.assign(`/sign-in?ended=true&next=${encodeURIComponent(location.pathname + location.search)}`); return; }
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      tell(page.querySelector("main .deck")?.textContent || `The desk answered ${answer.status}; nothing was kept.`);
    } catch {
      tell("The desk cannot be reached. Nothing is lost: press the key again when it can.");
    } finally {
      busy = false;
      form.removeAttribute("aria-busy");
    }
  };

  const go = async (link) => {
    if (busy) return;
    busy = true;
    try {
      const answer = await fetch(link.href, { headers: { Accept: "text/html" } });
      if (answer.ok) show(await answer.text(), answer.url); else location.assign(link.href);
    } catch {
      tell("The desk cannot be reached. Nothing is lost: press the key again when it can.");
    } finally { busy = false; }
  };

  const isTyping = (target) => target.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable]");

  const set = () => {
    const box = document.getElementById("single-keys");
    if (box) box.checked = areOn();
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.isComposing || isTyping(event.target) || !areOn()) return;
    if (event.key === SEARCH) { document.getElementById("seek")?.focus(); event.preventDefault(); return; }
    if (event.key === SHEET) {
      const sheet = document.getElementById("keys");
      if (sheet) { sheet.open = !sheet.open; sheet.querySelector("summary").focus(); event.preventDefault(); }
      return;
    }
    const found = find(ALSO[event.key] || event.key);
    if (found) { event.preventDefault(); found.click(); }
  });
  document.addEventListener("submit", (event) => {
    if (!event.target.closest("#review")) return;
    event.preventDefault();
    send(event.target);
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("#review a[data-key]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    go(link);
  });
  document.addEventListener("change", (event) => {
    if (event.target.id !== "single-keys") return;
    try { localStorage.setItem(STORED, event.target.checked ? "on" : "off"); } catch { /* kept for this page alone */ }
  });
  addEventListener("popstate", () => location.reload());
  set();
})();
