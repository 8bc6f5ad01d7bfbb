/** A password that was pasted with an address goes out of sight, whole. */
import { expect, test } from 'vitest';
import { partAddress, serverIn, whyNoServer } from './server-address.js';

test.each([
  ['postgres://ada@host/db', 'postgres://ada@host/db', null],
  [' postgres://ada:secret@host:5433/db ', 'postgres://ada@host:5433/db', 'secret'],
  ['postgres://ada:se%40cret@host/db', 'postgres://ada@host/db', 'se@cret'],
  // Written as it is, which no address may hold.
  ['postgres://ada:p@ss/w:rd?@host/db', 'postgres://ada@host/db', 'p@ss/w:rd?'],
  ['postgres://ada:50%@host/db', 'postgres://ada@host/db', '50%'],
  ['postgres://ada:@host/db', 'postgres://ada@host/db', ''],
  ['postgres://host:5432/db', 'postgres://host:5432/db', null],
  ['postgres://ada@[::1]:5432/db', 'postgres://ada@[::1]:5432/db', null],
  ['', '', null]
])('%s', (typed, address, password) => {
  expect(partAddress(typed)).toEqual({ address, password });
});

test('the server is named for people', () => {
  expect(serverIn('postgres://ada@relay.example.org:5433/db')).toBe('relay.example.org');
  expect(serverIn('postgres')).toBeNull();
});

test('what is no address of a server is told, and one that may be is left to main', () => {
  expect(whyNoServer('relay.example.org')).toMatch(/^An address such as/);
  expect(whyNoServer('https://relay.example.org/x')).toMatch(/^An address/);
  expect(whyNoServer('postgres://ada@relay.example.org/db')).toBeNull();
  expect(whyNoServer('postgresql://ada@[::1]/db?sslmode=verify-full')).toBeNull();
});
