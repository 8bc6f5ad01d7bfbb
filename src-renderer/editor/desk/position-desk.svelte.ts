/** Work on a position that is being recorded: its form, and the words that it is begun from. */
import { newId } from '../../../src-main/domain/base/id.js';
import {
  emptyDraft,
  recordDraft,
  type PositionDraft
} from '../../positions/forms/position-draft.js';
import { EntryForm, type FormBasis, type FormNeeds } from './entry-form.svelte.js';
import { named } from '../open/step-names.js';
import type { Voice } from './messages.svelte.js';

export class PositionDesk extends EntryForm<PositionDraft> {
  constructor(
    needs: FormNeeds,
    private readonly voice: Voice
  ) {
    super(needs);
  }

  start(draft: PositionDraft = emptyDraft()): void {
    this.begin(draft);
  }

  startFrom(basis: FormBasis): void {
    this.begin(emptyDraft([basis.annotation.id]), basis);
  }

  record(draft: PositionDraft): void {
    const id = newId();
    this.enter(named.position(id), draft.evidence, (b) => recordDraft(b, draft, undefined, id));
    this.voice.say(`Recorded: ${draft.actor} on ${draft.issue}.`);
  }
}
