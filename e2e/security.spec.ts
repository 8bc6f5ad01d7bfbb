/** The page can reach nothing but the bridge, the bridge serves nobody else, and nothing leaves. */
import type { Bridge } from '../src-main/domain/api.js';
import { contentSecurityPolicy } from '../src-main/edge/content-security-policy.js';
import { expect, test } from './fixtures.js';

declare const window: { standpoint: Bridge } & Record<string, unknown>;

test('the page has the policy, the bridge and no other way out of its sandbox', async ({
  page
}) => {
  const seen = await page.evaluate(() => ({
    node: ['require', 'process', 'module', 'Buffer', 'electron'].filter((name) => name in window),
    bridge: Object.keys(window.standpoint).sort(),
    frozen: Object.isFrozen(window.standpoint),
    secure: isSecureContext
  }));
  expect(seen).toEqual({ node: [], bridge: ['call', 'on'], frozen: true, secure: true });
});

test('inline script, eval, frames, styles and requests are refused by the policy', async ({
  page
}) => {
  const outcome = await page.evaluate(async () => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    document.addEventListener('securitypolicyviolation', (event) => {
      seen.push(event.effectiveDirective);
    });
    const script = document.createElement('script');
    const attempts: (() => unknown)[] = [
      () => {
        script.text = 'window.ran = 1';
        document.body.append(script);
      },
      () => {
        const button = document.createElement('button');
        button.setAttribute('onclick', 'window.ran = 2');
        button.click();
      },
      () => (document.body.innerHTML = '<b>lost</b>'),
      () => fetch('https://example.org/').catch(() => undefined),
      () => document.body.append(Object.assign(new Image(), { src: 'https://example.org/x.png' })),
      () =>
        document.body.append(
          Object.assign(document.createElement('iframe'), { src: 'https://example.org/' })
        ),
      () =>
        document.head.append(
          Object.assign(document.createElement('style'), { textContent: 'body { color: red }' })
        )
    ];
    for (const attempt of attempts) {
      try {
        await attempt();
      } catch (error) {
        seen.push((error as Error).name);
      }
    }
    return { ran: 'ran' in window, text: document.body.textContent };
  });
  expect(outcome.ran).toBe(false);
  expect(outcome.text).not.toContain('lost');
  await expect
    .poll(() => page.evaluate(() => window['seen']))
    .toEqual(
      expect.arrayContaining([
        'require-trusted-types-for',
        'connect-src',
        'img-src',
        'frame-src',
        'style-src-elem'
      ])
    );
});

test(
  'every page is served with the policy, and only files of the bundle are served',
  { tag: '@rest' },
  async ({ page }) => {
    const [html, outside] = await page.evaluate(async () => {
      const read = async (address: string) => {
        const response = await fetch(address).catch(() => null);
        return response && { status: response.status };
      };
      return Promise.all([read('./index.html'), read('../../package.json')]);
    });
    // connect-src 'none' keeps the page from reading even its own origin.
    expect([html, outside]).toEqual([null, null]);
    expect(contentSecurityPolicy('N')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-N'; img-src 'self' data:; " +
        "font-src 'self'; worker-src 'self'; connect-src 'none'; frame-src 'none'; " +
        "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
        "require-trusted-types-for 'script'; " +
        'trusted-types dompurify svelte-trusted-html standpoint-worker'
    );
  }
);

test('no permission, no new window, no navigation', async ({ page, electronApp }) => {
  const address = page.url();
  const answers = await page.evaluate(async () => {
    const located = await new Promise<string>((resolve) => {
      navigator.geolocation.getCurrentPosition(
        () => resolve('located'),
        () => resolve('refused')
      );
    });
    globalThis.open('https://example.org/');
    return { notify: await Notification.requestPermission(), located };
  });
  expect(answers).toEqual({ notify: 'denied', located: 'refused' });
  // Playwright would wait for a navigation that its own call begins.
  await page.evaluate(() => {
    document.addEventListener('click', () => (location.href = 'https://example.org/'));
  });
  await page.getByRole('heading', { name: 'Library' }).click({ noWaitAfter: true });
  await expect(page.getByRole('heading', { name: 'Library' })).toBeVisible();
  expect(page.url()).toBe(address);
  await expect.poll(() => electronApp.windows().length).toBe(1);
});

test.describe('the bridge', () => {
  const calls: readonly [string, string, unknown[]][] = [
    ['an unknown method', 'library.destroy', []],
    ['a method of Object', 'constructor', []],
    ['a missing argument', 'briefing.open', []],
    ['an argument too many', 'library.list', ['all']],
    ['a path in place of an id', 'briefing.open', ['../../etc/passwd']],
    ['an unknown key in a change', 'briefing.save', ['01J0000000000000000000000A', 1, { x: 1 }]]
  ];
  test('refuses what is no method, or none of the window’s, and arguments that are none', async ({
    page
  }) => {
    for (const [what, method, args] of calls) {
      const refusal = await page.evaluate(
        ([name, rest]) =>
          window.standpoint.call(name as never, ...(rest as never)).then(
            () => 'served',
            () => 'refused'
          ),
        [method, args] as const
      );
      expect.soft(refusal, what).toBe('refused');
    }
  });

  test(
    'names a file that was never written: one sentence, nothing opened',
    { tag: '@rest' },
    async ({ page }) => {
      const answer = await page.evaluate(() => window.standpoint.call('file.open', '/etc/passwd'));
      expect(answer).toEqual({
        ok: false,
        error: { code: 'unknown-file', message: 'That file is not known here.' }
      });
    }
  );
});

test(
  'an argument of 100 MB is refused before it is carried anywhere',
  { tag: '@rest' },
  async ({ page }) => {
    const answers = await page.evaluate(() => {
      const bridge = window.standpoint;
      const text = 'x'.repeat(100_000_000);
      const bytes = new Uint8Array(300_000_000);
      return Promise.all([
        bridge.call('article.importText', text, 'text', false),
        bridge.call('library.search', text, false, 1, null),
        bridge.call('bin.remove', Array(20_000_000).fill('') as string[]),
        bridge.call('article.importFile', 'large.pdf', bytes, false),
        bridge.call(text as 'library.list')
      ]);
    });
    expect(answers.map((answer) => !answer.ok && answer.error)).toEqual(
      [50, 50, 50, 200.001, 50].map((limit) => ({
        code: 'too-much-at-once',
        message: `This is more than the ${limit} MB that can be handed over at once. Nothing was changed.`
      }))
    );
  }
);

test(
  'while one question is open another is refused',
  { tag: '@rest' },
  async ({ page, electronApp }) => {
    await electronApp.evaluate(({ dialog }) => {
      const seen = globalThis as unknown as { asked: number; answer: (given: object) => void };
      seen.asked = 0;
      dialog.showMessageBox = (() => {
        seen.asked += 1;
        return new Promise((resolve) => (seen.answer = resolve));
      }) as never;
    });
    const refused = await page.evaluate(async () => {
      const open = () => window.standpoint.call('link.open', 'https://example.org/');
      const [first, ...others] = Array.from({ length: 100 }, open);
      Object.assign(window, { first });
      return (await Promise.all(others)).map((answer) => (answer.ok ? null : answer.error.code));
    });
    expect(refused).toEqual(Array(99).fill('question-open'));
    const answer = () =>
      electronApp.evaluate(() => {
        const seen = globalThis as unknown as { asked: number; answer: (given: object) => void };
        seen.answer({ response: 0 });
        return seen.asked;
      });
    expect(await answer()).toBe(1);
    expect(await page.evaluate(() => window['first'])).toEqual({ ok: true, value: null });
    // The next one may be asked.
    const next = page.evaluate(() => window.standpoint.call('link.open', 'https://example.org/'));
    await expect.poll(answer).toBe(2);
    expect(await next).toEqual({ ok: true, value: null });
  }
);

test('a link opens outside only after a question that shows where it leads', async ({
  page,
  electronApp
}) => {
  await electronApp.evaluate(({ dialog, shell }) => {
    const seen = globalThis as unknown as { asked: string[]; opened: string[]; answer: number };
    Object.assign(seen, { asked: [], opened: [], answer: 0 });
    dialog.showMessageBox = ((_parent: unknown, options: { message: string }) => {
      seen.asked.push(options.message);
      return Promise.resolve({ response: seen.answer, checkboxChecked: false });
    }) as never;
    shell.openExternal = (url) => {
      seen.opened.push(url);
      return Promise.resolve();
    };
  });
  const open = (address: string) =>
    page.evaluate((url) => window.standpoint.call('link.open', url), address);
  await open('https://example.org/a?b=c');
  await electronApp.evaluate(() => Object.assign(globalThis, { answer: 1 }));
  await open('https://example.org/a?b=c');
  const refused = await Promise.all(
    ['javascript:alert(1)', 'file:///etc/passwd', 'app://bundle/index.html', 'nonsense'].map(open)
  );
  const seen = await electronApp.evaluate(() => {
    const { asked, opened } = globalThis as unknown as { asked: string[]; opened: string[] };
    return { asked, opened };
  });
  expect(seen).toEqual({
    asked: Array(2).fill('Open example.org outside Standpoint?') as string[],
    opened: ['https://example.org/a?b=c']
  });
  expect(refused.map((answer) => (answer.ok ? 'opened' : answer.error.code))).toEqual(
    Array(4).fill('link-refused')
  );
});
