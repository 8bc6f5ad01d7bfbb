/** “Back up library…” and “Restore a backup…”: what is open is saved first, and what came of it is told. */
import { type Restored, restoredInWords } from '../../../src-main/domain/program/library-state.js';
import type { Toasts } from '../../ui/toasts/toasts.svelte.js';
import { call } from './client.js';
import { sentenceFor } from './sentence-for.js';
import type { Session } from './session.svelte.js';

const count = (n: number) => `${n.toLocaleString('en')} ${n === 1 ? 'briefing' : 'briefings'}`;

export async function backUp(session: Session, toasts: Toasts): Promise<void> {
  if (!(await session.leave())) return;
  await busily('Backing up the library…', toasts, async () => {
    const made = await call('library.backUp');
    if (!made) return;
    const { file, briefings, left } = made;
    if (left.length > 0) toasts.showFailure(left.join('\n'));
    toasts.show(`Backed up ${count(briefings)} into ${file.name}.`, {
      label: 'Show in folder',
      run: () =>
        void call('file.showInFolder', file.token).catch((error: unknown) =>
          toasts.showFailure(sentenceFor(error))
        )
    });
  });
}

/** Nothing is overwritten: what has changed since keeps its state, and the backup's becomes a version of it. */
export async function restoreBackup(session: Session, toasts: Toasts): Promise<void> {
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
  try {
    await act();
  } catch (error) {
    toasts.showFailure(sentenceFor(error));
  } finally {
    toasts.dismiss(busy);
  }
}
