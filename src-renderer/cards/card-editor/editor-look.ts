/** How Markdown looks while it is edited: the tokens of the design, marks of the syntax in the background. */
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { annotationKinds } from '../../../src-main/domain/briefing/annotation.js';

const theme = EditorView.theme({
  '&': { color: 'var(--text)', backgroundColor: 'transparent' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': {
    fontFamily: 'var(--font-text)',
    fontSize: 'var(--size-text)',
    lineHeight: 'var(--leading-text)',
    overflow: 'visible'
  },
  '.cm-content': { minWidth: '0', padding: '0', caretColor: 'var(--accent)' },
  '.cm-line': { padding: '0', unicodeBidi: 'plaintext' },
  ...Object.fromEntries(
    annotationKinds.map((kind) => [
      `.cm-note-${kind}`,
      {
        backgroundColor: `var(--${kind}-tint)`,
        textDecoration: `var(--${kind}-underline)`
      }
    ])
  ),
  '.cm-note-active': {
    boxShadow: 'inset 0 0 0 999px color-mix(in srgb, var(--accent) 18%, transparent)'
  },
  '.cm-misspelt': { textDecoration: 'underline wavy var(--danger) 1px' },
  '.cm-placeholder': { color: 'var(--text-soft)', fontStyle: 'italic' }
});

const markdownStyle = HighlightStyle.define([
  { tag: tags.heading1, fontFamily: 'var(--font-ui)', fontWeight: '700', fontSize: '1.2em' },
  { tag: tags.heading2, fontFamily: 'var(--font-ui)', fontWeight: '700', fontSize: '1.1em' },
  { tag: tags.heading, fontFamily: 'var(--font-ui)', fontWeight: '700' },
  { tag: tags.strong, fontWeight: '700' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: tags.strikethrough, textDecoration: 'line-through' },
  { tag: tags.link, color: 'var(--accent)' },
  { tag: tags.url, color: 'var(--text-soft)' },
  { tag: tags.quote, color: 'var(--text-soft)', fontStyle: 'italic' },
  { tag: tags.monospace, fontFamily: 'var(--font-code)', fontSize: '0.9em' },
  { tag: tags.processingInstruction, color: 'var(--text-soft)' },
  { tag: tags.contentSeparator, color: 'var(--text-soft)' }
]);

/** `nonce` lets the editor add its style sheet under the page's security policy. */
export function editorLook(nonce: string): Extension {
  return [EditorView.cspNonce.of(nonce), theme, syntaxHighlighting(markdownStyle)];
}
