/**
 * The addresses of carriers: `postgres://role@host:port/database?…` for a relay, and `folder:/path` or a
 * path for a shared folder. Pure.
 *
 * A relay is reached under TLS with a certificate that fits its name (`verify-full`), unless it is this
 * very machine. Nothing less can be asked for: `sslmode=require` would speak with anybody.
 */
import { isAbsolute } from 'node:path';
import { isIPv4 } from 'node:net';
import { carrierFailure } from './carrier.js';

export interface RelayAddress {
  readonly kind: 'relay';
  /** A name, an IP address, or the absolute path of the folder in which a socket lies. */
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly role: string;
  /** `null` where the address names none. */
  readonly password: string | null;
  readonly tls: boolean;
  /** A file of certificates, in PEM, that the server's may rest on, or these themselves (`carryCertificates`); `null` for those of the program. */
  readonly rootCertificates: string | null;
}

export interface FolderAddress {
  readonly kind: 'folder';
  readonly path: string;
}

const example =
  'postgres://role@relay.example.org/standpoint, or a folder such as folder:/media/shared';
const usualPort = 5432;

/** Throws an `ExpectedFailure` (`bad-address`), whose sentence does not repeat what may hold a password. */
export function parseAddress(address: string): RelayAddress | FolderAddress {
  const text = address.trim();
  if (/^postgres(?:ql)?:/i.test(text)) return parseRelay(text);
  const path = /^folder:/i.test(text) ? text.slice('folder:'.length) : text;
  if (!isAbsolute(path)) {
    throw bad(`A team library’s address is one such as ${example}.`);
  }
  return { kind: 'folder', path };
}

/** For people, and for files: without the password. */
export function placeOf(address: RelayAddress | FolderAddress): string {
  if (address.kind === 'folder') return `The folder ${address.path}`;
  const { host, port, database } = address;
  const at = isSocket(host)
    ? `at the socket ${host}`
    : `at ${host}${port === usualPort ? '' : `:${port}`}`;
  return `The server ${at} (database “${database}”)`;
}

/** The same address as text, with its password or without. `parseAddress` reads it. */
export function writeAddress(address: RelayAddress | FolderAddress, password?: string): string {
  if (address.kind === 'folder') return `folder:${address.path}`;
  const { host, port, database, role, rootCertificates, tls } = address;
  const who =
    encodeURIComponent(role) + (password === undefined ? '' : `:${encodeURIComponent(password)}`);
  const at = host.includes(':') ? `[${host}]` : encodeURIComponent(host);
  const asked = new URLSearchParams();
  if (tls && isLocal(host)) asked.set('sslmode', 'verify-full');
  if (rootCertificates !== null) asked.set('sslrootcert', rootCertificates);
  const query = asked.size > 0 ? `?${asked.toString()}` : '';
  return `postgres://${who}@${at}:${port}/${encodeURIComponent(database)}${query}`;
}

/** Before certificates that stand in an address themselves: no file of them is on the other computer. */
const carried = 'der:';
/** Letters: with more an invitation would be no line that people hand over. */
const mostCarried = 8_000;

/** For the place of the file's name; `null` where there are none, or too many. */
export function carryCertificates(pem: string): string | null {
  const blocks = [...pem.matchAll(/-----BEGIN CERTIFICATE-----([^-]*)-----END CERTIFICATE-----/g)];
  const all = blocks.map(([, body = '']) => Buffer.from(body, 'base64').toString('base64url'));
  const text = carried + all.join('.');
  return all.length > 0 && text.length <= mostCarried ? text : null;
}

/** As PEM; `null` for the name of a file. */
export function carriedCertificates(rootCertificates: string): string | null {
  if (!rootCertificates.startsWith(carried)) return null;
  const all = rootCertificates.slice(carried.length).split('.');
  const body = (each: string) => Buffer.from(each, 'base64url').toString('base64');
  return all
    .map((each) => `-----BEGIN CERTIFICATE-----\n${body(each)}\n-----END CERTIFICATE-----\n`)
    .join('');
}

function parseRelay(text: string): RelayAddress {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null) throw bad(`This is no address of a server; one is ${example}.`);
  const asked = url.searchParams;
  const unknown = [...asked.keys()].find(
    (name) => !['host', 'sslmode', 'sslrootcert'].includes(name)
  );
  if (unknown !== undefined) {
    throw bad(
      `The address asks for “${unknown}”, which a team library does not know; it knows sslmode, sslrootcert and host.`
    );
  }
  const host = asked.get('host') ?? decode(url.hostname).replace(/^\[(.*)\]$/, '$1');
  const role = decode(url.username);
  const database = decode(url.pathname.slice(1));
  if (!host) throw bad(`The address names no server; one is ${example}.`);
  if (!role) throw bad(`The address names no role before its @; one is ${example}.`);
  if (!database) throw bad(`The address names no database at its end; one is ${example}.`);
  return {
    kind: 'relay',
    host,
    port: url.port ? Number(url.port) : usualPort,
    database,
    role,
    password: url.password ? decode(url.password) : null,
    tls: wantsTls(asked.get('sslmode'), host),
    rootCertificates: asked.get('sslrootcert')
  };
}

function wantsTls(mode: string | null, host: string): boolean {
  if (mode === null) return !isLocal(host);
  if (mode === 'verify-full' && !isSocket(host)) return true;
  if (mode === 'disable' && isLocal(host)) return false;
  throw bad(
    mode === 'disable'
      ? `The address asks for sslmode=disable, which is only for a server on this computer. Leave it out: the connection is then encrypted, and the server’s certificate checked.`
      : `The address asks for sslmode=${mode}. Leave it out: the connection is then encrypted, and the server’s certificate checked (verify-full).`
  );
}

function isSocket(host: string): boolean {
  return host.startsWith('/');
}

function isLocal(host: string): boolean {
  const isLoopback =
    host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'));
  return isLoopback || isSocket(host);
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw bad(
      'The address holds a % that no two hexadecimal digits follow; a % itself is written %25.'
    );
  }
}

function bad(message: string) {
  return carrierFailure('bad-address', message);
}
