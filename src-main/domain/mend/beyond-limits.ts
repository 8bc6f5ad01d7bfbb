/** A briefing from outside that is larger than any that is worked with: it is refused, since nothing of it may be left out. Pure. */
import type { Briefing } from '../briefing/briefing.js';
import { collectionNames } from '../briefing/collections.js';
import { maxArticleBytes, maxEntries, maxListed } from '../base/limits.js';
import { quoted } from '../terms/terms.js';

/**
 * What is too large, and the limit, as the end of a sentence: “has 100,000 cards; a briefing may
 * have up to 20,000”. `null` when nothing is.
 */
export function beyondLimits(
  briefing: Briefing,
  texts: Readonly<Record<string, string>>
): string | null {
  const name = collectionNames.find((each) => briefing[each].length > maxEntries[each]);
  if (name) {
    return `has ${shown(briefing[name].length)} ${name}; a briefing may have up to ${shown(maxEntries[name])}`;
  }
  const listed = longestList(briefing);
  if (listed > maxListed) {
    return `has an entry with a list of ${shown(listed)}; an entry may list up to ${shown(maxListed)} names, tags, replies or references of a kind`;
  }
  for (const { title, text } of briefing.sources) {
    const bytes = bytesOf(texts[text] ?? '');
    if (bytes <= maxArticleBytes) continue;
    return `has a source, ${quoted(title)}, with ${shown(Math.ceil(bytes / 1e6))} MB of text; a source may have up to ${maxArticleBytes / 1e6} MB`;
  }
  return null;
}

function longestList(briefing: Briefing): number {
  const lists: (readonly unknown[])[] = [briefing.tags];
  for (const { tags, aliases } of briefing.actors) lists.push(tags, aliases);
  for (const { tags } of briefing.issues) lists.push(tags);
  for (const { tags, replies, links } of briefing.annotations) lists.push(tags, replies, links);
  for (const { attribution, evidence } of briefing.positions) lists.push(attribution, evidence);
  for (const { actors, evidence } of briefing.events) lists.push(actors, evidence);
  for (const { evidence } of [...briefing.figures, ...briefing.outcomes]) lists.push(evidence);
  return lists.reduce((longest, { length }) => Math.max(longest, length), 0);
}

/** In UTF-8. A half of a character beyond the first plane counts two, the whole of it four. */
function bytesOf(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit >= 0x80) bytes += unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 1 : 2;
  }
  return bytes;
}

function shown(count: number): string {
  return count.toLocaleString('en');
}
