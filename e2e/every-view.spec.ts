/**
 * One walk through every view, dialog, menu and form. Each is checked with axe in light and in dark, and for cut
 * or covered controls in small windows. Its accessibility tree is compared with the one in `every-view/snapshots`.
 * `every-view/look.ts` says what is checked in which colours and sizes.
 *
 * After a change that is meant to alter a tree, `npx playwright test e2e/every-view --update-snapshots=all`
 * writes the snapshots anew. Read what has changed in them.
 */
import {
  walkDrafts,
  walkImports,
  walkNewSources,
  walkReference,
  walkSources
} from './every-view/arrivals.js';
import { walkBriefing, walkNotes, walkWriting } from './every-view/briefing.js';
import { walkContradictions, walkCopies } from './every-view/contradictions.js';
import {
  walkAcross,
  walkHandOver,
  walkInformation,
  walkNarrowWindow,
  walkSettings,
  walkTeam
} from './every-view/dialogs.js';
import { walkCollections, walkDeleting, walkSearch } from './every-view/library.js';
import { walkEvidence, walkForms, walkMatrix, walkNames } from './every-view/positions.js';
import { begin } from './every-view/ways.js';
import { test } from './fixtures.js';

// Snapshots hold times of day.
test.use({ env: { TZ: 'UTC' } });

test.beforeEach(({ page }) => begin(page));

test('the briefing, its notes and its editor', { tag: '@rest' }, async ({ page, nativeMenu }) => {
  await walkBriefing(page, nativeMenu);
  await walkNotes(page);
  await walkWriting(page);
});

test('positions and names', { tag: '@rest' }, async ({ page }) => {
  await walkMatrix(page);
  await walkNames(page);
});

test('evidence and forms', { tag: '@rest' }, async ({ page }) => {
  await walkEvidence(page);
  await walkForms(page);
});

test('contradictions and copies', { tag: '@rest' }, async ({ page }) => {
  await walkContradictions(page);
  await walkCopies(page);
});

test('settings, keys and commands', { tag: '@rest' }, async ({ page }) => {
  await walkSettings(page);
});

test('what the program tells about itself', { tag: '@rest' }, async ({ page }) => {
  await walkInformation(page);
});

test('team libraries and a narrow window', { tag: '@rest' }, async ({ page }) => {
  await walkTeam(page);
  await walkNarrowWindow(page);
});

test('what is handed over and compared', { tag: '@rest' }, async ({ page }) => {
  await walkAcross(page);
  await walkHandOver(page);
});

test('the library: searched, collected, emptied', { tag: '@rest' }, async ({ page }) => {
  await walkSearch(page);
  await walkCollections(page);
  await walkDeleting(page);
});

test('sources and suggestions', { tag: '@rest' }, async ({ page, electronApp, home }) => {
  await walkSources(page);
  await walkNewSources(page);
  await walkReference(page, electronApp, home);
});

test('imports and drafts', { tag: '@rest' }, async ({ page }) => {
  await walkImports(page);
  await walkDrafts(page);
});
