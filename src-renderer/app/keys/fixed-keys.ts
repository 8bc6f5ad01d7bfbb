/** Keys that are typed on what they act on. They are no commands: they are shown, and stay as they are. */

interface FixedKeys {
  /** Where they are typed. */
  readonly title: string;
  readonly list: readonly { readonly does: string; readonly keys: string }[];
}

export function fixedKeys(mac: boolean): readonly FixedKeys[] {
  return [
    {
      title: 'In the window',
      list: [
        {
          does: 'Larger; smaller; in its usual size',
          keys: mac ? '⌘+, ⌘−, ⌘0' : 'Ctrl++, Ctrl+−, Ctrl+0'
        },
        { does: 'Fill the screen', keys: mac ? '⌃⌘F' : 'F11' }
      ]
    },
    {
      title: 'In an open card',
      list: [
        { does: 'Go on with a list; to the row below in a table', keys: 'Enter' },
        { does: 'Formats to choose from, in an empty paragraph', keys: '/' },
        { does: 'To the bar of formats', keys: mac ? '⌥F10' : 'Alt+F10' },
        { does: 'Indent an item; next cell of a table, or a new row', keys: 'Tab' },
        { does: 'Outdent an item; cell before', keys: mac ? '⇧Tab' : 'Shift+Tab' },
        { does: 'Move a line', keys: mac ? '⌥↑' : 'Alt+↑' },
        { does: 'Leave the editor', keys: 'Escape' }
      ]
    },
    {
      title: 'On a card, source, annotation, position or name',
      list: [
        { does: 'Its menu', keys: 'Shift+F10' },
        { does: 'Move a source in its list', keys: mac ? '⌥↑' : 'Alt+↑' }
      ]
    },
    {
      title: 'On selected words',
      list: [
        { does: 'Highlight in a kind', keys: '1–5' },
        { does: 'Note; tag; figure', keys: 'N, T, F' },
        { does: 'Position; in it: all fields', keys: 'E' },
        { does: 'In it: the issue', keys: '1–7' },
        { does: 'Supports, opposes, conditional, neutral, unclear', keys: 'S, O, C, N, U' },
        { does: 'A stance, and record it at once', keys: mac ? '⇧S …' : 'Shift+S …' },
        { does: 'Change the actor; the day', keys: 'A, D' },
        { does: 'Record; give up', keys: 'Enter, Escape' }
      ]
    },
    {
      title: 'On a statement or a position in New',
      list: [
        { does: 'Choose an issue; no issue; write another', keys: '1–6, 0, I' },
        { does: 'Supports, opposes, conditional, neutral, unclear', keys: 'S, O, C, N, U' },
        { does: 'Accept it; what its other button says', keys: 'Enter, Shift+Enter' },
        { does: 'Dismiss; all fields', keys: 'D, E' },
        { does: 'Next; previous', keys: 'J, K' },
        { does: 'Leave', keys: 'Escape' }
      ]
    },
    {
      title: 'On any other suggestion',
      list: [
        { does: 'Accept', keys: 'A, Enter' },
        { does: 'Accept all likely ones of this kind', keys: mac ? '⇧A' : 'Shift+A' },
        { does: 'Edit', keys: 'E' },
        { does: 'Dismiss', keys: 'D' },
        { does: 'Differs: supersedes what is in force', keys: 'P' },
        { does: 'Differs: contested', keys: 'C' },
        { does: 'Differs: on another issue', keys: 'I' },
        { does: 'Repeats: add as evidence', keys: 'V' },
        { does: 'Merge an actor with another', keys: 'M' },
        { does: 'Split an actor', keys: 'S' },
        { does: 'Reopen a settled one', keys: 'R' }
      ]
    }
  ];
}
