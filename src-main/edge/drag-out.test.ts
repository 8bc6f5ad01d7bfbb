import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { dragOut } from './drag-out.js';
import type { app } from './electron.js';

vi.mock('./electron.js', () => ({ app: {} }));

const folder = mkdtempSync(join(tmpdir(), 'standpoint-drag-'));
afterAll(() => rmSync(folder, { recursive: true }));

const startDrag = vi.fn();
const contents = { startDrag };
const icons = {
  getFileIcon: (path: string) => Promise.resolve({ of: path })
} as unknown as Pick<typeof app, 'getFileIcon'>;

test('the system drags the file, with its picture', async () => {
  const path = join(folder, 'briefing.pdf');
  writeFileSync(path, '%PDF');
  await dragOut(contents, path, icons);
  expect(startDrag.mock.calls).toEqual([[{ file: path, icon: { of: path } }]]);
});

test('of a file that has gone the person is told, and nothing is dragged', async () => {
  startDrag.mockClear();
  await expect(dragOut(contents, join(folder, 'gone.pdf'), icons)).rejects.toMatchObject({
    code: 'file-gone'
  });
  expect(startDrag).not.toHaveBeenCalled();
});
