// The form in which texts and queries meet. The index was made with the same rules by
// publish/search/folding.py; what it says about a text counts in UTF-16 units of the folded form.

const SPACE_BY_HAN = /(?<=[^\x00-\x7f])[\t-\r\x1c-\x20\x85]+|[\t-\r\x1c-\x20\x85]+(?=[^\x00-\x7f])/g;
const OUTER_SPACE = /^[\t-\r\x1c-\x20\x85]+|[\t-\r\x1c-\x20\x85]+$/g;
const LINE_END = /[\n\r\v\f]/g;
const WORD = /[\p{L}\p{N}]/u;

const isDigit = (unit) => unit >= 48 && unit <= 57;

/** NFKC, lower case, without the white space that print puts beside Chinese characters. */
export function fold(text) {
  const folded = text.replaceAll("\0", " ").normalize("NFKC").toLowerCase();
  return folded.replace(SPACE_BY_HAN, "").replace(OUTER_SPACE, "").replace(LINE_END, " ");
}

/** Whether the unit at `at` of a folded text is part of a word; a point between two digits belongs to the number. */
export function inWord(text, at) {
  const unit = text.charCodeAt(at);
  if (unit >= 0x4e00 && unit <= 0x9fd5) return true;
  if (unit >= 0xd800 && unit <= 0xdfff) return true;
  if (unit === 46) return at > 0 && isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1));
  return WORD.test(text[at] ?? " ");
}

/** The stretches of folded text between which no pair of characters reaches. */
export function runs(text) {
  const found = [];
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && inWord(text, at)) continue;
    if (at > start) found.push(text.slice(start, at));
    start = at + 1;
  }
  return found;
}

// A pasted sentence asks for no more files than a long name.
export const LONGEST_RUN = 24;

/** The keys that answer for a run: its pairs of neighbours, or the one character it is. */
export function keysOf(run) {
  if (run.length === 1) return [run];
  return Array.from({ length: Math.min(run.length, LONGEST_RUN) - 1 }, (_, at) => run.slice(at, at + 2));
}

/** Folded text without what stands between its runs; each line stays a line. */
export function squeeze(text) {
  let kept = "";
  for (let at = 0; at < text.length; at++) if (text[at] === "\n" || inWord(text, at)) kept += text[at];
  return kept;
}

/** The folded form of shown text, and beside every unit of it the place in `shown` that it comes from. */
function foldWithPlaces(shown) {
  const places = [];
  let whole = "", at = 0;
  for (const character of shown) {
    const folded = character.normalize("NFKC").toLowerCase();
    whole += folded;
    for (let i = 0; i < folded.length; i++) places.push(at);
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
      found.push([places[at], places[at + needle.length] ?? shown.length, needle]);
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
