// The form in which texts and queries meet. The index was made with the same rules by
// publish/search/folding.py; what it says about a text counts in UTF-16 units of the folded form.

export const SPACE_BY_HAN = /(?<=[^\x00-\x7f])[\t-\r\x1c-\x20\x85]+|[\t-\r\x1c-\x20\x85]+(?=[^\x00-\x7f])/g;
export const OUTER_SPACE = /^[\t-\r\x1c-\x20\x85]+|[\t-\r\x1c-\x20\x85]+$/g;
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

// Of so few keys all segments are asked at once: six connections are what browsers allow, beside script and style.
export const FEW_KEYS = 4;

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
