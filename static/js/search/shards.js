// The files of the index: fetched by need, kept, and read. The format is that of publish/search/bits.py,
// shards.py, positions.py and leaves.py; docs/search.md describes it.

import { KEY_BITS, bitsOf, fetchBytes, keyOf, layerOf, pathOf, shardOf } from "./files.js";

// Shards that share a file of positions, as a power of two.
const GROUP_BITS = 2;

export class Bits {
  #bytes;
  #at = 0;

  constructor(bytes) {
    this.#bytes = bytes;
  }

  /** The next `width` bits as a number; at most 32. */
  take(width) {
    let value = 0;
    while (width > 0) {
      const left = 8 - (this.#at & 7);
      const size = Math.min(left, width);
      const piece = (this.#bytes[this.#at >> 3] >> (left - size)) & ((1 << size) - 1);
      value = value * 2 ** size + piece;
      this.#at += size;
      width -= size;
    }
    return value;
  }

  /** The length of the run of zeros that comes next; the one that ends it is read too. */
  zeros() {
    let count = 0;
    for (;;) {
      const left = 8 - (this.#at & 7);
      if (this.#at >> 3 >= this.#bytes.length) throw new RangeError("the file ends inside a code");
      const rest = this.#bytes[this.#at >> 3] & ((1 << left) - 1);
      if (rest) {
        const here = Math.clz32(rest) - (32 - left);
        this.#at += here + 1;
        return count + here;
      }
      count += left;
      this.#at += left;
    }
  }

  /** Elias gamma: a number from 1. */
  gamma() {
    const width = this.zeros();
    return 2 ** width + this.take(width);
  }

  /** Golomb-Rice: a number from 0. */
  rice(width) {
    return this.zeros() * 2 ** width + this.take(width);
  }

  /** `count` ascending numbers below `universe`. */
  ascending(count, universe) {
    const width = riceWidth(count, universe);
    const found = new Int32Array(count);
    for (let i = 0, last = -1; i < count; i++) found[i] = last += this.rice(width) + 1;
    return found;
  }
}

/** The low bits that suit `count` numbers spread over `universe`. */
export function riceWidth(count, universe) {
  const mean = Math.max(Math.floor((universe * 69) / Math.max(count * 100, 1)), 1);
  return Math.floor(Math.log2(mean));
}

/** All entries of a shard, by the bits of their keys that do not number the shard. */
export function readShard(bytes, documents, shardBits) {
  const bits = new Bits(bytes);
  const entries = new Map();
  const count = bits.gamma() - 1;
  const width = riceWidth(count, 2 ** (KEY_BITS - shardBits));
  for (let i = 0, key = -1; i < count; i++) {
    key += bits.rice(width) + 1;
    entries.set(key, readEntry(bits, documents));
  }
  return entries;
}

function readEntry(bits, documents) {
  const count = bits.gamma();
  const far = bits.take(1) === 1;
  const list = far ? null : bits.ascending(count, documents);
  const universe = far ? documents : count;
  const resolve = (places) => (far ? places : places.map((place) => list[place]));
  const titled = bits.gamma() - 1;
  const titles = resolve(bits.ascending(titled, universe));
  const words = [];
  for (let left = bits.gamma() - 1; left > 0; left--) {
    let rest = "";
    for (let units = bits.gamma() - 1; units > 0; units--) rest += String.fromCharCode(bits.take(16));
    const word = { rest, occurrences: bits.gamma(), postings: bits.gamma(), whole: bits.take(1) === 1 };
    words.push({ ...word, documents: resolve(bits.ascending(bits.gamma(), universe)) });
  }
  return { count, documents: list, titles, words };
}

/**
 * Where the keys of a shard stand in their documents: for each count of documents in `counts` a list of
 * positions beside each document. `length` is the mean length of a text.
 */
export function readPositions(bytes, counts, length) {
  const bits = new Bits(bytes);
  return counts.map((count) => {
    const often = Array.from({ length: count }, () => bits.gamma());
    return often.map((times) => bits.ascending(times, length));
  });
}

/** What a file of positions tells of one of its shards. */
function shardOfGroup(bytes, shard, shards) {
  const size = 2 ** GROUP_BITS;
  const members = Math.min(size, shards);
  const lengths = Array.from({ length: members }, (_, i) => bytes[3 * i] | (bytes[3 * i + 1] << 8) | (bytes[3 * i + 2] << 16));
  const at = shard & (size - 1);
  const start = lengths.slice(0, at).reduce((sum, length) => sum + length, 3 * members);
  return bytes.subarray(start, start + lengths[at]);
}

/** What a file tells of a document: what a result shows, and where its words begin. */
export async function readLeaf(bytes) {
  const encoding = bytes[0] === 1 ? "gbk" : "utf-8";
  const end = 4 + (bytes[1] | (bytes[2] << 8) | (bytes[3] << 16));
  const told = JSON.parse(new TextDecoder(encoding).decode(await inflate(bytes.subarray(end))));
  const [id, url, kicker, title, subtitle, authors, zones, cities, unshown, date, inferred, issue, kind, page, paragraphs] = told;
  const names = [...new Set([...authors, ...zones, ...cities, ...unshown])];
  const shown = { id, url, kicker, title, subtitle, authors, zones, cities, date, inferred: inferred === 1, issue, kind, page };
  return { ...shown, names, paragraphs, marks: bytes.subarray(4, end) };
}

/** JSON that was deflated without a header. */
export async function inflate(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

export const readJson = async (bytes) => JSON.parse(new TextDecoder().decode(await inflate(bytes)));

/** The index below `root`: `known` is what search/index.json says, `get(address)` gives a file's bytes or throws. */
export class Shards {
  #root;
  #get;
  #kept = new Map();
  #come = new Set();

  constructor(root, known, get = fetchBytes) {
    this.#root = root;
    this.#get = get;
    this.known = known;
    this.segments = known.segments;
    this.documents = known.segments.reduce((sum, segment) => sum + segment.documents, 0);
    /** Paths of files that did not come. */
    this.missing = new Set();
  }

  /** What is told of one or two units; null where no document of the segment holds them, undefined where that did not come. */
  async entry(segment, text) {
    const bits = bitsOf(segment, text);
    const key = keyOf(text);
    const entries = await this.file(pathOf(segment, text), (bytes) => readShard(bytes, segment.documents, bits));
    if (!entries) return undefined;
    const entry = entries.get(bits ? key & (2 ** (KEY_BITS - bits) - 1) : key);
    return entry ? { ...entry, text } : null;
  }

  /** Whether what the first segment, which holds nearly all, tells of all `texts` has come already. */
  has(texts) {
    return this.segments.slice(0, 1).every((segment) => texts.every((text) => this.#come.has(pathOf(segment, text))));
  }

  /** The documents of an entry whose list is kept in a file of its own. */
  async far(segment, entry) {
    return this.file(this.#farPath(segment, entry), (bytes) => new Bits(bytes).ascending(entry.count, segment.documents));
  }

  /** Where in each of its documents an entry stands, beside them. */
  async positions(segment, entry) {
    if (!entry.documents) {
      const read = (bytes) => readPositions(bytes, [entry.count], segment.length)[0];
      return this.file(this.#farPath(segment, entry).replace(".bin", "-at.bin"), read);
    }
    const shard = shardOf(segment, entry.text);
    const near = [...(await this.#kept.get(pathOf(segment, entry.text))).values()].filter((each) => each.documents);
    const group = await this.file(`${segment.at}2/${(shard >> GROUP_BITS).toString(16)}-at.bin`, (bytes) => bytes);
    if (!group) return undefined;
    const told = shardOfGroup(group, shard, 2 ** segment.bits["2"]);
    const known = readPositions(told, near.map((each) => each.count), segment.length);
    return known[near.findIndex((each) => each.documents === entry.documents)];
  }

  /** What is to be shown and counted of a document. */
  async leaf(segment, number) {
    return this.file(`${segment.at}d/${number.toString(16)}.bin`, readLeaf);
  }

  /** A file as `read` reads its bytes, fetched once; undefined where it does not come, and then it is `missing`. */
  file(path, read) {
    if (!this.#kept.has(path)) this.#kept.set(path, this.#fetched(path, read));
    return this.#kept.get(path);
  }

  async #fetched(path, read) {
    try {
      const made = await read(await this.#get(new URL(path, this.#root)));
      this.#come.add(path);
      this.missing.delete(path);
      return made;
    } catch {
      this.#kept.delete(path);
      this.missing.add(path);
      return undefined;
    }
  }

  #farPath(segment, { text }) {
    return `${segment.at}${layerOf(text)}/far-${keyOf(text).toString(16).padStart(8, "0")}.bin`;
  }
}
