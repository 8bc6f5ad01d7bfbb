/** A condition is told with one “if”, its own or ours. */
import { expect, test } from 'vitest';
import { ar } from './printed/ar.js';
import { de } from './printed/de.js';
import { en } from './printed/en.js';
import { fr } from './printed/fr.js';
import { ru } from './printed/ru.js';
import { uk } from './printed/uk.js';

test.each([
  [en, 'if the island ferries were exempt', 'C, if the island ferries were exempt'],
  [en, 'If crews were paid', 'C, if crews were paid'],
  [en, 'crews are paid', 'C, if crews are paid'],
  [en, 'provided that crews are paid', 'C, provided that crews are paid'],
  [en, 'Unless crews are paid', 'C, unless crews are paid'],
  [en, 'They are part of a peace', 'C, if they are part of a peace'],
  [en, 'Russia agrees', 'C, if Russia agrees'],
  [en, 'Iffy terms go', 'C, if Iffy terms go'],
  [de, 'wenn die Fähren frei bleiben', 'C, wenn die Fähren frei bleiben'],
  [de, 'Falls die Fähren frei bleiben', 'C, falls die Fähren frei bleiben'],
  [de, 'Die Fähren bleiben frei', 'C, falls: die Fähren bleiben frei'],
  [fr, 'si les bacs en sont exemptés', 'C, si les bacs en sont exemptés'],
  [fr, 'Les bacs en sont exemptés', 'C, à condition\u00a0: les bacs en sont exemptés'],
  [ru, 'если паромы освободят', 'C, если паромы освободят'],
  [ru, 'Они согласны', 'C, если: они согласны'],
  [uk, 'якщо пороми звільнять', 'C, якщо пороми звільнять'],
  [uk, 'пороми звільнять', 'C, якщо: пороми звільнять']
])('%#: “%s” once', (words, condition, told) => {
  expect(words.stanceIf('C', condition)).toBe(told);
});

test('in Arabic too', () => {
  expect(ar.stanceIf('م', 'إذا أعفيت العبارات')).not.toContain('بشرط');
  expect(ar.stanceIf('م', 'إعفاء العبارات')).toContain('بشرط');
});
