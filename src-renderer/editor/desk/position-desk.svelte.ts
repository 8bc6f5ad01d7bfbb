/** Work on a position that is being recorded: its form, and the words that it is begun from. */
import { newId } from '../../../src-main/domain/base/values.js';
import {
  emptyPosition,
  recordPosition,
  type PositionForm
} from '../../positions/forms/position-form.js';
import { EntryForm, type FormBasis, type FormNeeds } from './entry-form.svelte.js';
import { named } from '../open/step-names.js';
import type { Voice } from './messages.svelte.js';

export class PositionDesk extends EntryForm<PositionForm> {
  constructor(
    needs: FormNeeds,
    private readonly voice: Voice
  ) {
    super(needs);
  }

  start(draft: PositionForm = emptyPosition()): void {
    this.begin(draft);
  }

  startFrom(basis: FormBasis): void {
    this.begin(emptyPosition([basis.annotation.id]), basis);
  }

  record(draft: PositionForm): void {
    const id = newId();
    this.enter(named.position(id), draft.evidence, (b) => recordPosition(b, draft, undefined, id));
    this.voice.say(`Recorded: ${draft.actor} on ${draft.issue}.`);
  }
}
