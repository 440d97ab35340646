// Asks for the files that a shared query needs before the rest of the scripts have come.

import { fetchAhead, fetchBytes, pathOf } from "./files.js";
import { fold, keysOf, runs } from "./text.js";

export const root = new URL(document.documentElement.dataset.root, location.href).href;

let told = null;

/** What search/index.json says; asked for again when it did not come. */
export function indexed() {
  const here = document.querySelector("#results").dataset.index;
  told ??= (here ? Promise.resolve(here) : fetchBytes(new URL("search/index.json", root)).then((bytes) => new TextDecoder().decode(bytes))).then(JSON.parse);
  told.catch(() => { told = null; });
  return told;
}

const pieces = new URL(location.href).searchParams.get("q")?.split(/\s+/) ?? [];
const keys = pieces.flatMap((piece) => runs(fold(piece))).flatMap(keysOf);
if (keys.length) {
  indexed().then(({ segments }) => segments.forEach((segment) =>
    keys.forEach((key) => fetchAhead(new URL(pathOf(segment, key), root)))), () => {});
}
