/**
 * Carries structured values as JSON between the page and the program.
 *
 * `createCodec` is also sent to the page as source text, so it stands alone: no imports, and
 * base64, the one thing that Node and the page do differently, is passed in.
 */
interface Base64 {
  encode(bytes: Uint8Array): string;
  decode(text: string): Uint8Array<ArrayBuffer>;
}

/**
 * `encode` throws a TypeError for what cannot cross (functions, symbols, other classes) and a
 * RangeError for a value that contains itself, which Electron's structured clone would carry.
 */
export interface Codec {
  encode(value: unknown): unknown;
  decode(json: unknown): unknown;
}

export function createCodec(base64: Base64): Codec {
  type Tagged = { readonly $: string; readonly v?: unknown; readonly t?: string };
  type View = new (buffer: ArrayBuffer) => ArrayBufferView;

  function encode(value: unknown): unknown {
    switch (typeof value) {
      case 'string':
      case 'boolean':
        return value;
      case 'number':
        if (Object.is(value, -0)) return { $: 'number', v: '-0' };
        return Number.isFinite(value) ? value : { $: 'number', v: String(value) };
      case 'undefined':
        return { $: 'undefined' };
      case 'bigint':
        return { $: 'bigint', v: String(value) };
      case 'object':
        return value === null ? null : encodeObject(value);
      default:
        throw new TypeError('An object could not be cloned.');
    }
  }

  function encodeObject(value: object): unknown {
    if (Array.isArray(value)) return value.map(encode);
    if (value instanceof Date) return { $: 'date', v: encode(value.getTime()) };
    if (value instanceof Map) return { $: 'map', v: encode([...(value as Map<unknown, unknown>)]) };
    if (value instanceof Set) return { $: 'set', v: encode([...(value as Set<unknown>)]) };
    if (value instanceof ArrayBuffer) return encodeBytes('ArrayBuffer', new Uint8Array(value));
    if (ArrayBuffer.isView(value)) {
      const type = Object.prototype.toString.call(value).slice(8, -1);
      return encodeBytes(type, new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
    }
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== null && Object.getPrototypeOf(prototype) !== null)
      throw new TypeError('An object could not be cloned.');
    const plain = Object.fromEntries(Object.entries(value).map(([key, v]) => [key, encode(v)]));
    return Object.hasOwn(plain, '$') ? { $: 'object', v: plain } : plain;
  }

  function encodeBytes(type: string, bytes: Uint8Array): Tagged {
    return { $: 'bytes', t: type, v: base64.encode(bytes) };
  }

  function decode(json: unknown): unknown {
    if (json === null || typeof json !== 'object') return json;
    if (Array.isArray(json)) return json.map(decode);
    if (!Object.hasOwn(json, '$')) return decodeEntries(json);
    const { $: tag, v, t } = json as Tagged;
    switch (tag) {
      case 'undefined':
        return undefined;
      case 'number':
        return Number(v);
      case 'bigint':
        return BigInt(v as string);
      case 'date':
        return new Date(decode(v) as number);
      case 'map':
        return new Map(decode(v) as [unknown, unknown][]);
      case 'set':
        return new Set(decode(v) as unknown[]);
      case 'bytes':
        return decodeBytes(t as string, base64.decode(v as string));
      case 'object':
        return decodeEntries(v as object);
      default:
        throw new TypeError(`Unknown tag '${tag}'`);
    }
  }

  /** Object.fromEntries defines properties, so a key `__proto__` stays a key. */
  function decodeEntries(json: object): unknown {
    return Object.fromEntries(Object.entries(json).map(([key, v]) => [key, decode(v)]));
  }

  function decodeBytes(type: string, bytes: Uint8Array<ArrayBuffer>): unknown {
    if (type === 'Uint8Array') return bytes;
    if (type === 'ArrayBuffer') return bytes.buffer;
    return new (globalThis as unknown as Record<string, View>)[type]!(bytes.buffer);
  }

  return { encode, decode };
}

/** Base64 in the page; sent there as source text, so it stands alone. */
export function createPageBase64(): Base64 {
  /** As many arguments as a call may safely take. */
  const chunk = 0x8000;
  return {
    encode(bytes) {
      let binary = '';
      for (let i = 0; i < bytes.length; i += chunk)
        binary += String.fromCharCode(...bytes.subarray(i, i + chunk));
      return btoa(binary);
    },
    decode(text) {
      const binary = atob(text);
      const bytes = new Uint8Array(binary.length);
      for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
      return bytes;
    }
  };
}
