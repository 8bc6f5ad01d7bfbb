/** What a page of ours may load and run. */

/**
 * Nothing from outside, no inline script, no eval; the nonce lets CodeMirror add its style sheet.
 * `trusted-types` names the only three makers of markup and worker addresses.
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "worker-src 'self'",
    "connect-src 'none'",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types dompurify svelte-trusted-html standpoint-worker'
  ].join('; ');
}
