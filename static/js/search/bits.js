// Reads the codes that publish/search/bits.py writes.

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
