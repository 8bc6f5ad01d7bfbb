/** What main tells a page. */
import { expect, it, vi } from 'vitest';
import { tellOnClick } from './ipc.js';

vi.mock('./electron.js', () => ({ ipcMain: {} }));

it('a command of the native menu comes to the page as if the person had clicked there', async () => {
  const order: string[] = [];
  const contents = {
    isDestroyed: () => false,
    executeJavaScript: (_code: string, userGesture?: boolean) => {
      order.push(`gesture ${userGesture}`);
      return Promise.resolve();
    },
    send: (event: string, payload: unknown) => void order.push(`${event} ${String(payload)}`)
  };
  await tellOnClick(contents, 'command', 'annotation.copy');
  expect(order).toEqual(['gesture true', 'command annotation.copy']);
});
