/** Protects that an analyst is told what it means and what to do, not which clause is broken. */
import { describe, expect, test } from 'vitest';
import { remarkOnAccess, whyNotArchival } from './accessibility-remark.js';

const box =
  '7.21.8 No character stands as an empty box for want of a glyph. Broken by: /AAAAAA+SourceSans3.';
const unnamed =
  '7.21.7 Every glyph that is drawn names its character. Broken by: /BAAAAA+Arial 0012.';
const picture = '7.3 A figure has words. Broken by: 12 0 R.';
const order = '7.4.2 Headings begin with the first level, and descend by one. Broken by: H3.';

describe('the remark on a PDF that is not PDF/UA-1', () => {
  test('says what a screen reader makes of it and what to do, once for each cause', () => {
    expect(remarkOnAccess([box]).words).toBe(
      'A screen reader passes over the signs that came out as empty boxes. The PDF therefore does not say that it is accessible (PDF/UA-1). Install a font that holds them, or write them in other letters, and export again.'
    );
    const { words } = remarkOnAccess([picture, box, unnamed, picture]);
    expect(words.match(/A picture has no words/gu)).toHaveLength(1);
    expect(words).toContain('does not tell what they are');
  });

  test.each([
    [[box]],
    [[unnamed, picture]],
    [[order]],
    [['5 Its metadata say so. Broken by: it.']]
  ])('names no clause and no font in its words, and both beside them', (faults) => {
    const { words, rules } = remarkOnAccess(faults);
    expect(words).not.toMatch(/\d\.\d|\+|Broken|ISO/u);
    for (const fault of faults) expect(rules).toContain(fault);
  });

  test('owns what no author can mend', () => {
    expect(remarkOnAccess([order]).words).toContain('Nothing that you wrote is the cause');
    expect(remarkOnAccess([box]).words).not.toContain('Nothing that you wrote');
  });
});

test('why a document is no PDF/A-3u is said in plain words, the clauses last', () => {
  const why = whyNotArchival([box.replace('7.21.8', '6.2.11.8')]);
  expect(why).toMatch(
    /^This document cannot be kept .+ so nothing was written\. A screen reader passes over .+\(Rules of ISO 19005-3 that it breaks: 6\.2\.11\.8 .+\)$/u
  );
});
