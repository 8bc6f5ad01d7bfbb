/** Where a dialog begins on each system, what it asks, and what the system remembers of what was written. */
import type * as paths from 'node:path';
import type { SaveDialogOptions } from 'electron';
import { beforeEach, expect, it, vi } from 'vitest';
import { writeChosen } from './program.js';

const host = vi.hoisted<{ asked: SaveDialogOptions | null; recent: string[] }>(() => ({
  asked: null,
  recent: []
}));
vi.mock('../edge/electron.js', () => ({
  app: { addRecentDocument: (path: string) => void host.recent.push(path) },
  dialog: {
    showSaveDialog: (_window: unknown, options: SaveDialogOptions) => {
      host.asked = options;
      return Promise.resolve({ canceled: false, filePath: options.defaultPath });
    }
  },
  shell: {}
}));
// As on Windows.
vi.mock('node:path', async (original) => (await original<typeof paths>()).win32);

const program = { window: () => ({}) as never, documents: 'C:\\Users\\Ada\\Documents' };
const write = () => Promise.resolve();

beforeEach(() => {
  host.recent = [];
});

it('begins in the folder of documents, by the separator of the system, and asks before it replaces', async () => {
  await writeChosen(program, 'Export', 'Peace.pdf', { name: 'PDF', ending: 'pdf' }, write);
  expect(host.asked).toMatchObject({
    defaultPath: 'C:\\Users\\Ada\\Documents\\Peace.pdf',
    properties: ['showOverwriteConfirmation', 'createDirectory']
  });
  expect(host.recent).toEqual([]);
});

it('a Standpoint file that was written is offered again by the system', async () => {
  const filter = { name: 'Standpoint', ending: 'standpoint' };
  await writeChosen(program, 'Export', 'Peace.standpoint', filter, write);
  expect(host.recent).toEqual(['C:\\Users\\Ada\\Documents\\Peace.standpoint']);
});
