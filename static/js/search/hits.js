// Where what was looked for stands in text as it is shown.

import { OUTER_SPACE, SPACE_BY_HAN, fold } from "./text.js";

/** The folded form of shown text, and beside every unit of it where in `shown` that which it comes from begins and ends. */
function foldWithPlaces(shown) {
  const places = [];
  let whole = "", at = 0;
  for (const character of shown) {
    const folded = character.normalize("NFKC").toLowerCase();
    whole += folded;
    for (let i = 0; i < folded.length; i++) places.push([at, at + character.length]);
    at += character.length;
  }
  const gaps = [...whole.matchAll(OUTER_SPACE), ...whole.matchAll(SPACE_BY_HAN)];
  const gone = new Set(gaps.flatMap((gap) => Array.from(gap[0], (_, i) => gap.index + i)));
  return { folded: [...whole.split("")].filter((_, i) => !gone.has(i)).join(""), places: places.filter((_, i) => !gone.has(i)) };
}

/** Where needles stand in shown text: ascending [from, to, needle] that do not overlap; earlier needles win. */
export function hits(shown, needles) {
  const plain = fold(shown);
  if (!needles.some((needle) => plain.includes(needle))) return [];
  const { folded, places } = foldWithPlaces(shown);
  const taken = new Uint8Array(folded.length);
  const found = [];
  for (const needle of needles) {
    for (let at = folded.indexOf(needle); at >= 0; at = folded.indexOf(needle, at + needle.length)) {
      if (taken.subarray(at, at + needle.length).includes(1)) continue;
      taken.fill(1, at, at + needle.length);
      found.push([places[at][0], places[at + needle.length - 1][1], needle]);
    }
  }
  return found.sort((a, b) => a[0] - b[0]);
}

/** Shown text between `from` and `to` in pieces [text, whether it is a hit]. */
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
