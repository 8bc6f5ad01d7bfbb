/** One page has many addresses, and one address of a page is not taken for another's. */
import { expect, test } from 'vitest';
import { readWebAddress } from './web-address.js';

const page = 'https://gazette.example/talks?id=7';
test.each([
  'http://gazette.example/talks?id=7',
  'https://www.Gazette.example/talks/?id=7',
  'https://gazette.example:443/talks?id=7#comments',
  ' https://gazette.example/talks?utm_source=mail&id=7&fbclid=a '
])('%s leads to the same page', (address) => {
  expect(readWebAddress(address)).toEqual(readWebAddress(page));
});

test('the order of parameters makes no difference', () => {
  expect(readWebAddress('https://a.example/?b=2&a=1')).toEqual(
    readWebAddress('https://a.example?a=1&b=2')
  );
});

test.each([
  'https://gazette.example/talks?id=8',
  'https://gazette.example/Talks?id=7',
  'https://gazette.example:8443/talks?id=7',
  'https://news.gazette.example/talks?id=7'
])('%s leads elsewhere', (address) => {
  expect(readWebAddress(address)?.page).not.toBe(readWebAddress(page)?.page);
});

test.each(['', 'gazette.example', 'mailto:a@b.example', 'file:///a.html', 'https://'])(
  '“%s” is no address of the web',
  (address) => {
    expect(readWebAddress(address)).toBeNull();
  }
);
