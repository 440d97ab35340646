// Asks for the files that a shared query needs before the rest of the scripts have come.

import { openIndex } from "./shards.js";
import { fold, keysOf, runs } from "./text.js";

export const root = new URL(document.documentElement.dataset.root, location.href).href;

let index = null;

/** The opened index; opened again when it did not come. */
export function opened() {
  index ??= openIndex(root, document.querySelector("#results").dataset.index).catch((error) => {
    index = null;
    throw error;
  });
  return index;
}

const asked = new URL(location.href).searchParams.get("q")?.split(/\s+/).flatMap((piece) => runs(fold(piece))) ?? [];
opened().then((shards) => shards.segments.forEach((segment) =>
  asked.flatMap(keysOf).forEach((key) => shards.entry(segment, key))), () => {});
