// The one index that all of the page asks.

import { indexed, root } from "./early.js";
import { Shards } from "./shards.js";

let index = null;

/** The opened index; opened again when it did not come. */
export function opened() {
  index ??= indexed().then((known) => new Shards(root, known));
  index.catch(() => { index = null; });
  return index;
}
