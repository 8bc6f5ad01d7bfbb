import fc from 'fast-check';
import { expect, test } from 'vitest';
import { strictestMarking } from './strictest-marking.js';

test.each([
  [[], ''],
  [['', ' '], ''],
  [['For internal use', ''], 'For internal use'],
  [['Official', 'SECRET', 'Confidential'], 'SECRET'],
  [['secret', 'Secret'], 'Secret'],
  [['TLP:AMBER', 'TLP:AMBER+STRICT', 'TLP:GREEN'], 'TLP:AMBER+STRICT'],
  [['SECRET', 'SECRET // NOFORN'], 'SECRET · SECRET // NOFORN'],
  [['Confidential', 'SECRET // NOFORN'], 'SECRET // NOFORN'],
  [['CONFIDENTIAL // NOFORN', 'SECRET'], 'CONFIDENTIAL // NOFORN · SECRET'],
  [['Official', 'TLP:RED'], 'Official · TLP:RED'],
  [['Official', 'Secretariat only'], 'Official · Secretariat only'],
  [['Official-Sensitive', 'Official'], 'Official-Sensitive'],
  [['Nur für den Dienstgebrauch', 'Top secret'], 'Nur für den Dienstgebrauch · Top secret']
])('of %j is %j', (markings, strictest) => {
  expect(strictestMarking(markings)).toBe(strictest);
});

test('a marking of unknown words is never lost', () => {
  const unknown = fc.string({ minLength: 1 }).map((words) => `Eyes of ${words.trim()}!`);
  fc.assert(
    fc.property(fc.array(unknown), fc.constantFrom('Secret', 'TLP:RED', ''), (markings, known) => {
      const asCompared = (words: string) => words.trim().toLowerCase().replace(/\s+/g, ' ');
      const strictest = asCompared(strictestMarking([...markings, known]));
      for (const marking of [...markings, known]) expect(strictest).toContain(asCompared(marking));
    })
  );
});
