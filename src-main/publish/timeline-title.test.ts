/** Protects the claim that heads the timeline: it is printed in every format, comes back, and nothing stands in its place. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { unpackDocx } from '../article/docx/read-docx.js';
import { Bundle } from '../domain/briefing/bundle.js';
import { applyChange, Change, diffBriefing } from '../domain/change/change.js';
import type { Briefing } from '../domain/briefing/briefing.js';
import type { DocumentJob } from '../domain/publication/document-job.js';
import { fullEdition } from '../domain/publication/edition.js';
import { composePublication } from '../domain/publication/publication.js';
import { asMarkdown } from './briefing-markdown.js';
import { bundleOf } from './bundle-json.js';
import { asDocx } from './docx/briefing-docx.js';
import { asHtml } from './html/briefing-html.js';

const sample = Bundle.parse(
  JSON.parse(
    readFileSync(join(import.meta.dirname, '../../resources/samples/alaska-summit.json'), 'utf8')
  )
);
const claim = 'Only one position moved that weekend';
const neutral = 'What happened when';

function jobOf(part: Partial<Briefing>): DocumentJob {
  const briefing = { ...sample.briefing, ...part };
  return { title: null, parts: [{ ...sample, briefing }], edition: fullEdition };
}

const untagged = (words: string) => words.replace(/<[^>]*>/gu, ' ').replace(/\s+/gu, ' ');
const written: readonly (readonly [string, (job: DocumentJob) => Promise<string>])[] = [
  ['Markdown', (job) => Promise.resolve(asMarkdown(job))],
  ['the web page', (job) => Promise.resolve(untagged(asHtml(job)))],
  [
    'Word',
    async (job) => {
      const parts = unpackDocx('a.docx', await asDocx(job));
      return untagged(Buffer.from(parts['word/document.xml']!).toString());
    }
  ]
];

describe.each(written)('%s', (_format, write) => {
  test('tells the claim below what the section is', async () => {
    const document = await write(jobOf({ timelineTitle: ` ${claim} ` }));
    const at = document.lastIndexOf(neutral);
    expect(at).toBeGreaterThan(0);
    expect(document.slice(at - 80, at + 120)).toContain(claim);
  });

  test('tells what the section is where there is no claim', async () => {
    const document = await write(jobOf({ timelineTitle: ' ' }));
    expect(document).toContain(neutral);
    expect(document).not.toContain(claim);
  });

  test('tells in words what is drawn where no event is listed below the claim', async () => {
    const document = await write(jobOf({ timelineTitle: claim, events: [] }));
    expect(document.slice(document.lastIndexOf(claim))).toMatch(/from support.* to oppos/u);
  });
});

test('the contents list names the claim', () => {
  const { contents } = composePublication({ ...sample.briefing, timelineTitle: claim }, {});
  expect(contents.find(({ anchor }) => anchor === 'timeline')?.heading).toBe(claim);
});

test('it comes back from a bundle, and from a change that is saved', () => {
  const briefing = { ...sample.briefing, timelineTitle: claim };
  const back = Bundle.parse(JSON.parse(JSON.stringify(bundleOf({ ...sample, briefing }))));
  expect(back.briefing.timelineTitle).toBe(claim);
  const change = Change.parse(JSON.parse(JSON.stringify(diffBriefing(sample.briefing, briefing))));
  expect(applyChange(sample.briefing, change, new Date(0)).timelineTitle).toBe(claim);
  expect(Change.parse({ fields: {} }).fields).toEqual({});
});

test('an older file, which knows none, opens without one', () => {
  const old: Partial<Briefing> = { ...sample.briefing };
  delete (old as Record<string, unknown>)['timelineTitle'];
  expect(Bundle.parse({ ...sample, briefing: old }).briefing.timelineTitle).toBe('');
});
