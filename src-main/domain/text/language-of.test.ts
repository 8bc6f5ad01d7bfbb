import { expect, test } from 'vitest';
import { isRightToLeft, languageOf } from './language-of.js';

test.each([
  ['The minister said that the talks were to go on, and that it was too early to tell.', 'en'],
  [
    'Le ministre a déclaré que les négociations se poursuivent et que la date n’est pas fixée.',
    'fr'
  ],
  ['Der Minister sagte, dass die Gespräche weitergehen und es noch zu früh ist.', 'de'],
  ['El ministro dijo que las conversaciones continúan y que no se ha fijado una fecha.', 'es'],
  ['قال الوزير إن المحادثات مستمرة وإن الموعد لم يحدد بعد', 'ar'],
  ['وزیر گفت که گفتگوها ادامه دارد و تاریخ آن هنوز مشخص نیست؛ پاسخ چین را نگفت', 'fa'],
  ['Министр сказал, что переговоры продолжаются и что срок ещё не определён', 'ru'],
  ['Міністр сказав, що переговори тривають і що дату ще не визначено', 'uk'],
  ['השר אמר שהשיחות נמשכות', 'he'],
  ['会談は続くと大臣は述べた', 'ja'],
  ['部长说会谈将继续', 'zh']
])('%s', (text, language) => {
  expect(languageOf(text)).toBe(language);
});

test.each(['', '12 345', 'Kyiv', 'Trump, Putin, Selenskyj, Macron, Merz'])(
  'of words that tell nothing none is said: %j',
  (text) => {
    expect(languageOf(text)).toBeNull();
  }
);

test('a quote in another script does not decide', () => {
  expect(languageOf('قال الوزير إن العرض الذي نقلته “The Daily” غير مقبول على الإطلاق')).toBe('ar');
});

test('what runs from right to left', () => {
  expect(['ar', 'ar-EG', 'he', 'fa'].every(isRightToLeft)).toBe(true);
  expect(['en', 'arn', 'hy', 'de'].some(isRightToLeft)).toBe(false);
});
