/** What is pasted into an editor: rich text as Markdown, an address over words as their link. */
import { EditorView } from '@codemirror/view';
import { sanitisePasted } from '../../ui/sanitise.js';
import { isAddress, linkWords } from './toggle-mark.js';
import { placeBlocks } from '../cut-words.js';
import { isFormatted, toMarkdown } from './rich-text.js';
import { dispatchMarked } from './mark-field.js';

export const pasteAsMarkdown = EditorView.domEventHandlers({
  paste(event, view) {
    const { clipboardData } = event;
    if (!clipboardData) return false;
    const { from, to, empty } = view.state.selection.main;
    const plain = clipboardData.getData('text/plain');
    if (!empty && isAddress(plain.trim())) {
      dispatchMarked(view, linkWords(view.state.doc.toString(), from, to, plain.trim()));
      event.preventDefault();
      return true;
    }
    const markdown = markdownOf(clipboardData.getData('text/html'));
    if (markdown === null) return false;
    const placed = placeBlocks(view.state.doc.toString(), from, to, markdown);
    view.dispatch(view.state.replaceSelection(placed), {
      userEvent: 'input.paste',
      scrollIntoView: true
    });
    event.preventDefault();
    return true;
  }
});

/** `null` where plain text loses nothing. */
function markdownOf(html: string): string | null {
  if (html === '') return null;
  const nodes = sanitisePasted(html);
  return isFormatted(nodes) ? toMarkdown(nodes) : null;
}
