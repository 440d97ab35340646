// The search page: reads the address and the box, asks, shows.

import { PAGE, addressOf, hasFilters, stateOf, toggled } from "./address.js";
import { root } from "./early.js";
import { find } from "./find.js";
import { opened } from "./opened.js";
import { asksNothing, parseQuery } from "./query.js";
import { keysOf } from "./text.js";
import { resultItem, summary, wayOn } from "./view.js";

// How long a reader pauses before files are fetched for what was typed so far.
const TYPING_PAUSE = 150;
// Results that are added together.
const STEP = PAGE / 2;

const box = document.querySelector("#q");
const status = document.querySelector("#status");
const results = document.querySelector("#results");
const notes = document.querySelector("#notes");
const more = document.querySelector("#more");

let state = stateOf(location.href);
let turn = 0;
let timer = 0;

function say(condition, text, total) {
  status.dataset.state = condition;
  status.textContent = text;
  if (total === undefined) delete status.dataset.total;
  else status.dataset.total = total;
}

/** Shows what `next` asks for; `keep` is how the browser's history takes it: "push", "replace" or "" for not at all. */
export async function show(next, keep) {
  state = next;
  const mine = ++turn;
  if (keep) history[`${keep}State`](null, "", addressOf(location.href, state));
  const query = parseQuery(state.q);
  if (asksNothing(query) && !hasFilters(state)) return clear();
  say("loading", "正在检索……");
  try {
    const shards = await opened();
    const answer = await find(shards, query, state);
    if (mine !== turn) return undefined;
    const { list, notes: said } = await better(shards, query, answer);
    if (mine !== turn) return undefined;
    await present(shards, list, said, mine);
  } catch (error) {
    console.error(error);
    if (mine === turn) say("error", "检索没有成功，请稍后再试。");
  }
  return undefined;
}

/** The answer to show, and what to say of it: another reading of the query where nothing holds it as it was typed. */
async function better(shards, query, answer) {
  if ((answer.results.length && !answer.spans) || shards.missing.size) return { list: answer, notes: [] };
  const { otherwise } = await import("./meant.js");
  return otherwise(shards, query, state, answer);
}

async function present(shards, answer, said, mine) {
  const items = answer.results.map((result) => resultItem(result, answer.looked, root));
  const lacking = shards.missing.size > 0 && !items.length;
  results.replaceChildren(...items);
  notes.replaceChildren(...said, ...(items.length || lacking ? [] : [wayOn(root)]));
  more.hidden = true;
  clearFacets(answer.total < 2);
  say(lacking ? "error" : "ready", lacking ? "检索所需的文件没有取到，请稍后再试。" : summary(answer), items.length ? answer.total : 0);
  await readOn(answer, state.shown - answer.results.length, mine);
  if (mine !== turn) return;
  const { missed, panel } = await import("./panel.js").catch(() => ({ missed: () => [], panel: () => {} }));
  notes.append(...missed(shards));
  await panel(shards, answer, state, { toggle: (name, value) => show(toggled(state, name, value), "push"), sort: (sort) => show({ ...state, sort, shown: PAGE }, "push"), current: () => mine === turn });
}

/** Adds results that follow, some at a time. */
async function readOn(answer, count, mine) {
  const goal = answer.results.length + count;
  for (let added = [null]; added.length;) {
    added = await answer.read(Math.min(STEP - (answer.results.length % STEP), goal - answer.results.length));
    if (mine !== turn) return;
    results.append(...added.map((result) => resultItem(result, answer.looked, root)));
    if (answer.results.length && status.textContent !== summary(answer)) say("ready", summary(answer), answer.total);
  }
  more.hidden = answer.results.length >= answer.total;
  more.onclick = async () => {
    state = { ...state, shown: answer.results.length + PAGE };
    history.replaceState(null, "", addressOf(location.href, state));
    const last = results.lastElementChild;
    await readOn(answer, PAGE, mine);
    last.nextElementSibling?.querySelector("a").focus();
  };
}

function clear() {
  results.replaceChildren();
  notes.replaceChildren();
  more.hidden = true;
  clearFacets(true);
  say("idle", "");
}

/** Empties the panel; where it stays, what is below it does not move when it is filled again. */
function clearFacets(hidden) {
  const facets = document.querySelector("#facets");
  facets.hidden = hidden;
  facets.querySelector("div").replaceChildren();
}

/** Asks for what stands in the box: at once where the files are here, else after a pause. */
async function typed() {
  const next = { ...state, q: box.value, shown: PAGE };
  const mine = ++turn;
  clearTimeout(timer);
  const keys = parseQuery(next.q).wanted.flatMap((part) => part.runs).flatMap(keysOf);
  if (keys.length) say("loading", "正在检索……");
  const shards = await opened().catch(() => null);
  if (mine !== turn) return;
  if (shards?.has(keys)) show(next, "replace");
  else timer = setTimeout(() => show(next, "replace"), TYPING_PAUSE);
}

box.addEventListener("input", (event) => {
  if (!event.isComposing) typed();
});
box.addEventListener("compositionend", typed);
box.form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(timer);
  show({ ...state, q: box.value, shown: PAGE }, "push");
});
window.addEventListener("popstate", () => {
  box.value = stateOf(location.href).q;
  show(stateOf(location.href), "");
});

box.value = state.q;
const shown = show(state, "");
// The icon, and what is kept for later, would come in the way of what is asked for now.
shown.then(() => {
  const icon = document.querySelector('link[rel="icon"]');
  icon.href = icon.dataset.href;
  return import("../page.js");
}).catch(() => {});
shown.then(() => import("./keys.js")).then(({ listen }) => listen(box, results, (text) => {
  box.value = text;
  show({ ...state, q: text, shown: PAGE }, "push");
})).catch(() => {}); // without a network there are results still, and no suggestions
