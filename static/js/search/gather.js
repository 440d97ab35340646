// Gathers the documents of one segment that may answer a query, by the pairs of characters they hold.

// Fewer candidates than these are cheaper to read than to narrow down with long lists or positions.
export const FEW = 24;

/** What two ascending lists share. */
export function both(a, b) {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const found = [];
  let low = 0;
  for (const number of short) {
    while (low < long.length && long[low] < number) low++;
    if (long[low] === number) found.push(number);
  }
  return found;
}

/** What all lists share; nothing where there is no list. */
export const all = (lists) => lists.reduce((a, b) => (a ? both(a, b) : b), null) ?? [];

/** The documents that hold all pairs from `from` up to `to` of a looked-up run, wherever they stand. */
export async function holding(shards, place, looked, from = 0, to = looked.keys.length) {
  const entries = looked.entries[place].slice(from, to);
  if (entries.some((entry) => entry === null)) return [];
  let found = null;
  for (const entry of entries.sort((a, b) => a.count - b.count)) {
    if (found && found.length <= FEW && !entry.documents) continue;
    const list = await listOf(shards, place, entry);
    found = found ? both(found, list) : list;
  }
  return found ?? [];
}

const listOf = async (shards, place, entry) => entry.documents ?? shards.far(shards.segments[place], entry);

/** The documents that hold every run of every part to the letter; many are checked by positions, few are left to the reader. */
export async function literally(shards, place, parts) {
  const runs = parts.flatMap((part) => part.looked);
  let found = all(await Promise.all(runs.map((run) => holding(shards, place, run))));
  for (const run of runs) {
    if (found.length <= FEW) break;
    if (run.keys.length > 1) found = await inLine(shards, place, run, found);
  }
  return found;
}

/** The documents that hold all words of all parts; parts in quotation marks count as one word. */
export async function inWords(shards, place, parts) {
  const exact = parts.filter((part) => part.exact);
  const spans = parts.filter((part) => !part.exact).flatMap((part) => part.looked).flatMap(spansOf);
  const lists = await Promise.all(spans.map(({ run, from, to }) => holding(shards, place, run, from, to)));
  return all(exact.length ? [...lists, await literally(shards, place, exact)] : lists);
}

/** What of a run must be found for all its words to be found: the pairs inside words; the whole run where it holds none. */
export function spansOf(run) {
  if (!run.words.length) return [{ run, text: run.run, from: 0, to: run.keys.length }];
  return run.words.map(({ at, text }) => ({ run, text, from: at, to: at + Math.max(text.length - 1, 1) }));
}

/** Those of `found` in which the run's pairs follow one another. */
async function inLine(shards, place, run, found) {
  const segment = shards.segments[place];
  const told = await Promise.all(cover(run, place).map(async (offset) => {
    const entry = run.entries[place][offset];
    const [list, positions] = await Promise.all([listOf(shards, place, entry), shards.positions(segment, entry)]);
    return { offset, list, positions, at: 0 };
  }));
  return found.filter((number) => {
    const stands = told.map((each) => {
      while (each.list[each.at] < number) each.at++;
      return each.positions[each.at];
    });
    return stands[0].some((start) => stands.every((positions, i) => positions.includes(start - told[0].offset + told[i].offset)));
  });
}

/** Offsets of pairs that together touch every character of the run, as rare ones as can be. */
function cover(run, place) {
  const counts = run.entries[place].map((entry) => entry.count);
  const best = [{ cost: counts[0], offsets: [0] }];
  for (let at = 1; at < counts.length; at++) {
    const before = at > 1 && best[at - 2].cost < best[at - 1].cost ? best[at - 2] : best[at - 1];
    best.push({ cost: before.cost + counts[at], offsets: [...before.offsets, at] });
  }
  return best.at(-1).offsets;
}
