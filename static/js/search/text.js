// The form in which texts and queries meet. The index was made with the same rules by
// publish/search/folding.py; what it says about a text counts in UTF-16 units of the folded form.

const SPACE_BY_HAN = /(?<=[^\x00-\x7f])[\t-\r\x1c-\x20\x85]+|[\t-\r\x1c-\x20\x85]+(?=[^\x00-\x7f])/g;
const OUTER_SPACE = /^[\t-\r\x1c-\x20\x85]+|[\t-\r\x1c-\x20\x85]+$/g;
const LINE_END = /[\n\r\v\f]/g;
const WORD = /[\p{L}\p{N}]/u;

export const BREAK = 0, HAN = 1, OTHER = 2;

/** NFKC, lower case, without the white space that print puts beside Chinese characters. */
export function fold(text) {
  const folded = text.replaceAll("\0", " ").normalize("NFKC").toLowerCase();
  return folded.replace(SPACE_BY_HAN, "").replace(OUTER_SPACE, "").replace(LINE_END, " ");
}

const isDigit = (unit) => unit >= 48 && unit <= 57;

/** Whether the unit at `at` ends a run of words, is Chinese, or makes words by itself. */
export function kindAt(text, at) {
  const unit = text.charCodeAt(at);
  if (unit >= 0x4e00 && unit <= 0x9fd5) return HAN;
  if (unit >= 0xd800 && unit <= 0xdfff) return OTHER;
  if (unit === 46) return at > 0 && isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1)) ? OTHER : BREAK;
  return WORD.test(text[at]) ? OTHER : BREAK;
}

/** The stretches of folded text between which no pair of characters reaches. */
export function runs(text) {
  const found = [];
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && kindAt(text, at) !== BREAK) continue;
    if (at > start) found.push(text.slice(start, at));
    start = at + 1;
  }
  return found;
}

/** The folded form of shown text, and beside every unit of it the place in `shown` that it comes from. */
export function foldWithPlaces(shown) {
  const units = [], places = [];
  let at = 0;
  for (const character of shown) {
    for (const unit of character.normalize("NFKC").toLowerCase()) {
      units.push(unit);
      for (let i = 0; i < unit.length; i++) places.push(at);
    }
    at += character.length;
  }
  const whole = units.join("");
  const kept = [];
  let folded = "", last = 0;
  const skip = (from, to) => {
    folded += whole.slice(last, from);
    for (let i = last; i < from; i++) kept.push(places[i]);
    last = to;
  };
  const opening = whole.length - whole.trimStart().length;
  if (opening) last = opening;
  for (const space of whole.matchAll(SPACE_BY_HAN)) if (space.index >= last) skip(space.index, space.index + space[0].length);
  skip(whole.length, whole.length);
  return { folded, places: kept };
}
