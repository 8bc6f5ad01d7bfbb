/** Lints off the page's thread. What an edit left alone stays the same object here, and is not read again. */
import type { Briefing } from '../../src-main/domain/briefing/briefing.js';
import { applyChange } from '../../src-main/domain/change/change.js';
import { lintBriefing } from '../../src-main/domain/lint/lint-briefing.js';
import type { LintAnswer, LintRequest, SourceTexts } from './lint-in-worker.js';

let held: { readonly briefing: Briefing; readonly texts: SourceTexts } | null = null;

addEventListener('message', ({ data }: MessageEvent<LintRequest>) => {
  postMessage(answer(data));
});

function answer(request: LintRequest): LintAnswer {
  if (request.kind === 'whole') held = request;
  else if (held) {
    held = { ...held, briefing: applyChange(held.briefing, request.change, new Date(0)) };
  }
  if (!held) throw new Error('A change came before its briefing');
  return { kind: 'found', findings: lintBriefing(held.briefing, held.texts, request.today) };
}
