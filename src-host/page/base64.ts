/** Base64 in the page; sent there as source text, so it stands alone. */
import type { Base64 } from './codec.js';

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
