// Asks for the files that a shared query needs before anything else of the page has come: it stands in the page.

import { fetchAhead, fetchBytes, pathOf } from "./files.js";
import { FEW_KEYS, fold, keysOf, runs } from "./text.js";

export const root = new URL(document.documentElement.dataset.root, location.href).href;

const { index } = document.currentScript.dataset;
let told = null;

/** What search/index.json says; asked for again when it did not come. */
export function indexed() {
  told ??= (index ? Promise.resolve(index) : fetchBytes(new URL("search/index.json", root)).then((bytes) => new TextDecoder().decode(bytes))).then(JSON.parse);
  told.catch(() => { told = null; });
  return told;
}

const pieces = new URL(location.href).searchParams.get("q")?.split(/\s+/) ?? [];
const keys = pieces.flatMap((piece) => runs(fold(piece))).flatMap(keysOf);
if (keys.length) {
  // The first segment holds nearly all documents and tells what the others need be asked for, unless that is all.
  indexed().then(({ segments }) => segments.slice(0, keys.length > FEW_KEYS ? 1 : undefined).forEach((segment, place) =>
    keys.forEach((key) => fetchAhead(new URL(pathOf(segment, key), root), place ? "low" : "high"))), () => {});
}
