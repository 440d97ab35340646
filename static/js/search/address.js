// What the page shows is told by its address, so that it can be shared and gone back to.

export const FILTERS = ["zone", "city", "author", "kind", "year"];
export const PAGE = 20;

/** `{q, sort, filters: {facet: [values]}, shown}` from an address. */
export function stateOf(address) {
  const asked = new URL(address).searchParams;
  const filters = Object.fromEntries(FILTERS.map((name) => [name, asked.getAll(name)]));
  const shown = Math.max(Math.floor(Number(asked.get("n"))) || PAGE, PAGE);
  return { q: asked.get("q") ?? "", sort: asked.get("sort") === "date" ? "date" : "", filters, shown };
}

/** The address that tells a state; `base` gives the page. */
export function addressOf(base, { q, sort, filters, shown }) {
  const address = new URL(base);
  address.search = "";
  if (q.trim()) address.searchParams.set("q", q);
  if (sort) address.searchParams.set("sort", sort);
  for (const name of FILTERS) for (const value of filters[name] ?? []) address.searchParams.append(name, value);
  if (shown > PAGE) address.searchParams.set("n", shown);
  return address.href;
}

/** The state with a value of a facet chosen, or no longer chosen. */
export function toggled(state, name, value) {
  const held = state.filters[name] ?? [];
  const values = held.includes(value) ? held.filter((each) => each !== value) : [...held, value];
  return { ...state, filters: { ...state.filters, [name]: values }, shown: PAGE };
}

export const hasFilters = (state) => FILTERS.some((name) => state.filters[name]?.length);
