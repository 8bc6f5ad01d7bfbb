/** A condition is told with one “if”, its own or ours. */
import { expect, test } from 'vitest';
import { conditionAfter } from './condition-words.js';
import { ar } from './printed/ar.js';
import { de } from './printed/de.js';
import { en } from './printed/en.js';
import { fr } from './printed/fr.js';
import { ru } from './printed/ru.js';
import { uk } from './printed/uk.js';

test.each([
  [en, 'if the island ferries were exempt', 'if the island ferries were exempt'],
  [en, 'If crews were paid', 'if crews were paid'],
  [en, 'crews are paid', 'if: crews are paid'],
  [en, 'provided that crews are paid', 'provided that crews are paid'],
  [en, 'Unless crews are paid', 'unless crews are paid'],
  [en, 'They are part of a peace', 'if: they are part of a peace'],
  [en, 'Russia agrees', 'if: Russia agrees'],
  [en, 'Iffy terms go', 'if: Iffy terms go'],
  [de, 'wenn die Fähren frei bleiben', 'wenn die Fähren frei bleiben'],
  [de, 'Falls die Fähren frei bleiben', 'falls die Fähren frei bleiben'],
  [de, 'Die Fähren bleiben frei', 'falls: die Fähren bleiben frei'],
  [fr, 'si les bacs en sont exemptés', 'si les bacs en sont exemptés'],
  [fr, 'Les bacs en sont exemptés', 'à condition\u00a0: les bacs en sont exemptés'],
  [ru, 'если паромы освободят', 'если паромы освободят'],
  [ru, 'Они согласны', 'если: они согласны'],
  [uk, 'якщо пороми звільнять', 'якщо пороми звільнять'],
  [uk, 'пороми звільнять', 'якщо: пороми звільнять']
])('%#: “%s” once', (words, condition, told) => {
  expect(conditionAfter(words.ifLabel, condition)).toBe(told);
});

test('in Arabic too', () => {
  expect(conditionAfter(ar.ifLabel, 'إذا أعفيت العبارات')).not.toContain('بشرط');
  expect(conditionAfter(ar.ifLabel, 'إعفاء العبارات')).toContain('بشرط');
});
