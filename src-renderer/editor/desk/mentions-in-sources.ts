/** Where the sources of the open briefing name an actor, and the way there. */
import type { Id } from '../../../src-main/domain/base/id.js';
import { renderMarkdown } from '../../../src-main/domain/markdown/render-markdown.js';
import {
  findMentions,
  mentionsOf,
  type Mention,
  type Mentions
} from '../../../src-main/domain/ledger/mentions.js';
import type { Source } from '../../../src-main/domain/briefing/source.js';
import type { DeskState } from './desk.svelte.js';
import type { OpenBriefing } from '../open/open-briefing.svelte.js';

/** Places told of in full; the count is of all. */
const mostShown = 50;

/** `null` for what is no actor. */
export function mentionsInSources(open: OpenBriefing, id: Id): Mentions | null {
  const { actors, sources } = open.briefing;
  const actor = actors.find((each) => each.id === id);
  const texts = sources.map((source) => ({ id: source.id, text: shownText(open, source) }));
  return actor ? mentionsOf(actor, texts, mostShown) : null;
}

/** All mentions of the actor in that source are marked, and this one comes into sight. */
export function leadToMention(desk: DeskState, id: Id, { target, range }: Mention): void {
  const { actors, sources } = desk.open.briefing;
  const actor = actors.find((each) => each.id === id);
  const source = sources.find((each) => each.id === target);
  if (!actor || !source) return;
  const ranges = findMentions(
    shownText(desk.open, source),
    [actor.name, ...actor.aliases],
    actor.type
  );
  const at = ranges.findIndex(({ start }) => start === range.start);
  desk.showSource(target);
  desk.foundWords.markRanges(target, ranges, Math.max(0, at));
}

function shownText({ texts }: OpenBriefing, { text, format }: Source): string {
  const verbatim = texts[text] ?? '';
  return format === 'markdown' ? renderMarkdown(verbatim).text : verbatim;
}
