/** Module hooks that answer `import 'electron'` with the host; Node runs them in a thread of its own. */
import type { InitializeHook, ResolveHook } from 'node:module';

let hostUrl: string;

export const initialize: InitializeHook<string> = (url) => {
  hostUrl = url;
};

export const resolve: ResolveHook = (specifier, context, next) =>
  specifier === 'electron'
    ? { url: hostUrl, shortCircuit: true, format: 'module' }
    : next(specifier, context);
