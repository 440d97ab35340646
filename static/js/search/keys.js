// Keyboard and suggestions: arrows go through what is offered and through the results, Enter opens, Esc goes back.
// Nothing happens while an input method composes.

import { opened } from "./opened.js";
import { hits, pieces } from "./hits.js";
import { make, marked } from "./view.js";

const OFFERED = 8;
const TITLES = 3;

/** Listens to the page; `choose(text)` asks for a suggestion that was taken. */
export function listen(box, results, choose) {
  const offers = document.querySelector("#offers");
  const close = () => {
    offers.hidden = true;
    offers.replaceChildren();
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  };
  const take = (option) => {
    close();
    if (option.dataset.href) location.assign(option.dataset.href);
    else choose(option.dataset.text);
  };
  box.addEventListener("input", (event) => { if (!event.isComposing) offer(box, offers, results, take); });
  box.addEventListener("compositionend", () => offer(box, offers, results, take));
  box.addEventListener("blur", () => setTimeout(close, 150));
  box.form.addEventListener("submit", close);
  box.addEventListener("keydown", (event) => { if (!composing(event)) inBox(event, box, offers, results, close, take); });
  results.addEventListener("keydown", (event) => { if (!composing(event)) inResults(event, box, results); });
  document.addEventListener("click", (event) => {
    const asked = event.target.closest?.("a[data-q]");
    if (!asked || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    choose(asked.dataset.q);
  });
}

const composing = (event) => event.isComposing || event.keyCode === 229;

/** Shows names that what was typed may mean, and headlines among the results that hold it. */
async function offer(box, offers, results, take) {
  const typed = box.value.trim();
  const shards = typed ? await opened().catch(() => null) : null;
  const { KIND_NAMES, namesFor } = await import("./names.js");
  const named = shards ? (await namesFor(shards, typed)).slice(0, OFFERED) : [];
  if (box.value.trim() !== typed) return;
  const titles = [...results.querySelectorAll("li[data-id] > a")].filter((link) => link.textContent.includes(typed)).slice(0, typed ? TITLES : 0);
  const options = [...named.map((name) => nameOption(name, KIND_NAMES[name.kind], typed)), ...titles.map(titleOption)];
  options.forEach((option, i) => {
    option.id = `offer-${i}`;
    option.addEventListener("pointerdown", (event) => { event.preventDefault(); take(option); });
  });
  offers.replaceChildren(...options);
  offers.hidden = !options.length || document.activeElement !== box;
  box.setAttribute("aria-expanded", String(!offers.hidden));
  box.removeAttribute("aria-activedescendant");
}

/** A name; one that has a page of its own to show leads there, any other is searched for. */
function nameOption({ name, form, count, page }, kind, typed) {
  const shown = marked(pieces(name, hits(name, [typed])));
  const written = form !== name && !name.includes(form) ? [make("span", { class: "form" }, form)] : [];
  const about = make("span", { class: "kind" }, `${kind} ${count} 篇`);
  return make("li", { role: "option", "aria-selected": "false", "data-text": name, ...(page && { "data-href": document.documentElement.dataset.root + page }) }, make("span", { class: "name" }, ...shown), ...written, about);
}

const titleOption = (link) => make("li", { role: "option", "aria-selected": "false", "data-href": link.href }, make("span", { class: "name" }, link.textContent), make("span", { class: "kind" }, "文章"));

function inBox(event, box, offers, results, close, take) {
  const options = offers.hidden ? [] : [...offers.children];
  const at = options.findIndex((option) => option.getAttribute("aria-selected") === "true");
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    const next = event.key === "ArrowDown" ? at + 1 : at - 1;
    event.preventDefault();
    if (options.length && next < options.length) select(box, options, next);
    else if (event.key === "ArrowDown") results.querySelector("a")?.focus();
  } else if (event.key === "Enter" && at >= 0) {
    event.preventDefault();
    take(options[at]);
  } else if (event.key === "Escape" && options.length) {
    event.preventDefault();
    close();
  }
}

function select(box, options, at) {
  options.forEach((option, i) => option.setAttribute("aria-selected", String(i === at)));
  if (at >= 0) box.setAttribute("aria-activedescendant", options[at].id);
  else box.removeAttribute("aria-activedescendant");
}

function inResults(event, box, results) {
  const links = [...results.querySelectorAll("li > a")];
  const at = links.indexOf(document.activeElement);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && at >= 0) {
    event.preventDefault();
    if (at + step < 0) box.focus();
    else links[at + step]?.focus();
  } else if (event.key === "Escape") {
    box.focus();
  }
}
