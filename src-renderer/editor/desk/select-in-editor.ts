/** What is selected in the open editor, as words of the rendered text that annotations refer to. */
import type { TextSelection } from '../../annotations/annotation-actions.js';
import { trimSpan } from '../../annotations/text/text-nodes.js';
import { mapOf } from '../../markdown/map-markdown.js';
import type { DeskState } from './desk.svelte.js';

/** `null` when no card is being edited, or nothing that is rendered is selected there. */
export function selectedInEditor({ cards, open }: DeskState): TextSelection | null {
  const { editing, editor } = cards;
  if (!editing || !editor || editor.selection.from === editor.selection.to) return null;
  const body = open.briefing.cards.find(({ id }) => id === editing)?.body ?? '';
  const { text, map } = mapOf(body);
  const { from, to } = editor.selection;
  const rendered = map.toRendered({ start: from, end: to });
  const span = rendered && trimSpan(text, rendered);
  return span && { target: { type: 'card', id: editing }, text, span };
}
