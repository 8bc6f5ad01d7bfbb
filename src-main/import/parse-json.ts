/** The JSON of a bundle, from whoever: read within limits, refused with a sentence. */
import { maxBundleDepth } from '../domain/base/limits.js';
import { ExpectedFailure } from '../domain/base/result.js';
import { bundleSchema } from '../domain/briefing/bundle.js';

export function parseBundleJson(name: string, bytes: Uint8Array): unknown {
  if (bytes.length === 0) throw new ExpectedFailure('empty-file', `${name} is empty.`);
  let text: string;
  try {
    // A byte order mark is dropped: JSON has none.
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw notABundle(name, 'it is not valid UTF-8');
  }
  if (depthOf(text) > maxBundleDepth) {
    throw notABundle(name, `it is nested deeper than ${maxBundleDepth} levels`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw notABundle(name, 'it is not valid JSON');
  }
}

/** The most brackets that stand open at once, those in strings not counted. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let i = 0; i < text.length; i += 1) {
    const mark = text[i];
    if (mark === '"') inString = !inString;
    else if (inString) i += mark === '\\' ? 1 : 0;
    else if (mark === '[' || mark === '{') deepest = Math.max(deepest, ++depth);
    else if (mark === ']' || mark === '}') depth -= 1;
  }
  return deepest;
}

export function notABundle(name: string, why: string): ExpectedFailure {
  return new ExpectedFailure(
    'not-a-bundle',
    `${name} is no briefing of Standpoint (“${bundleSchema}”)${why ? `: ${why}` : ''}.`
  );
}
