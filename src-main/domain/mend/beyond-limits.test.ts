/** A briefing from outside is refused where it is larger than any may be, and the limit is named. */
import { newCard } from '../briefing/entries.js';
import { newSource } from '../briefing/source.js';
import { describe, expect, test } from 'vitest';
import { emptyBriefing } from '../briefing/briefing.js';
import type { Id } from '../base/values.js';
import { maxArticleBytes, maxEntries, maxListed } from '../base/limits.js';
import { entry, idOf } from '../ledger/testing/ledger.js';
import { beyondLimits } from './beyond-limits.js';

const moment = '2025-08-17T00:00:00Z';
const hash = 'a'.repeat(64);

describe('limits', () => {
  const empty = emptyBriefing('', new Date(0));
  const card = newCard('note', { id: idOf('A', 1), heading: '', body: '' });
  const source = (title: string) => newSource({ title, text: hash, importedAt: moment });

  test('name what is beyond them', () => {
    const cards = Array<typeof card>(maxEntries.cards + 1).fill(card);
    expect(beyondLimits({ ...empty, cards: cards.slice(1) }, {})).toBeNull();
    expect(beyondLimits({ ...empty, cards }, {})).toBe(
      'has 20,001 cards; a briefing may have up to 20,000'
    );
    const evidence = Array<Id>(maxListed + 1).fill(idOf('N', 1));
    expect(beyondLimits({ ...empty, positions: [entry(1, { evidence })] }, {})).toMatch(
      /^has an entry with a list of 1,001; an entry may list up to 1,000 /
    );
  });

  test('count the bytes of a text, not its letters', () => {
    const sources = [source('Long')];
    const fits = 'ä'.repeat(maxArticleBytes / 2);
    expect(beyondLimits({ ...empty, sources }, { [hash]: fits })).toBeNull();
    expect(beyondLimits({ ...empty, sources }, { [hash]: `${fits}a` })).toMatch(
      /^has a source, “Long”, with 6 MB of text; a source may have up to 5 MB$/
    );
    for (const sign of ['a', 'ä', '€', '\u{1F30D}']) {
      const count = Math.floor(maxArticleBytes / Buffer.byteLength(sign));
      expect(beyondLimits({ ...empty, sources }, { [hash]: sign.repeat(count) })).toBeNull();
      expect(
        beyondLimits({ ...empty, sources }, { [hash]: sign.repeat(count + 1) })
      ).not.toBeNull();
    }
  });
});
