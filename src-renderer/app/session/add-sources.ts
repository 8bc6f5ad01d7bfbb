/** Articles that become sources of the open briefing: read, compared with those that are there, and added as steps that undo takes back. */
import type { Id } from '../../../src-main/domain/base/values.js';
import { titleOfSource } from '../../../src-main/domain/briefing/source.js';
import {
  additionInWords,
  addSource,
  removeSource,
  type SourceArrival
} from '../../../src-main/domain/sources/add-source.js';
import { counted } from '../../../src-main/domain/text/joined-words.js';
import { quoted } from '../../../src-main/domain/terms/terms.js';
import { personsDates } from '../../dates/persons-dates.svelte.js';
import type { WayBack } from '../../editor/open/moved-step.js';
import type { OpenBriefing } from '../../editor/open/open-briefing.svelte.js';
import { named } from '../../editor/open/step-names.js';
import type { Toasts } from '../../ui/toasts/toasts.svelte.js';
import { CallFailed } from './client.js';
import { inTurn, type NamedItem } from './in-turn.js';

export interface ReadableSource extends NamedItem {
  /** What it would bring to a briefing; a sentence where its bytes cannot be had. */
  readonly read: (briefing: Id, cancel: AbortSignal) => Promise<SourceArrival | string>;
}

export interface SourcePlan {
  readonly items: readonly ReadableSource[];
  /** Sentences of what cannot even be tried. */
  readonly refused?: readonly string[];
}

interface Surroundings {
  readonly toasts: Toasts;
  /** Has the field with the focus hand out what was typed. */
  readonly commitField: () => void;
  readonly showSource: (id: Id) => void;
  /** Keeps what is still to be added. */
  readonly note: (names: readonly string[]) => void;
}

/** What cannot be read is told and passed over; what is there already is led to. */
export async function addSources(
  { items, refused = [] }: SourcePlan,
  open: OpenBriefing,
  { toasts, commitField, showSource, note }: Surroundings
): Promise<void> {
  const told: string[] = [];
  const untaken = [...refused];
  let wayBack: WayBack | null = null;
  let shown: Id | null = null;
  let added = 0;
  const { date } = open.briefing;
  const add = async (item: ReadableSource, cancel: AbortSignal) => {
    // Main compares with what is on disk.
    commitField();
    const isSaved = await open.flush();
    if (!isSaved || open.closed.aborted) {
      const why = isSaved ? 'was closed' : 'is not saved';
      untaken.push(`${item.name} was not added, since the briefing ${why}.`);
      return;
    }
    const found = await readOrSay(item, open.briefing.id, cancel);
    if (typeof found === 'string') untaken.push(found);
    else if (found.is === 'same') {
      const there = open.briefing.sources.find(({ id }) => id === found.source);
      const where = there ? ` as ${quoted(titleOfSource(there))}` : '';
      told.push(`${item.name} is in this briefing already${where}. Nothing was added.`);
      shown = found.source;
    } else {
      const { addition, missing } = found;
      const step = named.sourceAdded(addition.source.id);
      open.addText(addition.source.text, addition.text);
      wayBack = open.editWithWayBack(
        step,
        (briefing) => addSource(briefing, addition),
        (now) => removeSource(now, addition.source.id)
      );
      added += 1;
      told.push(additionInWords(open.briefing, addition));
      untaken.push(...missing);
      shown = addition.source.id;
    }
  };
  const ended = await inTurn(toasts, 'Adding', items, add, note);
  if (ended && !ended.cancelled) untaken.push(ended.reason);
  // What is suggested of a source is drafted from what is on disk.
  if (shown && (await open.flush())) showSource(shown);
  const all = items.length + refused.length;
  const summary = all > 1 ? [`Added ${added} of ${counted(all, 'source')}.`] : [];
  const { date: now } = open.briefing;
  const moved =
    now && now !== date ? [`The briefing’s date is now ${personsDates.inWords(now)}.`] : [];
  const lines = [...summary, ...told, ...moved, ...untaken];
  if (lines.length === 0) return;
  const take = (wayBack as WayBack | null)?.take;
  const actions = take && added === 1 ? [{ label: 'Undo', run: take }] : [];
  toasts[untaken.length > 0 ? 'showFailure' : 'show'](lines.join('\n'), ...actions);
}

async function readOrSay(
  item: ReadableSource,
  briefing: Id,
  cancel: AbortSignal
): Promise<SourceArrival | string> {
  try {
    return await item.read(briefing, cancel);
  } catch (error) {
    if (!(error instanceof CallFailed) || cancel.aborted) throw error;
    return error.message;
  }
}
