/** An address says where to go, with what, and never to anybody else. */
import { expect, test } from 'vitest';
import { parseAddress, placeOf, writeAddress } from './address.js';

const relay = {
  kind: 'relay',
  host: 'db.example.org',
  port: 5432,
  database: 'team',
  role: 'mara',
  password: null,
  tls: true,
  rootCertificates: null
};

test.each([
  ['postgres://mara@db.example.org/team', {}],
  [' postgresql://mara:a%2Fb%40c@db.example.org:6543/team ', { port: 6543, password: 'a/b@c' }],
  ['postgres://mara@db.example.org/team?sslmode=verify-full', {}],
  [
    'postgres://mara@db.example.org/team?sslrootcert=/etc/root.crt',
    { rootCertificates: '/etc/root.crt' }
  ],
  ['postgres://mara@localhost/team', { host: 'localhost', tls: false }],
  ['postgres://mara@127.0.0.1/team?sslmode=disable', { host: '127.0.0.1', tls: false }],
  ['postgres://mara@127.0.0.1/team?sslmode=verify-full', { host: '127.0.0.1' }],
  ['postgres://mara@[::1]:1234/team', { host: '::1', port: 1234, tls: false }],
  ['postgres://mara@[2001:db8::1]/team', { host: '2001:db8::1' }],
  ['postgres://mara@%2Frun%2Fpostgresql/team', { host: '/run/postgresql', tls: false }],
  // Not this machine, whatever its name looks like.
  ['postgres://mara@127.example.org/team', { host: '127.example.org' }],
  ['postgres://mara@localhost.example.org/team', { host: 'localhost.example.org' }]
])('%s', (text, expected) => {
  const address = parseAddress(text);
  expect(address).toEqual({ ...relay, ...expected });
  if (address.kind === 'relay') {
    expect(parseAddress(writeAddress(address, address.password ?? undefined))).toEqual(address);
    expect(writeAddress(address)).not.toContain('a%2Fb');
    expect(placeOf(address)).not.toContain('a/b');
  }
});

test.each([
  ['folder:/media/shared', '/media/shared'],
  ['/media/a folder', '/media/a folder']
])('%s', (text, path) => {
  const address = parseAddress(text);
  expect(address).toEqual({ kind: 'folder', path });
  expect(parseAddress(writeAddress(address))).toEqual(address);
  expect(placeOf(address)).toBe(`The folder ${path}`);
});

test.each([
  ['shared', /is one such as postgres:/],
  ['folder:shared', /is one such as/],
  ['https://example.org/team', /is one such as/],
  ['postgres://', /names no server/],
  ['postgres://db.example.org/team', /names no role/],
  ['postgres://mara@db.example.org', /names no database/],
  ['postgres://mara:100%@db.example.org/team', /holds a %/],
  ['postgres://mara@db.example.org:x/team', /no address of a server/],
  ['postgres://mara@db.example.org/team?sslmode=require', /sslmode=require\. Leave it out/],
  ['postgres://mara@db.example.org/team?sslmode=disable', /only for a server on this computer/],
  ['postgres://mara@db.example.org/team?options=-c%20x', /“options”/]
])('%s is refused in a sentence', (text, pattern) => {
  expect(() => parseAddress(text)).toThrow(pattern);
});

test('no sentence repeats a password', () => {
  for (const text of [
    'postgres://mara:S3cret@',
    'postgres://mara:S3cret%@h/d',
    'postgres://mara:S3cret@h:x/d',
    'mara:S3cret@h/d',
    'postgres://a:S3cret@h/d?sslmode=allow'
  ]) {
    try {
      parseAddress(text);
      throw new Error(`${text} was taken`);
    } catch (error) {
      expect(String(error)).not.toContain('S3cret');
      expect(error).toMatchObject({ code: 'bad-address' });
    }
  }
});
