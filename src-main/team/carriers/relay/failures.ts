/** What PostgreSQL, TLS and the network say, as sentences that a person can act on. Pure, and never repeats what they said: that may hold a name or a value of somebody’s. */
import { ExpectedFailure } from '../../../domain/base/result.js';
import { carriedCertificates, placeOf, type RelayAddress } from '../address.js';
import { carrierFailure, type CarrierFault, rowConflict, RowGap } from '../carrier.js';

type Sentence = readonly [code: CarrierFault, ending: (address: RelayAddress) => string];

const kept = 'What you wrote is kept on this computer.';

/** By what stands in `code` of an error of the network or of TLS. */
const ofNetwork: Readonly<Record<string, Sentence>> = {
  ECONNREFUSED: [
    'carrier-away',
    () => 'takes no connections: it is not running, or the port is another'
  ],
  ENOENT: ['carrier-away', () => 'is not running: there is no such socket'],
  ENOTFOUND: ['carrier-away', () => 'was not found under this name; the network may be down'],
  EAI_AGAIN: ['carrier-away', () => 'was not found; the network may be down'],
  EACCES: ['carrier-refuses', () => 'may not be reached: this system refuses the connection'],
  CERT_HAS_EXPIRED: [
    'carrier-refuses',
    () => 'shows a certificate that has expired. Whoever runs it has to renew it'
  ],
  CERT_NOT_YET_VALID: [
    'carrier-refuses',
    () => 'shows a certificate that is not valid yet. The clock of this computer may be wrong'
  ],
  ERR_TLS_CERT_ALTNAME_INVALID: [
    'carrier-refuses',
    ({ host }) => `shows a certificate for another name than ${host}. It may be another server`
  ],
  CERT_REVOKED: ['carrier-refuses', () => 'shows a certificate that was revoked']
};

/** Certificates that rest on nobody whom the program knows. */
const unknownIssuers = [
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'CERT_UNTRUSTED',
  'INVALID_CA',
  'CERT_SIGNATURE_FAILURE'
];
const unknownIssuer: Sentence = [
  'carrier-refuses',
  ({ rootCertificates }) =>
    rootCertificates === null
      ? 'shows a certificate whose issuer this program does not know. Where it is an issuer of your own, name the file of its certificate in the address, as ?sslrootcert=/path'
      : `shows a certificate that does not rest on those ${carriedCertificates(rootCertificates) === null ? `in ${rootCertificates}` : 'that the invitation brought'}`
];

/** By SQLSTATE. */
const ofServer: Readonly<Record<string, Sentence>> = {
  '28P01': [
    'carrier-refuses',
    ({ role }) =>
      `does not take the password of the role “${role}”, or the role was removed. Where the password of a member’s role was changed, give the new one under “People of the library”, or by “standpoint team update --password-file PATH”`
  ],
  '28000': [
    'carrier-refuses',
    ({ role }) =>
      `does not let the role “${role}” in from here: the role may be gone, or pg_hba.conf not allow it`
  ],
  '3D000': ['carrier-refuses', ({ database }) => `has no database “${database}”`],
  '42501': [
    'carrier-refuses',
    ({ role }) => `does not permit this to the role “${role}”, which may have been removed`
  ],
  '3F000': [
    'no-team-library',
    () => 'is no Standpoint relay: nothing was prepared in this database'
  ],
  '42P01': [
    'no-team-library',
    () => 'is no Standpoint relay: nothing was prepared in this database'
  ],
  '42883': [
    'no-team-library',
    () => 'is no Standpoint relay: nothing was prepared in this database'
  ],
  '53100': ['carrier-full', () => 'has no room left on its disk. Whoever runs it has to make some'],
  '53200': ['carrier-away', () => 'is short of memory'],
  '53300': ['carrier-away', () => 'has too many connections already'],
  '25006': [
    'carrier-refuses',
    () => 'can only be read: it is a copy of another server, or was closed to writing'
  ],
  '55P03': ['carrier-away', () => 'is busy: somebody else has been writing for too long'],
  '57014': ['carrier-away', () => 'took too long, and gave up'],
  '57P01': ['carrier-away', () => 'is stopping'],
  '57P02': ['carrier-away', () => 'has crashed, and is starting again'],
  '57P03': ['carrier-away', () => 'is starting or stopping'],
  '57P05': ['carrier-away', () => 'has ended the connection, which was idle'],
  '58030': [
    'carrier-away',
    () => 'cannot read or write its own disk. Whoever runs it has to look at it'
  ],
  XX001: [
    'carrier-refuses',
    () => 'says that its data are damaged. Whoever runs it has to look at it'
  ],
  XX002: [
    'carrier-refuses',
    () => 'says that an index of it is damaged. Whoever runs it has to look at it'
  ],
  SP001: [
    'carrier-refuses',
    ({ role }) =>
      `does not count the role “${role}” among those of this library: it was removed, or the library is not there`
  ]
};

/** Of a server that would learn the password. */
export const asksForPlainPassword = 'The server asks for the password itself';

/** By what the library `pg` says, which gives no code for it. */
const ofDriver: readonly (readonly [RegExp, Sentence])[] = [
  [
    /does not support SSL/,
    ['carrier-refuses', () => 'offers no encryption (ssl is off there), so nothing was sent to it']
  ],
  [
    /error establishing an SSL connection/,
    ['carrier-refuses', () => 'does not answer as PostgreSQL does: another program listens there']
  ],
  [
    new RegExp(`^${asksForPlainPassword}$`),
    [
      'carrier-refuses',
      ({ role }) =>
        `asks for the password of the role “${role}” in a way that would tell it, so it was not sent: it may be another server. Whoever runs it has to set scram-sha-256 for it in pg_hba.conf, and where it is kept as MD5 the password anew`
    ]
  ],
  [
    /password must be a (?:non-empty )?string/,
    [
      'carrier-refuses',
      ({ role }) => `asks for the password of the role “${role}”, and none was given`
    ]
  ],
  [
    /^SASL|server signature|SCRAM/i,
    ['carrier-refuses', () => 'does not prove that it knows the password: it may be another server']
  ],
  [/timeout|timed out/i, ['carrier-away', () => 'does not answer in time']],
  [
    /Connection terminated|Connection ended|not queryable|Client was closed/i,
    ['carrier-away', () => 'has ended the connection']
  ]
];

/** The failure to throw for `error`, or `error` itself where nothing outside of the program is to blame. */
export function relayFailure(error: unknown, address: RelayAddress): unknown {
  if (!(error instanceof Error) || error instanceof ExpectedFailure) return error;
  // Of several addresses of one name that were tried, each has its own.
  const inner: unknown = error instanceof AggregateError ? error.errors[0] : error;
  const code = codeOf(error) ?? codeOf(inner);
  const sentence = sentenceFor(code, error.message);
  if (sentence)
    return carrierFailure(sentence[0], `${placeOf(address)} ${sentence[1](address)}. ${kept}`);
  const refused =
    code === 'SP002' || code === 'SP003' ? ofAppend(code, error, placeOf(address)) : null;
  return refused ?? error;
}

/** Whether the connection broke, and not its making or the statement: then it may be tried at once on a new one. */
export function isBrokenConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = codeOf(error);
  if (code !== null) return ['ECONNRESET', 'EPIPE', '57P01', '57P02', '57P05'].includes(code);
  return /Connection terminated unexpectedly|not queryable/.test(error.message);
}

/** That none of the tables is there, or that this role sees none. */
export function noLibrary(address: RelayAddress): ExpectedFailure {
  return carrierFailure(
    'no-team-library',
    `${placeOf(address)} has no such team library for the role “${address.role}”: it is not there, or this role was removed from it. ${kept}`
  );
}

/** A server that is no honest one: ours lets nobody put such a file. */
export function wrongFile(address: RelayAddress): ExpectedFailure {
  return carrierFailure(
    'carrier-refuses',
    `${placeOf(address)} hands out a file that is larger than any can be. It was not taken in. Whoever runs it has to look at it. ${kept}`
  );
}

export function newerRelay(address: RelayAddress): ExpectedFailure {
  return carrierFailure(
    'carrier-newer',
    `${placeOf(address)} was prepared by a newer Standpoint. Update this one to share again. ${kept}`
  );
}

function sentenceFor(code: string | null, message: string): Sentence | null {
  if (code === null) return ofDriver.find(([pattern]) => pattern.test(message))?.[1] ?? null;
  const known = ofNetwork[code] ?? ofServer[code];
  if (known) return known;
  if (unknownIssuers.includes(code)) return unknownIssuer;
  if (code.startsWith('ERR_SSL') || code.startsWith('ERR_TLS')) {
    return ['carrier-refuses', () => `cannot agree with this program on an encryption (${code})`];
  }
  if (/^E[A-Z]+$/.test(code)) return ['carrier-away', () => `cannot be reached (${code})`];
  if (/^(?:08|53|57|58)...$/.test(code))
    return ['carrier-away', () => `reports an error (${code})`];
  return null;
}

function ofAppend(code: 'SP002' | 'SP003', error: Error, place: string): ExpectedFailure | null {
  const detail = 'detail' in error ? String(error.detail) : '';
  const [device = '', number = ''] = detail.split(' ');
  const name = device.replaceAll('-', '');
  if (code === 'SP002') return rowConflict(name, Number(number), place);
  return new RowGap(name, Number(number), place);
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : null;
}
