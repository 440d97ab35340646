// Marks hits in shown text and chooses the passage of an article that shows a query best.

import { foldWithPlaces } from "./text.js";

const LENGTH = 110;
const LEAD = 24;
const SENTENCE_END = /[。！？；!?]/;

/** The strings to mark for a query, longest first: its parts to the letter and the words it is cut into. */
export function needles(looked) {
  const found = new Set();
  for (const part of looked.parts) {
    found.add(part.text);
    for (const run of part.runs) found.add(run);
    if (!part.exact) for (const word of part.words) found.add(word.text);
  }
  return [...found].filter(Boolean).sort((a, b) => b.length - a.length);
}

/** Where needles stand in shown text: ascending [from, to] that do not overlap; longer needles win. */
export function hits(shown, needles) {
  const { folded, places } = foldWithPlaces(shown);
  const taken = new Uint8Array(folded.length);
  const found = [];
  for (const needle of needles) {
    for (let at = folded.indexOf(needle); at >= 0; at = folded.indexOf(needle, at + needle.length)) {
      if (taken.subarray(at, at + needle.length).includes(1)) continue;
      taken.fill(1, at, at + needle.length);
      found.push([places[at], places[at + needle.length] ?? shown.length, needle]);
    }
  }
  return found.sort((a, b) => a[0] - b[0]);
}

/** Shown text in pieces [text, whether it is a hit], between `from` and `to`. */
export function pieces(shown, found, from = 0, to = shown.length) {
  const made = [];
  let at = from;
  for (const [start, end] of found) {
    if (start < at || end > to) continue;
    if (start > at) made.push([shown.slice(at, start), false]);
    made.push([shown.slice(start, end), true]);
    at = end;
  }
  if (at < to) made.push([shown.slice(at, to), false]);
  return made;
}

/** The best passage as pieces: the paragraph that holds the longest hits, cut around the first of them. */
export function passage(paragraphs, needles) {
  let best = { worth: -1 };
  for (const shown of paragraphs) {
    const found = hits(shown, needles);
    const worth = [...new Set(found.map(([, , needle]) => needle))].reduce((sum, needle) => sum + needle.length ** 2, 0);
    if (worth > best.worth) best = { worth, shown, found };
  }
  if (best.worth < 0) return [];
  const { shown, found } = best;
  const longest = found.reduce((a, b) => (b[2].length > a[2].length ? b : a), found[0] ?? [0, 0, ""]);
  const from = opening(shown, longest[0]);
  const to = Math.min(shown.length, Math.max(from + LENGTH, longest[1]));
  const made = pieces(shown, found, from, to);
  if (from > 0) made.unshift(["…", false]);
  if (to < shown.length) made.push(["…", false]);
  return made;
}

/** Where to begin: at the sentence of the hit if that is near, else a little before the hit. */
function opening(shown, hit) {
  for (let at = hit; at > Math.max(0, hit - 2 * LEAD); at--) if (SENTENCE_END.test(shown[at - 1])) return at;
  return hit <= 2 * LEAD ? 0 : hit - LEAD;
}
