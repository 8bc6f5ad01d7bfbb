/** The library as a whole: backed up, restored, and changed for another. What is open is saved first, and what came of it is told. */
import { type Restored, restoredInWords } from '../../../src-main/domain/program/library-state.js';
import type { Toasts } from '../../ui/toasts/toasts.svelte.js';
import { attempt, call, fileActions } from './client.js';
import type { Session } from './session.svelte.js';

const count = (n: number) => `${n.toLocaleString('en')} ${n === 1 ? 'briefing' : 'briefings'}`;

export async function backUp(session: Session, toasts: Toasts): Promise<void> {
  if (!(await session.leave())) return;
  await busily('Backing up the library…', toasts, async () => {
    const made = await call('library.backUp');
    if (!made) return;
    const { file, briefings, left } = made;
    if (left.length > 0) toasts.showFailure(left.join('\n'));
    toasts.show(`Backed up ${count(briefings)} into ${file.name}.`, fileActions(file, toasts).show);
  });
}

/** Nothing is overwritten: what has changed since keeps its state, and the backup's becomes a version of it. */
export async function restoreFromBackup(session: Session, toasts: Toasts): Promise<void> {
  if (!(await session.leave())) return;
  await busily('Restoring the backup…', toasts, async () => {
    const restored = await call('library.restoreBackup');
    if (!restored) return;
    await showRestored(session, restored);
    if (restored.left.length > 0) toasts.showFailure(restored.left.join('\n'));
    toasts.show([restoredInWords(restored), ...restored.mended].join(' '));
  });
}

/** The open briefing may be a sample that made way: then what came in its place is shown. */
async function showRestored(session: Session, { added, removed }: Restored): Promise<void> {
  const id = session.open?.briefing.id;
  if (id && (added.includes(id) || removed.includes(id)) && (await session.leave())) {
    session.forget(id);
  }
  await session.refresh();
  const next = id && added.includes(id) ? id : session.listed[0]?.id;
  if (!session.open && next) await session.show(next);
}

async function busily(text: string, toasts: Toasts, act: () => Promise<void>): Promise<void> {
  const busy = toasts.showBusy(text);
  await attempt(toasts, act);
  toasts.dismiss(busy);
}

export async function recentLibraries(toasts: Toasts): Promise<readonly string[]> {
  return (await attempt(toasts, () => call('library.recent'))) ?? [];
}

/** A place in the list of `recentLibraries`; `null` asks for a folder. Returns whether another is open now. */
export async function switchLibrary(
  recent: number | null,
  session: Session,
  toasts: Toasts
): Promise<boolean> {
  if (!(await session.leave())) return false;
  const before = toasts.now;
  if (!(await attempt(toasts, () => call('library.switch', recent)))) return false;
  // What the other library has to say has come already, and stays.
  toasts.leave('library', before);
  await session.beginAnew();
  const [folder] = await recentLibraries(toasts);
  if (folder) toasts.show(`Opened the library in ${folder}.`);
  return true;
}
