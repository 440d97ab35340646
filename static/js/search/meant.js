// What a reader may have meant where nothing holds what was typed: the same in simplified characters, what
// pinyin says, and near misses. The first two mean the same and are answered; near misses are only offered.

import { fetchBytes } from "./files.js";
import { find } from "./find.js";
import { look, roughly } from "./gather.js";
import { ready } from "./judge.js";
import { namesUnder, spokenAs } from "./names.js";
import { parseQuery } from "./query.js";
import { fold } from "./text.js";
import { make } from "./view.js";

const OFFERED = 3;
// Documents read in the search of near misses: those that hold most of what was typed.
const READ = 8;
// What is tried of words and of neighbours the other way round; each asks for three further pairs at most.
const TRIED = 3;
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
export async function otherwise(shards, query, state, answer) {
  for (const { typed, say } of await readings(shards, query)) {
    const found = await find(shards, parseQuery(typed), state);
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

/** What is one edit away from the query and stands in the archive, the most frequent first. */
async function nearMisses(shards, query, answer) {
  const counts = new Map();
  const add = (text, count) => counts.set(text, (counts.get(text) ?? 0) + count);
  for (const part of query.wanted) {
    const run = part.runs[0];
    if (part.runs.length > 1 || run.length < 2) continue;
    const others = query.wanted.map((each) => (each === part ? null : each.typed));
    const whole = (text) => others.map((each) => each ?? text).join(" ");
    // The second character may be the first one of what was meant.
    const named = await Promise.all([...new Set(run.slice(0, 2))].map((first) => namesUnder(shards, first)));
    for (const { forms, count } of named.flat()) {
      for (const [written] of forms) if (isOneEdit(written, run)) add(whole(written), count);
    }
    if (run.length < 3) continue;
    const looked = answer.looked.parts.flatMap((each) => each.looked).find((each) => each.run === run);
    const found = await Promise.all([windows(shards, looked, run), swaps(shards, looked, run)]);
    for (const text of found.flat()) add(whole(text), 1);
    for (const [text, count] of await withWords(shards, looked, run)) add(whole(text), count);
  }
  return [...counts].filter(([text]) => text !== query.typed).sort((a, b) => b[1] - a[1]).slice(0, OFFERED).map(([text]) => text);
}

/** Whether one character more, less or other, or two neighbours the other way round, make `a` of `b`. */
export function isOneEdit(a, b) {
  if (a.length > b.length) return isOneEdit(b, a);
  let from = 0, end = 0;
  while (from < a.length && a[from] === b[from]) from++;
  while (end < a.length - from && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [here, there] = [a.slice(from, a.length - end), b.slice(from, b.length - end)];
  if (here.length < 2) return there.length === 1;
  return here.length === 2 && there.length === 2 && here[0] === there[1] && here[1] === there[0];
}

/** Stretches of text one edit away from the run, out of the documents that hold most of its pairs. */
async function windows(shards, looked, run) {
  const chosen = shards.segments.flatMap((_, place) => {
    const held = new Map();
    for (const entry of looked?.entries[place] ?? []) for (const number of entry?.documents ?? []) held.set(number, (held.get(number) ?? 0) + 1);
    return [...held].map(([number, pairs]) => ({ place, number, pairs }));
  });
  chosen.sort((a, b) => b.pairs - a.pairs || b.place - a.place || b.number - a.number);
  const leaves = await Promise.all(chosen.slice(0, READ).map(({ place, number }) => shards.leaf(shards.segments[place], number)));
  return leaves.filter(Boolean).flatMap((leaf) => stretches(ready(leaf).text, run));
}

/** Stretches one edit away from the run; a longer or shorter one has its first and its last character. */
export function stretches(text, run) {
  const found = new Set();
  for (let at = 0; at < text.length; at++) {
    for (const size of [run.length - 1, run.length, run.length + 1]) {
      if (size !== run.length && (text[at] !== run[0] || text[at + size - 1] !== run.at(-1))) continue;
      const stretch = text.slice(at, at + size);
      if (stretch.length === size && isOneEdit(stretch, run) && fold(stretch) === stretch && /^[\p{L}\p{N}]+$/u.test(stretch)) found.add(stretch);
    }
  }
  return [...found];
}

/** The run with a word of the archive in it that begins as typed: [[text, how often the word stands in the archive]]. */
async function withWords(shards, looked, run) {
  const counts = new Map();
  for (const ofSegment of looked?.entries ?? []) {
    ofSegment.forEach((entry, at) => entry?.words.forEach(({ rest, occurrences }) => {
      const word = run.slice(at, at + 2) + rest;
      for (const end of [at + word.length - 1, at + word.length, at + word.length + 1]) {
        const text = run.slice(0, at) + word + run.slice(end);
        if (end >= at + 2 && end <= run.length && isOneEdit(text, run)) counts.set(text, (counts.get(text) ?? 0) + occurrences);
      }
    }));
  }
  const tried = [...counts].sort((a, b) => b[1] - a[1]).slice(0, TRIED);
  const stand = await Promise.all(tried.map(([text]) => stands(shards, text)));
  return tried.filter((_, i) => stand[i]);
}

/** The run with two neighbours the other way round, where that stands in the archive: none of its pairs need have been found. */
async function swaps(shards, looked, run) {
  const often = (at) => shards.segments.reduce((sum, _, place) => sum + (looked?.entries[place]?.[at]?.count ?? 0), 0);
  const rarest = (at) => Math.min(...[at - 1, at, at + 1].filter((each) => each >= 0 && each < run.length - 1).map(often));
  const places = Array.from({ length: run.length - 1 }, (_, at) => at).filter((at) => run[at] !== run[at + 1]);
  // What is the wrong way round makes pairs that are rare or stand nowhere.
  const tried = places.sort((a, b) => often(a) - often(b) || rarest(a) - rarest(b)).slice(0, TRIED)
    .map((at) => run.slice(0, at) + run[at + 1] + run[at] + run.slice(at + 2));
  const stand = await Promise.all(tried.map((text) => stands(shards, text)));
  return tried.filter((_, i) => stand[i]);
}

/** Whether a document holds a text: of the last ones in each segment that hold all its pairs. */
async function stands(shards, text) {
  const { parts } = await look(shards, parseQuery(text));
  const held = await Promise.all(shards.segments.map(async (segment, place) => {
    const found = await roughly(shards, place, parts);
    const leaves = await Promise.all([...found.slice(-2)].map((number) => shards.leaf(segment, number)));
    return leaves.some((leaf) => leaf && ready(leaf).text.includes(text));
  }));
  return held.includes(true);
}
