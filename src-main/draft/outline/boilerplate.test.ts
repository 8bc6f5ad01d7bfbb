import { describe, expect, test } from 'vitest';
import { endsAsSentence, isBoilerplate, isCaption } from './boilerplate.js';
import { datelineLength } from './outline.js';

describe('what a page prints around its story', () => {
  test.each([
    // Consent
    'This site uses cookies.',
    'We use cookies to improve your experience on our website. By continuing you accept our policy.',
    'By clicking “Accept all”, you agree to the storing of cookies and to our privacy policy.',
    'We and our 842 partners store and access personal data, like browsing data, with your consent.',
    'We value your privacy. Manage your preferences or reject all at any time.',
    'Diese Website verwendet Cookies, um Ihnen das beste Erlebnis zu bieten.',
    'This site is protected by reCAPTCHA and the Google Privacy Policy applies.',
    'Terms of Use and Privacy Policy',
    // Subscribing, following, supporting
    'Sign up for our morning newsletter and never miss a story.',
    'Get the day’s top headlines delivered to your inbox every morning.',
    'Subscribe to The Harbour Post for unlimited access.',
    'Already a subscriber? Log in',
    'This article is for subscribers only.',
    'Support our journalism: become a member today.',
    'Follow us on Twitter, Facebook and Instagram.',
    'Join our WhatsApp channel for breaking news.',
    'Download our app from the App Store or Google Play.',
    'Abonnieren Sie unseren Newsletter.',
    // Buttons
    'Share this article',
    'Facebook Twitter WhatsApp Copy link',
    'Share · Save · Print',
    '12 comments',
    'Leave a comment',
    'Print this page',
    'Skip to main content',
    'Home > World > Europe',
    'Read more',
    'You may also like',
    'Related articles',
    'Back to top',
    // Elsewhere
    'Read more: What the ceasefire means for grain prices',
    'See also our live coverage of the summit.',
    'Watch: Ministers arrive for the talks',
    'RELATED: The long road to Geneva',
    'For more information visit our website.',
    // Advertisements and machines
    'Advertisement',
    'Story continues below',
    'Sponsored content',
    'Please enable JavaScript to view this page.',
    // Credits and rights
    '© 2024 The Harbour Post. All rights reserved.',
    'Copyright 2024 Wire Service. This material may not be published or redistributed.',
    'Our Standards: The Thomson Reuters Trust Principles.',
    'Reporting by Ann Lee in Geneva; Editing by Tom Rowe',
    'Additional reporting by our correspondents in Paris.',
    'The Associated Press contributed to this report.',
    'This story was originally published by The Valley Record.',
    'Correction: An earlier version misstated the date.',
    // Bylines and dates
    'By Ann Lee and Tom Rowe',
    'By our own correspondent',
    'Published 12 May 2024 at 08:30',
    'Last updated on Monday',
    '4 min read',
    '3 hours ago',
    'Saturday, 16 August 2025',
    'August 16, 2025, 9:41 a.m.',
    '16/08/2025 10:20 GMT'
  ])('%s', (paragraph) => {
    expect(isBoilerplate(paragraph)).toBe(true);
  });

  test.each([
    'Photo: Ann Lee',
    'Photograph by Tom Rowe',
    '[Photo: Getty Images]',
    'Image: David Titley.',
    'File photo of the harbour in 2019.',
    'The two leaders shake hands before the talks in Geneva on Tuesday. (AP Photo/Ann Lee)',
    'Farmers block the road to the capital on 3 May. Photo: Tom Rowe',
    'A ship leaves the port of Odesa. [Reuters]',
    'Ministers at the table – Anadolu/Getty Images',
    'The minister, pictured in 2021, has denied the claims.',
    'The president (left) with his predecessor at the ceremony.',
    'A woman looks on as the convoy passes.',
    'Illustration: Ann Lee',
    'Courtesy of the museum. Image: City Archive'
  ])('under a picture: %s', (paragraph) => {
    expect(isCaption(paragraph)).toBe(true);
    expect(isBoilerplate(paragraph)).toBe(true);
  });
});

test.each([
  'The regulator fined the company for using cookies, said the court, and the “accept” button was to blame.',
  'Ministers will share the costs of the bridge, which opens in May.',
  'Readers follow the dispute closely, and the ministry follows it, too.',
  'Terms of the deal were not disclosed.',
  'The photo shows nothing of the kind, the court held; a second one, taken from the other bank, does.',
  'By Monday both sides had signed, and the port reopened.',
  'Sources in the ministry said that the talks would go on.',
  'Reuters reported on Friday that the plant would close.',
  'Read the bill closely, the senator said, and you will find the loophole that nobody talks about.',
  '“We value your privacy” is all that the company said about the leak of the personal data of its clients.',
  'GENEVA (Reuters) - Photographs of the site were shown to the court on Friday, and the judges left.',
  'Published figures show that prices rose by 5 per cent in May and fell in June.',
  'The agency may publish its findings in June.'
])('a story says: %s', (paragraph) => {
  expect(isBoilerplate(paragraph)).toBe(false);
});

test.each([
  ['GENEVA, 3 March (Wire) - ', 'Talks resumed.'],
  ['GENEVA - ', 'Talks resumed.'],
  ['WASHINGTON (AP) — ', 'The Senate voted.'],
  ['Berlin (dpa) – ', 'Die Regierung tagt.'],
  ['Moscow, August 15 (TASS) — ', 'The two met.'],
  ['Geneva, 3 March 2025 — ', 'Talks resumed.'],
  ['New York/London, Aug. 3 (Reuters) - ', 'Shares fell.'],
  ['(CNN) — ', 'The storm turned.'],
  ['Geneva — ', 'The talks resumed.'],
  ['GENEVA: ', 'The talks resumed.'],
  ['', 'Trump — who met Putin — left on Friday.'],
  ['', 'Geneva, which hosts the talks, is calm.'],
  ['', 'NATO: what it is'],
  ['', 'Ann Lee (left) met the mayor.']
])('a dateline of “%s” before “%s”', (dateline, story) => {
  expect(datelineLength(dateline + story)).toBe(dateline.length);
});

test.each([
  ['Talks resumed.', true],
  ['“We go,” he said.”', true],
  ['It grew by half. [3]', true],
  ['会谈恢复了。', true],
  ['A stamp for the Games in 2014', false],
  ['Early life and education', false]
])('%s ends as a sentence: %s', (paragraph, isSentence) => {
  expect(endsAsSentence(paragraph)).toBe(isSentence);
});

test('what nobody wrote for it costs no time', () => {
  for (const piece of ['By A-A ', 'share ', 'photo: ', '((', 'X, ', 'A. ', '- ', '“']) {
    expect(isBoilerplate(piece.repeat(400))).toBe(false);
    isBoilerplate(piece.repeat(60));
  }
});
