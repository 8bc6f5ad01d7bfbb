/* global self */
/** Answers with what its imports hold and whether the network let it out. */
import { fixed } from './dependency.js';

self.onmessage = async ({ data }) => {
  const { late } = await import('./lazy.js');
  const outside = await fetch(data).then(
    () => 'reached',
    () => 'refused'
  );
  self.postMessage([fixed, late, outside]);
};
