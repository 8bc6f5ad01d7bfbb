import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { en, type PrintedWords } from './en.js';
import { allWords, wordsIn } from './languages.js';
import { mapWordsOf } from './map-words.js';

const others = allWords.filter(({ language }) => language !== 'en');

/** Every fixed string, by the path to it. */
function leaves(value: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => leaves(inner, `${path}.${name}`));
}

/** What stands in quotation marks or in templates in the file of a language, without what is put in. */
function literalsOf(language: string): readonly string[] {
  return ['', 'page-one-', 'map-words-'].flatMap((prefix) => literalsIn(`${prefix}${language}.ts`));
}

function literalsIn(name: string): readonly string[] {
  const file = readFileSync(new URL(`./${name}`, import.meta.url), 'utf8');
  const code = file.slice(file.indexOf('\nexport const ')).replace(/\/\*[^]*?\*\//gu, '');
  return [...code.matchAll(/'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/gu)].map(
    ([, plain, template]) => plain ?? (template ?? '').replace(/\$\{[^}]*(?:\}|$)/gu, ' ')
  );
}

describe.each(others.map((words) => [words.language, words] as const))('%s', (language, words) => {
  test('has every entry, and the same kind of it', () => {
    const shape = (value: unknown): unknown =>
      typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shape(inner)]))
        : typeof value;
    expect(shape(words)).toEqual(shape(en));
    expect(shape(mapWordsOf(words))).toEqual(shape(mapWordsOf(en)));
    for (const [path, text] of leaves([words, mapWordsOf(words)])) {
      expect(text.trim(), path).not.toBe('');
    }
  });

  test('no English word strays into it', () => {
    // The same in both languages, a name, or a sign.
    const same =
      /^\.(?:language|direction|arrow|comma|semicolon|colon|sides.*|columns\.(?:position|stance|sources)|credibility\.5|sourcesLabel|title|.*\.(?:position|note|question|neutral|sources|contents|options|date|contact|conditions))$/u;
    const english = new Map(leaves({ ...en, map: mapWordsOf(en) }));
    for (const [path, text] of leaves({ ...words, map: mapWordsOf(words) })) {
      if (!same.test(path)) expect(english.get(path), path).not.toBe(text);
    }
    const names =
      /Professional Head of Intelligence Assessment|Analytic Standards|Standpoint|Sources\b/gu;
    for (const literal of literalsOf(language)) {
      expect(literal.replace(names, '')).not.toMatch(
        /\b(?:the|of|and|with|from|this|that|quote|grade|nobody|entry)\b/iu
      );
      if (/[\p{Script=Cyrillic}\p{Script=Arabic}]/u.test(literal)) {
        expect(literal.replace(names, '').replace(/\\u[\da-f]{4}/gu, '')).not.toMatch(
          /\p{Script=Latin}/u
        );
      }
    }
  });
});

const sources: Readonly<Record<string, readonly string[]>> = {
  en: ['1 source', '2 sources', '5 sources', '21 sources'],
  de: ['1 Quelle', '2 Quellen', '5 Quellen', '21 Quellen'],
  fr: ['1 source', '2 sources', '5 sources', '21 sources'],
  ru: ['1 источник', '2 источника', '5 источников', '21 источник'],
  uk: ['1 джерело', '2 джерела', '5 джерел', '21 джерело'],
  ar: ['مصدر واحد', 'مصدران', '٥ مصادر', '٢١ مصدراً']
};

test.each(Object.entries(sources))('numbers ask for their form of a word: %s', (language, told) => {
  expect([1, 2, 5, 21].map((count) => wordsIn(language).sources(count))).toEqual(told);
});

test.each<[string, readonly string[]]>([
  ['en', ['1 August 2025', 'August 2025', '2014']],
  ['de', ['1. August 2025', 'August 2025', '2014']],
  ['fr', ['1er août 2025', 'août 2025', '2014']],
  ['ru', ['1 августа 2025 г.', 'август 2025 г.', '2014 г.']],
  ['uk', ['1 серпня 2025 р.', 'серпень 2025 р.', '2014 р.']],
  ['ar', ['١ أغسطس ٢٠٢٥', 'أغسطس ٢٠٢٥', '٢٠١٤']]
])('dates are as precise as they are known: %s', (language, dates) => {
  const { date } = wordsIn(language);
  expect(['2025-08-01', '2025-08', '2014'].map(date)).toEqual(dates);
});

test('a date behind a preposition has the case that this asks for', () => {
  const since = (language: string, date: string) => {
    const words = wordsIn(language);
    return words.changesSince(words.date(date));
  };
  expect(since('ru', '2025-08')).toBe('Изменения с августа 2025 г.');
  expect(since('uk', '2025-08')).toBe('Зміни з серпня 2025 р.');
  expect(since('de', '2025-08-15')).toBe('Änderungen seit dem 15. August 2025');
  expect(since('fr', '2025-08')).toBe('Changements depuis août 2025');
  expect(since('fr', '2025-08-15')).toBe('Changements depuis le 15 août 2025');
});

test.each<[string, string, string]>([
  ['de', 'so', '„so“'],
  ['fr', 'ainsi', '«\u202fainsi\u202f»'],
  ['ru', '«так», и нет', '„«так», и нет“'],
  ['ru', 'и “так”, и нет', '«и “так”, и нет»'],
  ['uk', 'так', '«так»'],
  ['ar', 'yes', '«\u2068yes\u2069»']
])('quotation marks are those of the language: %s', (language, words, quoted) => {
  expect(wordsIn(language).quoted(words)).toBe(quoted);
});

test.each<[string, PrintedWords['language']]>([
  ['ar-EG', 'ar'],
  ['de-AT', 'de'],
  ['he', 'en'],
  ['EN-us', 'en']
])('the words of %s are %s', (language, expected) => {
  expect(wordsIn(language).language).toBe(expected);
});

test.each<[string, string, string]>([
  ['en', 'In German', 'Original kept: a.pdf, 3.4 MB'],
  ['de', 'Auf Deutsch', 'Original aufbewahrt: a.pdf, 3,4 MB'],
  ['fr', 'En allemand', 'Original conservé : a.pdf, 3,4 Mo'],
  ['ru', 'Язык: немецкий', 'Оригинал сохранён: a.pdf, 3,4 МБ'],
  ['uk', 'Мова: німецька', 'Оригінал збережено: a.pdf, 3,4 МБ'],
  ['ar', 'اللغة: الألمانية', 'النسخة الأصلية محفوظة: a.pdf، ٣٫٤ م.ب']
])('a source’s language and size are told in the language: %s', (language, spoken, kept) => {
  const words = wordsIn(language);
  // Which space does not break differs between versions of ICU.
  const plain = (text: string) => text.replace(/[\u2068\u2069]/gu, '').replace(/\s/gu, ' ');
  expect(plain(words.inLanguage('de'))).toBe(spoken);
  expect(plain(words.originalKept('a.pdf', 3_400_000))).toBe(kept);
  expect(() => words.inLanguage('no language')).toThrow(RangeError);
});

test.each<[string, string]>([
  ['de', 'geändert seit dem 15. August 2025'],
  ['fr', 'a changé depuis le 15 août 2025'],
  ['ru', 'изменилось с 15 августа 2025 г.'],
  ['uk', 'змінилося з 15 серпня 2025 р.'],
  ['ar', 'تغيّر منذ ١٥ أغسطس ٢٠٢٥'],
  ['he', 'changed since 15 August 2025']
])('what changed on a map is told in the language: %s', (language, told) => {
  const words = wordsIn(language);
  expect(mapWordsOf(words).changedSince(words.date('2025-08-15'))).toBe(told);
});
