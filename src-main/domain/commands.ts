/**
 * Every command of the program: the one table behind the native menu, the menu that the page draws
 * on the Chromium host, the command palette and the keyboard.
 */

export interface Command {
  readonly title: string;
  /** Electron accelerator syntax, `CmdOrCtrl+Shift+H`; `null` for a command without a key. */
  readonly key: string | null;
  readonly menu: 'File' | 'Edit' | 'Briefing' | 'View' | 'Help';
  /** Needs an open briefing. */
  readonly needsBriefing: boolean;
}

function command(
  menu: Command['menu'],
  title: string,
  key: string | null,
  needsBriefing = false
): Command {
  return { menu, title, key, needsBriefing };
}

export const commands = {
  'briefing.new': command('File', 'New briefing', 'CmdOrCtrl+N'),
  'article.import': command('File', 'Import article…', 'CmdOrCtrl+O'),
  'article.paste': command('File', 'Paste article…', 'CmdOrCtrl+Shift+V'),
  'library.switch': command('File', 'Go to briefing…', 'CmdOrCtrl+J'),
  'briefing.save': command('File', 'Save', 'CmdOrCtrl+S', true),
  'briefing.versions': command('File', 'Versions…', null, true),
  'briefing.delete': command('File', 'Delete briefing', null, true),
  'briefing.preview': command('File', 'Print preview…', 'CmdOrCtrl+P', true),
  'briefing.export': command('File', 'Export PDF…', 'CmdOrCtrl+E', true),
  'briefing.export-as': command('File', 'Export as…', 'CmdOrCtrl+Shift+E', true),
  'annotation.export': command('File', 'Export annotations…', null, true),
  'annotation.import': command('File', 'Import annotations…', null, true),
  'library.open': command('File', 'Libraries…', null),
  'library.back-up': command('File', 'Back up library…', null),
  'library.restore': command('File', 'Restore a backup…', null),
  'library.bin': command('File', 'Deleted briefings…', null),
  'library.report': command('File', 'Library report…', null),
  'app.quit': command('File', 'Quit', 'CmdOrCtrl+Q'),
  'edit.undo': command('Edit', 'Undo', 'CmdOrCtrl+Z', true),
  'edit.redo': command('Edit', 'Redo', 'CmdOrCtrl+Shift+Z', true),
  'annotation.copy': command('Edit', 'Copy with citation', 'CmdOrCtrl+Shift+C', true),
  'text.bold': command('Edit', 'Bold', 'CmdOrCtrl+B', true),
  'text.italic': command('Edit', 'Italic', 'CmdOrCtrl+I', true),
  'text.link': command('Edit', 'Link', 'CmdOrCtrl+Shift+K', true),
  'text.table': command('Edit', 'Insert table', null, true),
  'text.table-row': command('Edit', 'Add table row', null, true),
  'text.table-column': command('Edit', 'Add table column', null, true),
  'find.open': command('Edit', 'Find in briefing…', 'CmdOrCtrl+F', true),
  'find.next': command('Edit', 'Find next', 'CmdOrCtrl+G', true),
  'find.previous': command('Edit', 'Find previous', 'CmdOrCtrl+Shift+G', true),
  'library.search': command('Edit', 'Search the library', 'CmdOrCtrl+Shift+F'),
  'spelling.suggest': command('Edit', 'Suggest spelling', 'CmdOrCtrl+.', true),
  'spelling.british': command('Edit', 'Spelling: British English', null),
  'spelling.american': command('Edit', 'Spelling: American English', null),
  'spelling.off': command('Edit', 'Spelling: off', null),
  'card.add': command('Briefing', 'Add card', 'CmdOrCtrl+Enter', true),
  'card.edit': command('Briefing', 'Edit card', 'F2', true),
  'card.split': command('Briefing', 'Split card at the cursor', 'CmdOrCtrl+Shift+Enter', true),
  'card.merge': command('Briefing', 'Merge with the next card', 'CmdOrCtrl+Shift+J', true),
  'card.fold': command('Briefing', 'Fold or unfold card', 'Alt+Shift+F', true),
  'card.delete': command('Briefing', 'Delete card', 'CmdOrCtrl+Shift+Backspace', true),
  'card.move-up': command('Briefing', 'Move card up', 'Alt+Shift+Up', true),
  'card.move-down': command('Briefing', 'Move card down', 'Alt+Shift+Down', true),
  'annotation.highlight': command('Briefing', 'Highlight selection', 'CmdOrCtrl+Shift+H', true),
  'annotation.note': command('Briefing', 'Note on selection', 'CmdOrCtrl+Shift+M', true),
  'annotation.sentence': command('Briefing', 'Select next sentence', 'CmdOrCtrl+Shift+S', true),
  'annotation.attach': command(
    'Briefing',
    'Attach annotation to selection',
    'CmdOrCtrl+Shift+U',
    true
  ),
  'annotation.margin': command('Briefing', 'Go between text and margin', 'F6', true),
  'annotation.list': command('Briefing', 'List of annotations', 'CmdOrCtrl+Shift+A', true),
  'annotation.tags': command('Briefing', 'Rename and merge tags…', null, true),
  'position.add': command('Briefing', 'Record position…', 'CmdOrCtrl+Shift+P', true),
  'figure.add': command('Briefing', 'Record figure…', 'CmdOrCtrl+Shift+X', true),
  'outcome.add': command('Briefing', 'Add outcome', null, true),
  'event.add': command('Briefing', 'Add event…', null, true),
  'position.play': command('Briefing', 'Play or pause the history', 'CmdOrCtrl+Shift+Y', true),
  'position.across': command('Briefing', 'Who supports or opposes…', 'CmdOrCtrl+Shift+W'),
  'briefing.compare': command('Briefing', 'Compare…', 'CmdOrCtrl+Shift+D', true),
  'view.briefing': command('View', 'Briefing', 'CmdOrCtrl+1', true),
  'view.source': command('View', 'Source', 'CmdOrCtrl+2', true),
  'view.positions': command('View', 'Positions', 'CmdOrCtrl+3', true),
  'view.judgement': command('View', 'Judgement', 'CmdOrCtrl+4', true),
  'view.timeline': command('View', 'Timeline', 'CmdOrCtrl+5', true),
  'view.suggestions': command('View', 'Suggestions', 'CmdOrCtrl+6', true),
  'figure.list': command('View', 'Figures', null, true),
  'view.both': command('View', 'Briefing and source side by side', 'CmdOrCtrl+Shift+B', true),
  'view.library': command('View', 'Show or hide library', 'CmdOrCtrl+Shift+L'),
  'view.messages': command('View', 'Go to messages', 'F8'),
  'view.palette': command('View', 'Command palette', 'CmdOrCtrl+K'),
  'view.theme': command('View', 'Switch light and dark', null),
  'view.theme-system': command('View', 'Light and dark as the system', null),
  'help.keys': command('Help', 'Keyboard shortcuts', 'CmdOrCtrl+/'),
  'help.sample': command('Help', 'Open the sample briefing', null),
  'help.log': command('Help', 'Log', null),
  'help.licences': command('Help', 'Licences', null)
} as const satisfies Record<string, Command>;

export type CommandId = keyof typeof commands;
export const commandIds = Object.keys(commands) as CommandId[];

/** The first commands of groups that a line parts from what is above them in their menu. */
export const groupStarts: ReadonlySet<CommandId> = new Set([
  'briefing.save',
  'briefing.preview',
  'library.open',
  'app.quit',
  'annotation.copy',
  'text.bold',
  'find.open',
  'spelling.suggest',
  'annotation.highlight',
  'position.add',
  'view.library',
  'view.theme'
]);
