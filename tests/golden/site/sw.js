// The service worker. Files whose address is made from their content are taken from what was kept; pages come
// from the network, and from what was kept where there is none.

const CACHE = "archive-1";
const root = new URL(self.registration.scope);
// assets/<hash>/…, search/<hash>/…, search/names-<hash>/…
const LASTING = /^(?:assets|search)\/(?:names-)?[0-9a-f]{8,}\//;

const pathOf = (address) => new URL(address).pathname.slice(root.pathname.length);

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(root.href)) return;
  event.respondWith(LASTING.test(pathOf(request.url)) ? keptFirst(request) : freshFirst(request));
});

self.addEventListener("message", (event) => {
  if (Array.isArray(event.data?.keep)) event.waitUntil(keep(event.data.keep, event.data.renew));
});

async function keep(addresses, renewed) {
  const cache = await caches.open(CACHE);
  await Promise.all([...addresses, ...renewed].map(async (address) => {
    if (renewed.includes(address) || !(await cache.match(address, { ignoreSearch: !LASTING.test(pathOf(address)) }))) await freshFirst(new Request(address)).catch(() => {});
  }));
}

async function keptFirst(request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(request)) ?? put(cache, request, await fetch(request));
}

async function freshFirst(request) {
  const cache = await caches.open(CACHE);
  try {
    return await put(cache, request, await fetch(request));
  } catch (error) {
    // A page that was kept with other words after the question mark is the same page.
    const kept = await cache.match(request, { ignoreSearch: true });
    if (kept) return kept;
    throw error;
  }
}

async function put(cache, request, response) {
  if (!response.ok || response.status !== 200) return response;
  const plain = new URL(request.url);
  if (!LASTING.test(pathOf(request.url))) plain.search = "";
  await cache.put(plain.href, response.clone());
  if (pathOf(plain.href) === "search/index.json") await forget(cache, await response.clone().json());
  return response;
}

/** Removes files of segments that the index does not name any more. */
async function forget(cache, index) {
  const named = [...index.segments, index.names].map((each) => each.at);
  for (const request of await cache.keys()) {
    const path = pathOf(request.url);
    if (/^search\/(?:names-)?[0-9a-f]{8,}\//.test(path) && !named.some((at) => path.startsWith(at))) await cache.delete(request);
  }
}
