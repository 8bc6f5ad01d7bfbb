/**
 * Turndown tries the page's HTML parser as soon as it is loaded, which the page's policy refuses and
 * logs at every start. Imported before it, this gives it none to try: it is handed nodes only.
 */
const parser = Object.getOwnPropertyDescriptor(globalThis, 'DOMParser');
if (parser) Reflect.deleteProperty(globalThis, 'DOMParser');

/** To be called once turndown is loaded. */
export function showHtmlParser(): void {
  if (parser) Object.defineProperty(globalThis, 'DOMParser', parser);
}
