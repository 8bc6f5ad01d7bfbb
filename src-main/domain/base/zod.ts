/**
 * Zod, told not to compile schemas from text in a page: the security policy there forbids that, and
 * would report the mere attempt. Every schema that the page loads takes `z` from here.
 */
import { z } from 'zod';

z.config({ jitless: !('process' in globalThis) });

export { z };
