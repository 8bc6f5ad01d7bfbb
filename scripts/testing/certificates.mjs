/** Throw-away certificates for a server on this machine, made by `openssl`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../setup/child.mjs';

/** What each is made for: `good` fits `localhost`. */
const KINDS = /** @type {const} */ (['good', 'expired', 'other']);
/** @typedef {typeof KINDS[number]} Kind */

const CONFIG = `
[ca]
default_ca = us
[us]
database = index.txt
serial = serial
new_certs_dir = .
default_md = sha256
policy = any
copy_extensions = none
unique_subject = no
[any]
commonName = supplied
[good]
subjectAltName = DNS:localhost
[expired]
subjectAltName = DNS:localhost
[other]
subjectAltName = DNS:relay.example.org
`;

/**
 * Writes `root.crt`, and for each kind `KIND.crt` and `KIND.key`, into a folder.
 * @param {string} folder
 * @returns {Promise<boolean>} false where there is no openssl
 */
export async function makeCertificates(folder) {
  writeFileSync(join(folder, 'openssl.cnf'), CONFIG);
  writeFileSync(join(folder, 'index.txt'), '');
  writeFileSync(join(folder, 'serial'), '01\n');
  const openssl = async (/** @type {string[]} */ ...args) => {
    const { code, output } = await run('openssl', args, { cwd: folder, output: 'kept' });
    if (code !== 0 && code !== 127) throw new Error(`openssl ${args[0]} failed: ${output}`);
    return code === 0;
  };
  // Elliptic curves: such keys are made at once.
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const root = ['-subj', '/CN=Throw-away root', '-keyout', 'root.key', '-out', 'root.crt'];
  if (!(await openssl('req', '-x509', '-days', '2', ...key, ...root))) return false;
  for (const kind of KINDS) {
    await openssl(
      'req',
      ...key,
      '-subj',
      `/CN=${kind}`,
      '-keyout',
      `${kind}.key`,
      '-out',
      'asked.csr'
    );
    const days =
      kind === 'expired'
        ? ['20200101000000Z', '20200102000000Z']
        : ['20200101000000Z', '20990101000000Z'];
    const dates = ['-startdate', days[0] ?? '', '-enddate', days[1] ?? ''];
    const by = ['-cert', 'root.crt', '-keyfile', 'root.key', '-extensions', kind];
    await openssl(
      'ca',
      '-batch',
      '-notext',
      '-config',
      'openssl.cnf',
      ...by,
      ...dates,
      '-in',
      'asked.csr',
      '-out',
      `${kind}.crt`
    );
  }
  return true;
}
