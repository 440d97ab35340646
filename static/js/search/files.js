// Which file of the index answers for what, and how a file comes. The first of the scripts to run.

export const KEY_BITS = 32;
const TRIES = 3;
const PAUSE = 400;

/** The key of one or two UTF-16 units, stirred as publish/search/keys.py stirs it. */
export function keyOf(text) {
  let key = text.length > 1 ? (text.charCodeAt(0) << 16) | text.charCodeAt(1) : text.charCodeAt(0);
  key = Math.imul(key, 0x9e3779b1);
  key ^= key >>> 15;
  key = Math.imul(key, 0x85ebca77);
  key ^= key >>> 13;
  return key >>> 0;
}

export const layerOf = (text) => (text.length > 1 ? "2" : "1");
export const bitsOf = (segment, text) => segment.bits[layerOf(text)];

/** The number of the shard that tells of one or two units. */
export function shardOf(segment, text) {
  const bits = bitsOf(segment, text);
  return bits ? keyOf(text) >>> (KEY_BITS - bits) : 0;
}

/** The path of that shard below the site's root. */
export const pathOf = (segment, text) => `${segment.at}${layerOf(text)}/${shardOf(segment, text).toString(16)}.bin`;

const coming = new Map();

/** Asks for a file that `fetchBytes` will be asked for soon; "low" `priority` lets what is asked for later come before it. */
export function fetchAhead(address, priority) {
  if (coming.has(address.href)) return;
  const bytes = asked(address, { priority });
  bytes.catch(() => {});
  coming.set(address.href, bytes);
}

/** A file's bytes; asked for again, after a pause, when it does not come. */
export function fetchBytes(address) {
  const known = coming.get(address.href);
  coming.delete(address.href);
  return known ?? asked(address);
}

async function asked(address, how = {}) {
  for (let turn = 1; ; turn++) {
    try {
      const answer = await fetch(address, how);
      if (answer.ok) return new Uint8Array(await answer.arrayBuffer());
      if (turn === TRIES) throw new Error(`${answer.status} ${address}`);
    } catch (error) {
      if (turn === TRIES) throw error;
    }
    await new Promise((done) => setTimeout(done, PAUSE * turn));
  }
}
