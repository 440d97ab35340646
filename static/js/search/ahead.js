// The first script that comes: asks for what the answer to a shared query will read, while that which shows it comes.

import { stateOf } from "./address.js";
import { narrows, readAhead } from "./candidates.js";
import { opened } from "./opened.js";
import { parseQuery } from "./query.js";

const state = stateOf(location.href);
const query = parseQuery(state.q);
import("./main.js").catch(() => {
  const status = document.querySelector("#status");
  status.dataset.state = "error";
  status.textContent = "检索没有成功，请稍后再试。";
});
if (!state.sort && !narrows(query, state.filters)) opened().then((shards) => readAhead(shards, query)).catch(() => {});
