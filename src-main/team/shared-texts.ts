/**
 * The texts of sources, on their way between members. A row names them, and they are there before it comes.
 */
import { ExpectedFailure, nullOn } from '../domain/base/result.js';
import type { Id } from '../domain/base/values.js';
import type { TextHash } from '../domain/briefing/source.js';
import type { TeamChange } from '../domain/team/team-change.js';
import type { Carrier } from './carriers/carrier.js';
import type { Membership } from './membership.js';
import { fileNameOf, openSealedFile, sealFile } from './sealing/file.js';
import type { LocalLibrary } from './settle-briefing.js';
import type { TeamFiles } from './team-files.js';

interface TextsNeeds {
  readonly library: Pick<LocalLibrary, 'open'>;
  readonly carrier: Carrier;
  readonly files: Pick<TeamFiles, 'owed' | 'owe' | 'noteGiven'>;
  readonly membership: Pick<Membership, 'keyring' | 'epoch'>;
}

export class SharedTexts {
  readonly #needs: TextsNeeds;
  /** The carrier is known to hold them. */
  readonly #carried = new Set<TextHash>();

  constructor(needs: TextsNeeds) {
    this.#needs = needs;
  }

  /** The carrier was set back from a backup: what it holds is not known any more. */
  doubtCarried(): void {
    this.#carried.clear();
  }

  /** Rejects with `text-not-here` where it has not arrived yet, as the carrier does, and with what is wrong with it. */
  async fetch(hash: TextHash): Promise<string> {
    const { carrier, membership } = this.#needs;
    const bytes = await carrier.getFile(fileNameOf(membership.keyring, hash));
    if (bytes === null) {
      throw new ExpectedFailure(
        'text-not-here',
        `The text of a source (${hash.slice(0, 8)}) has not arrived yet. What was changed with it waits; what you have stays as it is.`
      );
    }
    this.#carried.add(hash);
    // Not TextDecoder, which would drop a byte order mark and shift every offset.
    return Buffer.from(await openSealedFile(bytes, hash, membership.keyring)).toString('utf8');
  }

  /** To be called before the row with `own` changes goes out, so that whoever reads it finds what it names. */
  async putBefore(id: Id, own: readonly TeamChange[]): Promise<void> {
    const bringsSources = own.some(
      ({ what }) => !('bin' in what) && !('edit' in what && !what.edit.lists?.sources)
    );
    if (bringsSources) await this.put(id);
  }

  /** The briefing is out of the bin: its texts go to the carrier where they could not while it lay there. */
  async putOwed(id: Id): Promise<void> {
    const { files } = this.#needs;
    if (!files.owed.has(id)) return;
    await this.put(id);
    await files.noteGiven(id);
  }

  /** Those of one in the bin follow when it comes out, which may be in another life of the program. */
  async put(id: Id): Promise<void> {
    const { library, carrier, membership, files } = this.#needs;
    const opened = await library.open(id).catch(nullOn('no-briefing'));
    if (!opened) return files.owe(id);
    for (const [hash, text] of Object.entries(opened.texts)) {
      if (this.#carried.has(hash)) continue;
      const sealed = await sealFile(Buffer.from(text), membership.keyring, membership.epoch);
      await carrier.putFile(sealed.name, sealed.bytes);
      this.#carried.add(hash);
    }
  }
}
