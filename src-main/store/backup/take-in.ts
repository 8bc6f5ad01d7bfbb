/** What an archive holds → library, one thing after the other. Nothing that somebody wrote is overwritten. */
import type { Id } from '../../domain/base/values.js';
import { maxArticleBytes, maxOriginalBytes } from '../../domain/base/limits.js';
import { beyondLimits } from '../../domain/mend/beyond-limits.js';
import { mendBriefing } from '../../domain/mend/mend-briefing.js';
import { mendedInWords } from '../../domain/mend/mendings.js';
import { currentSchema } from '../../domain/briefing/migrations.js';
import type { Restored } from '../../domain/program/library-state.js';
import type { TextHash } from '../../domain/briefing/source.js';
import { quoted } from '../../domain/terms/terms.js';
import { moveOutOfBin, moveToBin, putInBin, removeFromBin } from '../versions/bin-moves.js';
import type { BackedUpBriefing, KeptOriginal, TextLine, VersionLine } from './backup-format.js';
import { isThere } from '../../disk/file-system.js';
import { entryFor } from '../list/list-rows.js';
import type { Parts } from '../open-parts.js';
import { isUntouched, markedSamples } from '../samples.js';
import type { Register } from '../../domain/ledger/register.js';
import { takeInRegister } from '../register.js';
import { isOn, walkShelf } from '../shelf.js';
import { keep } from '../kept-by-hash.js';
import { putVersion, versionPath } from '../versions/version-files.js';

/** Completes a sentence about a disk that failed. */
export const unfinished = 'the backup was not restored to its end; what came in is kept';

export class TakingIn {
  readonly #parts: Parts;
  /** When the backup was made. */
  readonly #madeAt: string;
  readonly #added: Id[] = [];
  readonly #changed: Id[] = [];
  readonly #mended: string[] = [];
  readonly #left: string[] = [];
  /** All that the archive has held so far, also what was left out. */
  readonly #seen = new Set<Id>();
  readonly #leftOut = new Set<Id>();
  readonly #tooLong = new Map<TextHash, string>();
  /** Those that the library began with; `null` until somebody asks. */
  #samples: Set<Id> | null = null;
  #same = 0;
  #intoBin = 0;

  constructor(parts: Parts, madeAt: string) {
    this.#parts = parts;
    this.#madeAt = madeAt;
  }

  /** In the order of the archive: texts and originals before the briefings that name them, versions after theirs. */
  take(line: TextLine | KeptOriginal | BackedUpBriefing | VersionLine | Register): Promise<void> {
    if ('joined' in line) return takeInRegister(this.#parts, line, unfinished);
    if ('bytes' in line) return this.#takeOriginal(line);
    if ('text' in line) return this.#takeText(line);
    return 'key' in line ? this.#takeVersion(line) : this.#takeBriefing(line);
  }

  async #takeText({ hash, text }: TextLine): Promise<void> {
    const { folder, writing } = this.#parts;
    const bytes = Buffer.from(text);
    if (bytes.length > maxArticleBytes) this.#tooLong.set(hash, text);
    else await writing(hash, unfinished, () => keep(folder, 'texts', hash, bytes));
  }

  async #takeOriginal({ hash, bytes }: KeptOriginal): Promise<void> {
    const { folder, writing } = this.#parts;
    if (bytes.length <= maxOriginalBytes) {
      await writing(hash, unfinished, () => keep(folder, 'originals', hash, bytes));
      return;
    }
    const most = `${maxOriginalBytes / 1e6} MB`;
    const size = `${Math.ceil(bytes.length / 1e5) / 10} MB`;
    this.#left.push(
      `An original file was left out: ${hash} has ${size}; one may have up to ${most}.`
    );
  }

  async #takeVersion({ id, key, file }: VersionLine): Promise<void> {
    if (this.#leftOut.has(id)) return;
    const { folder, log, writing } = this.#parts;
    await writing(id, unfinished, async () => {
      if (await isThere(versionPath(folder.root, id, key), folder.fs)) return;
      // So that the next start clears up after a kill.
      await log?.append({ id, touched: true });
      await putVersion(folder, id, key, Buffer.from(file));
    });
  }

  async #takeBriefing(archived: BackedUpBriefing): Promise<void> {
    const { id, title } = archived.briefing;
    this.#seen.add(id);
    const beyond = beyondLimits(archived.briefing, Object.fromEntries(this.#tooLong));
    if (beyond !== null) {
      this.#leftOut.add(id);
      this.#left.push(`${quoted(title)} was left out: it ${beyond}.`);
      return;
    }
    const { briefing, mended } = mendBriefing(archived.briefing);
    // What lost its object has no effect: a person's own briefing comes back as it was, to the letter.
    const isNews = mended.some(({ kind }) => kind !== 'dismissal');
    const became = await this.#enter(isNews ? { ...archived, briefing } : archived);
    if (became === 'added') {
      this.#added.push(id);
      if (archived.isDeleted) this.#intoBin += 1;
    } else if (became === 'changed') this.#changed.push(id);
    else this.#same += 1;
    const told = isNews && became !== 'same' ? mendedInWords(quoted(title), mended) : null;
    if (told !== null) this.#mended.push(told);
  }

  /** Where nothing is left but samples and what the backup holds, the samples go. */
  async finish(): Promise<Restored> {
    const others = (await this.#held()).filter((id) => !this.#seen.has(id));
    const samples = await Promise.all(others.map((id) => this.#isUntouchedSample(id)));
    const removed = samples.every(Boolean) ? others : [];
    for (const id of removed) await this.#remove(id);
    return {
      added: this.#added,
      intoBin: this.#intoBin,
      changed: this.#changed,
      same: this.#same,
      removed,
      mended: this.#mended,
      left: this.#left
    };
  }

  async #enter(theirs: BackedUpBriefing): Promise<'added' | 'changed' | 'same'> {
    const { folder, files, log, versions, summaries, isHere, writing } = this.#parts;
    const { id } = theirs.briefing;
    if (await this.#isTaken(theirs)) return 'same';
    if (await this.#isUntouchedSample(id)) await this.#remove(id);
    const wasInBin = await isOn(folder, 'bin', id);
    if (theirs.isDeleted && wasInBin) return 'same';
    if (wasInBin) await writing(id, unfinished, () => moveOutOfBin(this.#parts, id));
    const became = await writing(id, unfinished, async () => {
      if (!(await isHere(id))) {
        const { briefing, revision } = theirs;
        if (theirs.isDeleted) {
          await putInBin(this.#parts, theirs);
          return 'added';
        }
        await files.write(id, { briefing, revision, schema: currentSchema });
        summaries.put(entryFor(revision, briefing));
        return 'added';
      }
      const ours = await files.read(id);
      if (JSON.stringify(ours.briefing) === JSON.stringify(theirs.briefing)) return 'same';
      await log?.append({ id, touched: true });
      await versions.keep(id, theirs, 'named', `From the backup of ${this.#madeAt.slice(0, 10)}`);
      return 'changed';
    });
    return wasInBin ? 'added' : became;
  }

  /** Whether it is there as the archive has it, sample or not. */
  async #isTaken({ briefing, isDeleted }: BackedUpBriefing): Promise<boolean> {
    if (isDeleted || !(await this.#parts.isHere(briefing.id))) return false;
    const ours = await this.#parts.files.read(briefing.id);
    return JSON.stringify(ours.briefing) === JSON.stringify(briefing);
  }

  async #isUntouchedSample(id: Id): Promise<boolean> {
    const { folder, files } = this.#parts;
    this.#samples ??= new Set(await markedSamples(folder));
    return this.#samples.has(id) && isUntouched(folder, files, id);
  }

  async #remove(id: Id): Promise<void> {
    const { isHere, writing } = this.#parts;
    await writing(id, unfinished, async () => {
      if (await isHere(id)) await moveToBin(this.#parts, id);
    });
    await removeFromBin(this.#parts, [id]);
    this.#samples?.delete(id);
  }

  /** In use and in the bin. */
  async #held(): Promise<readonly Id[]> {
    const { folder, files } = this.#parts;
    const held = new Set<Id>(files.unsettled);
    for (const shelf of ['b', 'bin'] as const) {
      for await (const shard of walkShelf(folder, shelf)) for (const id of shard) held.add(id);
    }
    return [...held];
  }
}
