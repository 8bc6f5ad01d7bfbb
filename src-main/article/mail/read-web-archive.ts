/** Web archive (MHTML, RFC 2557), as browsers save a page with its pictures → the article of the page. */
import { ExpectedFailure } from '../../domain/base/result.js';
import type { Extracted } from '../extracted.js';
import { readHtml } from '../html/read-html.js';
import { bodyOf, parameterOf, type Part, partsOf, readPart } from './mime.js';

/** Parts within parts in which the page is looked for. */
const deepest = 5;

/** Throws an `ExpectedFailure` for what is no web archive, and for a page that cannot be read. */
export async function readWebArchive(name: string, bytes: Uint8Array): Promise<Extracted> {
  const archive = await readPart(name, bytes);
  const page = await findPage(name, archive, deepest);
  if (!page) {
    throw new ExpectedFailure(
      'not-an-archive',
      `${name} is no web archive: it has no part that is a page.`
    );
  }
  const encoding = parameterOf(page.header('content-type'), 'charset');
  const read = readHtml(name, await bodyOf(name, page), encoding || null);
  const places = [
    archive.header('snapshot-content-location'),
    page.header('content-location'),
    archive.header('content-location')
  ].map((place) => place.replace(/\s+/g, ''));
  const url = places.find((place) => /^https?:\/\//i.test(place) && URL.canParse(place));
  return { ...read, facts: { ...read.facts, url: url ?? read.facts.url } };
}

/** The part that the archive says it opens with, else its first page: further ones are frames. */
async function findPage(name: string, part: Part, depth: number): Promise<Part | null> {
  if (/^(?:text\/html|application\/xhtml\+xml)$/.test(part.type)) return part;
  if (depth === 0) return null;
  const parts: Part[] = [];
  for (const bytes of partsOf(name, part)) parts.push(await readPart(name, bytes));
  const start = parameterOf(part.header('content-type'), 'start');
  const root = parts.filter((each) => start !== '' && each.header('content-id').trim() === start);
  for (const each of [...root, ...parts]) {
    const page = await findPage(name, each, depth - 1);
    if (page) return page;
  }
  return null;
}
