/** Work on a position that is being recorded: its form, and the words that it is begun from. */
import type { Briefing } from '../../../src-main/domain/briefing/briefing.js';
import { newId, type Id } from '../../../src-main/domain/base/id.js';
import {
  emptyDraft,
  recordDraft,
  type PositionDraft
} from '../../positions/forms/position-draft.js';
import { markBasis, withBasis, type FormBasis } from '../open/form-basis.js';
import type { OpenBriefing } from '../open/open-briefing.svelte.js';
import { named } from '../open/step-names.js';
import type { Voice } from './messages.svelte.js';

export class PositionDesk {
  #draft = $state.raw<PositionDraft | null>(null);
  #basis = $state.raw<FormBasis | null>(null);

  constructor(
    private readonly open: OpenBriefing,
    private readonly voice: Voice,
    /** The rendered text of a card or source; `null` when that is gone. */
    private readonly textOf: (target: Id) => string | null,
    /** Leads back to where the form was begun, and to what came of it. */
    private readonly goBack: (basis: FormBasis, recorded: boolean) => void
  ) {}

  /** The position whose form is open; `null` while none is. */
  get draft(): PositionDraft | null {
    return this.#draft;
  }

  /** What the form chooses from. */
  get briefing(): Briefing {
    return withBasis(this.open.briefing, this.#basis);
  }

  start(draft: PositionDraft = emptyDraft()): void {
    this.#draft = draft;
    this.#basis = null;
  }

  startFrom(basis: FormBasis): void {
    this.#draft = emptyDraft([basis.annotation.id]);
    this.#basis = basis;
  }

  cancel(): void {
    const basis = this.#basis;
    this.#draft = null;
    this.#basis = null;
    if (basis) this.goBack(basis, false);
  }

  record(draft: PositionDraft): void {
    const id = newId();
    const basis = this.#basis;
    this.open.edit(named.position(id), (b) => {
      const marked = markBasis(b, basis, draft.evidence, this.textOf);
      return recordDraft(marked, draft, undefined, id);
    });
    this.#draft = null;
    this.#basis = null;
    if (basis) this.goBack(basis, true);
    this.voice.say(`Recorded: ${draft.actor} on ${draft.issue}.`);
  }
}
