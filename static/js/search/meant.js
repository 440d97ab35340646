// What a reader may have meant where nothing holds what was typed: the same in simplified characters, what
// pinyin says, and near misses. The first two mean the same and are answered; near misses are only offered.

import { fetchBytes } from "./files.js";
import { find } from "./find.js";
import { ready } from "./judge.js";
import { namesUnder, spokenAs } from "./names.js";
import { parseQuery } from "./query.js";
import { fold } from "./text.js";
import { make } from "./view.js";

const OFFERED = 3;
// Documents read in the search of near misses: those that hold most of what was typed.
const READ = 8;
const TABLE = new URL("../../vendor/opencc/TSCharacters.txt", import.meta.url);

let table = null;

/** Text in simplified characters; by characters, which is right for looking up. */
export async function simplified(text) {
  table ??= fetchBytes(TABLE).then((bytes) => new Map(new TextDecoder().decode(bytes).split("\n").filter((line) => line && !line.startsWith("#")).map((line) => {
    const [from, to] = line.split("\t");
    return [from, to.split(" ")[0]];
  })));
  const known = await table.catch(() => { table = null; return new Map(); });
  return [...text].map((character) => known.get(character) ?? character).join("");
}

/** `{list, notes}`: the answer to show, `answer` or a better one, and what to say of it. */
export async function otherwise(shards, lunr, query, state, answer) {
  for (const { typed, say } of await readings(shards, query)) {
    const found = await find(shards, lunr, parseQuery(typed), state);
    if (found.results.length && !found.spans) return { list: found, notes: [make("p", {}, ...say)] };
  }
  const offers = await nearMisses(shards, query, answer);
  const links = offers.flatMap((typed, i) => [i ? "、" : "", link(typed)]);
  return { list: answer, notes: offers.length ? [make("p", { class: "near" }, "你是不是要找：", ...links)] : [] };
}

const link = (typed) => make("a", { href: `?${new URLSearchParams({ q: typed })}`, "data-q": typed }, typed);

/** Other ways to read what was typed: [{typed, say}]. */
async function readings(shards, query) {
  const found = [];
  const plain = await simplified(query.typed);
  if (plain !== query.typed) found.push({ typed: plain, say: [`按简体字“${plain}”检索。`] });
  const latin = query.wanted.filter((part) => !part.exact && /^[a-z']{2,}$/.test(part.text));
  const meant = await Promise.all(latin.map((part) => spokenAs(shards, part.text)));
  if (latin.length && meant.every((each) => each.length)) {
    const typed = query.wanted.map((part) => (latin.includes(part) ? meant[latin.indexOf(part)][0] : part.typed)).join(" ");
    const others = meant.length === 1 ? meant[0].slice(1, 1 + OFFERED) : [];
    const also = others.length ? ["也可能是：", ...others.flatMap((each, i) => [i ? "、" : "", link(each)]), "。"] : [];
    found.push({ typed, say: [`“${latin.map((part) => part.text).join(" ")}”读作“${meant.map((each) => each[0]).join(" ")}”。`, ...also] });
  }
  return found;
}

/** What differs from the query in one character and stands in the archive, the most frequent first. */
async function nearMisses(shards, query, answer) {
  const counts = new Map();
  const add = (text, count) => counts.set(text, (counts.get(text) ?? 0) + count);
  for (const part of query.wanted) {
    const run = part.runs[0];
    if (part.runs.length > 1 || run.length < 2) continue;
    const others = query.wanted.map((each) => (each === part ? null : each.typed));
    const whole = (text) => others.map((each) => each ?? text).join(" ");
    for (const { forms, count } of await namesUnder(shards, run)) {
      for (const [written] of forms) if (differsInOne(written, run)) add(whole(written), count);
    }
    if (run.length > 2) for (const text of await windows(shards, answer, run)) add(whole(text), 1);
  }
  return [...counts].filter(([text]) => text !== query.typed).sort((a, b) => b[1] - a[1]).slice(0, OFFERED).map(([text]) => text);
}

export function differsInOne(a, b) {
  if (a.length !== b.length) return false;
  let differences = 0;
  for (let i = 0; i < a.length; i++) differences += a[i] !== b[i];
  return differences === 1;
}

/** Stretches of text that differ from the run in one character, out of the documents that hold most of its pairs. */
async function windows(shards, answer, run) {
  const looked = answer.looked.parts.flatMap((part) => part.looked).find((each) => each.run === run);
  const chosen = shards.segments.flatMap((_, place) => {
    const held = new Map();
    for (const entry of looked?.entries[place] ?? []) for (const number of entry?.documents ?? []) held.set(number, (held.get(number) ?? 0) + 1);
    return [...held].map(([number, pairs]) => ({ place, number, pairs }));
  });
  chosen.sort((a, b) => b.pairs - a.pairs || b.place - a.place || b.number - a.number);
  const leaves = await Promise.all(chosen.slice(0, READ).map(({ place, number }) => shards.leaf(shards.segments[place], number)));
  return leaves.filter(Boolean).flatMap((leaf) => stretches(ready(leaf).text, run));
}

export function stretches(text, run) {
  const found = new Set();
  for (let at = 0; at + run.length <= text.length; at++) {
    const stretch = text.slice(at, at + run.length);
    if (differsInOne(stretch, run) && fold(stretch) === stretch && /^[\p{L}\p{N}]+$/u.test(stretch)) found.add(stretch);
  }
  return [...found];
}

