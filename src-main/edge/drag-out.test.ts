import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { canDragOut, dragOut } from './drag-out.js';
import type { WebContentsSurface } from './electron.js';

vi.mock('./electron.js', () => ({
  app: { getFileIcon: (path: string) => Promise.resolve({ of: path }) }
}));

const folder = mkdtempSync(join(tmpdir(), 'standpoint-drag-'));
afterAll(() => rmSync(folder, { recursive: true }));

const startDrag = vi.fn();
const contents = { startDrag } as unknown as WebContentsSurface;

test('the system drags the file, with its picture', async () => {
  const path = join(folder, 'briefing.pdf');
  writeFileSync(path, '%PDF');
  await dragOut(contents, path);
  expect(startDrag.mock.calls).toEqual([[{ file: path, icon: { of: path } }]]);
  expect(canDragOut).toBe(true);
});

test('of a file that has gone the person is told, and nothing is dragged', async () => {
  startDrag.mockClear();
  await expect(dragOut(contents, join(folder, 'gone.pdf'))).rejects.toMatchObject({
    code: 'file-gone'
  });
  expect(startDrag).not.toHaveBeenCalled();
});
