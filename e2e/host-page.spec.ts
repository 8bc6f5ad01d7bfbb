/** What a page can do on the Chromium host: values across the bridge, workers, links, keys. */
import { expect, test } from './fixtures.js';
import { hostApp, readSeen, type HostAppWindow } from './host-app.js';

test.use({ program: hostApp });

test(
  'rich values survive the bridge and IPC, both ways',
  { tag: '@rest' },
  async ({ page, electronApp }) => {
    const result = await page.evaluate(async () => {
      const { hostApp } = window as unknown as HostAppWindow;
      const sent = {
        date: new Date(5),
        bytes: new Uint8Array([1, 2]),
        nested: new Map([[1, new Set(['x'])]]),
        missing: undefined,
        big: 10n,
        nan: NaN,
        $: 'dollar'
      };
      const got = (await hostApp.call('echo', sent)) as typeof sent;
      return {
        date: got.date instanceof Date && got.date.getTime(),
        bytes: got.bytes instanceof Uint8Array && [...got.bytes],
        nested: got.nested.get(1)?.has('x'),
        missing: 'missing' in got && got.missing === undefined,
        big: String(got.big),
        nan: Number.isNaN(got.nan),
        dollar: got.$,
        sync: hostApp.add(2, 3),
        platform: hostApp.platform
      };
    });
    expect(result).toEqual({
      date: 5,
      bytes: [1, 2],
      nested: true,
      missing: true,
      big: '10',
      nan: true,
      dollar: 'dollar',
      sync: 5,
      platform: process.platform
    });

    // It listens before anything is sent.
    const told = await page.evaluateHandle(() => {
      const { hostApp } = window as unknown as HostAppWindow;
      const heard = new Promise((resolve) => {
        const off = hostApp.on('tick', (value) => {
          off();
          resolve([...(value as Map<string, number>)]);
        });
      });
      return { heard };
    });
    await electronApp.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]!.webContents.send('tick', new Map([['a', 1]]))
    );
    expect(await told.evaluate(({ heard }) => heard)).toEqual([['a', 1]]);
  }
);

test(
  'errors carry Electron’s wording; what cannot be cloned is refused',
  { tag: '@rest' },
  async ({ page }) => {
    const errors = await page.evaluate(async () => {
      const { hostApp } = window as unknown as HostAppWindow;
      const message = (error: unknown) => String(error);
      return {
        handler: await hostApp.call('fail', 'too far').catch(message),
        missing: await hostApp.call('nothing').catch(message),
        clone: await hostApp.call('echo', () => 1).catch(message),
        thrown: await Promise.resolve()
          .then(() => hostApp.refuse())
          .catch(message)
      };
    });
    expect(errors.handler).toBe("Error: Error invoking remote method 'fail': RangeError: too far");
    expect(errors.missing).toContain("No handler registered for 'nothing'");
    expect(errors.clone).toContain('could not be cloned');
    expect(errors.thrown).toBe('Error: no');
  }
);

test(
  'the page’s world holds the exposed API, frozen, and nothing of the host',
  { tag: '@rest' },
  async ({ page }) => {
    const found = await page.evaluate(() => {
      const { hostApp } = window as unknown as HostAppWindow;
      return {
        host: Object.getOwnPropertyNames(window).filter((name) =>
          /^(host(?!App$)|binding|preload|require)/i.test(name)
        ),
        node: [typeof globalThis.require, typeof globalThis.process],
        frozen: Object.isFrozen(hostApp),
        secure: isSecureContext
      };
    });
    expect(found).toEqual({
      host: [],
      node: ['undefined', 'undefined'],
      frozen: true,
      secure: true
    });
  }
);

test(
  'the caller of IPC is known by its frame, and is null once that has gone',
  { tag: '@rest' },
  async ({ page, electronApp }) => {
    const caller = await page.evaluate(() =>
      (window as unknown as HostAppWindow).hostApp.call('caller')
    );
    expect(caller).toEqual({ id: 1, url: 'app://bundle/index.html', parent: null });

    await page.evaluate(() => void (window as unknown as HostAppWindow).hostApp.call('hang'));
    await page.reload();
    await page.evaluate(() => (window as unknown as HostAppWindow).hostApp.call('echo', 1));
    const frame = await electronApp.evaluate(() => globalThis.hostApp.hanging?.senderFrame);
    expect(frame).toBeNull();
  }
);

test(
  'a module worker, its static and its dynamic import load; it reaches no network',
  { tag: '@rest' },
  async ({ page }) => {
    const answer = await page.evaluate(() =>
      (window as unknown as HostAppWindow).askWorker('https://example.com/')
    );
    expect(answer).toEqual(['static import', 'dynamic import', 'refused']);
  }
);

test(
  'links and window.open are reported and open nothing',
  { tag: '@rest' },
  async ({ page, electronApp }) => {
    await page.getByText('plain').click({ noWaitAfter: true });
    await page.getByText('blank').click();
    await page.getByText('mail').click();
    await page.getByText('plain').click({ button: 'middle' });
    await page.evaluate(() => void window.open('https://example.com/script'));
    await expect
      .poll(async () =>
        (await readSeen(electronApp)).filter((it) => !['ready', 'loaded'].includes(it))
      )
      .toEqual([
        'navigate https://example.com/plain',
        'open https://example.com/blank',
        'open mailto:someone@example.com',
        'open https://example.com/plain',
        'open https://example.com/script'
      ]);
    expect(electronApp.windows()).toHaveLength(1);
    await expect(page.getByRole('heading', { name: 'Host app' })).toBeVisible();
  }
);

test(
  'a page that prints itself does nothing, in whatever way it tries',
  { tag: '@rest' },
  async ({ page }) => {
    const outcome = await page.evaluate(() => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      // All of these would open Chromium's dialog, which blocks the page.
      window.print();
      const commands = ['print', 'PRINT', { toString: () => 'print' }, ['print']];
      const executed = [document, frame.contentDocument!].flatMap((each) =>
        commands.map((command) => each.execCommand(command as string))
      );
      frame.contentWindow!.print();
      const ways = [window, frame.contentWindow!, Document.prototype];
      const replaced = ways.map((way) => Reflect.deleteProperty(way, 'print'));
      frame.remove();
      return { executed, replaced };
    });
    expect(outcome.executed).toEqual(Array(8).fill(false));
    expect(outcome.replaced.slice(0, 2)).toEqual([false, false]);
    await expect(page.getByRole('heading')).toBeVisible();
  }
);
