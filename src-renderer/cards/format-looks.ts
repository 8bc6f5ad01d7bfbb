/** What each format of a card's words is called, its icon, and the command that is the same by key. */
import Bold from '@lucide/svelte/icons/bold';
import Code from '@lucide/svelte/icons/code';
import Heading from '@lucide/svelte/icons/heading-2';
import Subheading from '@lucide/svelte/icons/heading-3';
import Italic from '@lucide/svelte/icons/italic';
import Link from '@lucide/svelte/icons/link';
import Bullets from '@lucide/svelte/icons/list';
import Numbers from '@lucide/svelte/icons/list-ordered';
import Quote from '@lucide/svelte/icons/text-quote';
import Table from '@lucide/svelte/icons/table';
import type { CommandId } from '../../src-main/domain/commands.js';
import type { TextFormat } from './card-editor/format-commands.js';

interface FormatLook {
  readonly format: TextFormat;
  readonly label: string;
  readonly icon: typeof Bold;
  readonly command: CommandId;
}

/** What words are made, then what lines are made; in the order in which the bar has them. */
export const wordFormats: readonly FormatLook[] = [
  { format: 'bold', label: 'Bold', icon: Bold, command: 'text.bold' },
  { format: 'italic', label: 'Italic', icon: Italic, command: 'text.italic' },
  { format: 'code', label: 'Code', icon: Code, command: 'text.code' },
  { format: 'link', label: 'Link', icon: Link, command: 'text.link' }
];
export const lineFormats: readonly FormatLook[] = [
  { format: 'heading', label: 'Heading', icon: Heading, command: 'text.heading' },
  { format: 'subheading', label: 'Smaller heading', icon: Subheading, command: 'text.subheading' },
  { format: 'bullets', label: 'Bulleted list', icon: Bullets, command: 'text.bullets' },
  { format: 'numbers', label: 'Numbered list', icon: Numbers, command: 'text.numbers' },
  { format: 'quote', label: 'Quotation', icon: Quote, command: 'text.quote' },
  { format: 'table', label: 'Table', icon: Table, command: 'text.table' }
];
/** Whether it goes into a menu where the bar has no room. */
export function isRare(format: TextFormat): boolean {
  return ['code', 'link', 'subheading', 'quote', 'table'].includes(format);
}
/** Where the cursor is in a table. */
export const tableEdits = [
  { format: 'table-row', label: 'Add row' },
  { format: 'table-column', label: 'Add column' },
  { format: 'table-remove-row', label: 'Remove row' },
  { format: 'table-remove-column', label: 'Remove column' }
] as const satisfies readonly { readonly format: TextFormat; readonly label: string }[];
