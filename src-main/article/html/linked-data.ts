/** Schema.org data that news pages carry in scripts of type `application/ld+json`. */

export type Json = Readonly<Record<string, unknown>>;

const articleTypes = /(?:Article|BlogPosting|Report|LiveBlogPosting)$/;
/** More is no description of an article, and parsing it would cost. */
const longest = 500_000;
const deepest = 6;

/** The first description of an article, or `null`. A script that is no JSON is the page's fault, and passed over. */
export function readLinkedData(scripts: readonly string[]): Json | null {
  for (const script of scripts) {
    if (script.length > longest) continue;
    const found = findArticle(parse(script), 0);
    if (found) return found;
  }
  return null;
}

function parse(script: string): unknown {
  try {
    return JSON.parse(script);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function findArticle(value: unknown, depth: number): Json | null {
  if (typeof value !== 'object' || value === null || depth > deepest) return null;
  const entry = value as Json;
  const types = [entry['@type']].flat();
  if (types.some((type) => typeof type === 'string' && articleTypes.test(type))) return entry;
  const inner = Array.isArray(value) ? value : [entry['@graph'], entry['mainEntity']];
  for (const each of inner) {
    const found = findArticle(each, depth + 1);
    if (found) return found;
  }
  return null;
}
