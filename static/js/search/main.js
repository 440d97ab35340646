// The search page: reads the address and the box, asks, shows.

import { find } from "./find.js";
import { parseQuery } from "./query.js";
import { Shards, fetchBytes } from "./shards.js";
import { resultItem, summary, wayOn } from "./view.js";

const root = new URL(document.documentElement.dataset.root, location.href).href;
const box = document.querySelector("#q");
const status = document.querySelector("#status");
const results = document.querySelector("#results");

let shards = null;
let turn = 0;

async function opened() {
  const bytes = await fetchBytes(new URL("search/index.json", root));
  return new Shards(root, JSON.parse(new TextDecoder().decode(bytes)));
}

function say(state, text, total) {
  status.dataset.state = state;
  status.textContent = text;
  if (total === undefined) delete status.dataset.total;
  else status.dataset.total = total;
}

async function answer(typed) {
  const mine = ++turn;
  const query = parseQuery(typed);
  if (!query.wanted.length) {
    results.replaceChildren();
    say("idle", "");
    return;
  }
  say("loading", "正在检索……");
  try {
    shards ??= opened().catch((error) => { shards = null; throw error; });
    const found = await find(await shards, window.lunr, query);
    if (mine !== turn) return;
    results.replaceChildren(...found.results.map((result) => resultItem(result, found.looked, root)));
    if (!found.results.length) results.append(wayOn(root));
    say("ready", summary(found), found.total);
  } catch (error) {
    if (mine === turn) say("error", `${error.message}，请稍后再试。`);
  }
}

function remember(typed) {
  const address = new URL(location.href);
  if (typed.trim()) address.searchParams.set("q", typed);
  else address.searchParams.delete("q");
  history.replaceState(null, "", address);
}

box.addEventListener("input", (event) => {
  if (event.isComposing) return;
  remember(box.value);
  answer(box.value);
});
box.addEventListener("compositionend", () => {
  remember(box.value);
  answer(box.value);
});
box.form.addEventListener("submit", (event) => {
  event.preventDefault();
  remember(box.value);
  answer(box.value);
});
window.addEventListener("popstate", fromAddress);

function fromAddress() {
  box.value = new URL(location.href).searchParams.get("q") ?? "";
  answer(box.value);
}

fromAddress();
