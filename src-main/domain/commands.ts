/**
 * Every command of the program: the one table of facts, from which the native menu, the menu that
 * the page draws on the Chromium host, the palette, the keyboard and the list of keys are made. What a
 * command does stands in the record of its area: `app/run-command.ts` for the program and the open
 * briefing, `editor/views/desk-commands.ts` for the desk. A fact without a deed does not compile.
 */

export interface Command {
  readonly title: string;
  readonly menu: MenuName;
  /** Electron accelerator syntax, `CmdOrCtrl+Shift+H`; `null` for a command without a key. */
  readonly key: string | null;
  /**
   * Who carries it out, and with that when: `program` at any time, `briefing` (the window) and `desk`
   * while a briefing is open.
   */
  readonly area: 'program' | 'briefing' | 'desk';
  /** For the commands that undo or redo a step: which. They have no use without such a step, and name it. */
  readonly step?: 'undo' | 'redo';
  /** Other words that a person may look for it by in the palette. */
  readonly alsoFoundBy?: string;
  /** A line parts it from what is above it in its menu. */
  readonly beginsGroup?: boolean;
}

type MenuName = 'File' | 'Edit' | 'Format' | 'Briefing' | 'View' | 'Help';

function command<A extends Command['area']>(area: A) {
  return (menu: MenuName, title: string, key: string | null = null) => ({ area, menu, title, key });
}
const atAnyTime = command('program');
const ofBriefing = command('briefing');
const onDesk = command('desk');

export const commands = {
  'briefing.new': atAnyTime('File', 'New briefing', 'CmdOrCtrl+N'),
  'article.import': atAnyTime('File', 'Import article…', 'CmdOrCtrl+O'),
  'source.add': ofBriefing('File', 'Add source…', 'CmdOrCtrl+Shift+O'),
  'source.add-from-briefing': ofBriefing('File', 'Add source from another briefing…'),
  'article.paste': atAnyTime('File', 'Paste article…', 'CmdOrCtrl+Shift+V'),
  'library.switch': atAnyTime('File', 'Go to briefing…', 'CmdOrCtrl+J'),
  'briefing.save': { ...ofBriefing('File', 'Save', 'CmdOrCtrl+S'), beginsGroup: true },
  'briefing.versions': ofBriefing('File', 'Versions…'),
  'briefing.delete': ofBriefing('File', 'Delete briefing'),
  'briefing.preview': { ...ofBriefing('File', 'Print preview…', 'CmdOrCtrl+P'), beginsGroup: true },
  'briefing.export': ofBriefing('File', 'Export PDF…', 'CmdOrCtrl+E'),
  'briefing.export-as': ofBriefing('File', 'Export as…', 'CmdOrCtrl+Shift+E'),
  'annotation.export': onDesk('File', 'Export annotations…'),
  'annotation.import': onDesk('File', 'Import annotations…'),
  'source.import-references': onDesk('File', 'Import references…'),
  'library.open': { ...atAnyTime('File', 'Libraries…'), beginsGroup: true },
  'library.back-up': atAnyTime('File', 'Back up library…'),
  'library.restore': atAnyTime('File', 'Restore a backup…'),
  'library.bin': atAnyTime('File', 'Deleted briefings…'),
  'library.report': atAnyTime('File', 'Library report…'),
  'team.share': { ...atAnyTime('File', 'Share library…'), beginsGroup: true },
  'team.join': atAnyTime('File', 'Join a library…'),
  'team.people': atAnyTime('File', 'People of the library…', 'Alt+Shift+P'),
  'app.settings': { ...atAnyTime('File', 'Settings…', 'CmdOrCtrl+,'), beginsGroup: true },
  'app.quit': { ...atAnyTime('File', 'Quit', 'CmdOrCtrl+Q'), beginsGroup: true },
  'edit.undo': { ...onDesk('Edit', 'Undo', 'CmdOrCtrl+Z'), step: 'undo' },
  'edit.redo': { ...onDesk('Edit', 'Redo', 'CmdOrCtrl+Shift+Z'), step: 'redo' },
  'annotation.copy': {
    ...onDesk('Edit', 'Copy with citation', 'CmdOrCtrl+Shift+C'),
    beginsGroup: true
  },
  'find.open': { ...onDesk('Edit', 'Find in briefing…', 'CmdOrCtrl+F'), beginsGroup: true },
  'find.next': onDesk('Edit', 'Find next', 'CmdOrCtrl+G'),
  'find.previous': onDesk('Edit', 'Find previous', 'CmdOrCtrl+Shift+G'),
  'library.search': atAnyTime('Edit', 'Search the library', 'CmdOrCtrl+Shift+F'),
  'spelling.suggest': { ...onDesk('Edit', 'Suggest spelling', 'CmdOrCtrl+.'), beginsGroup: true },
  'spelling.british': atAnyTime('Edit', 'Spelling: British English'),
  'spelling.american': atAnyTime('Edit', 'Spelling: American English'),
  'spelling.off': atAnyTime('Edit', 'Spelling: off'),
  'text.bold': onDesk('Format', 'Bold', 'CmdOrCtrl+B'),
  'text.italic': onDesk('Format', 'Italic', 'CmdOrCtrl+I'),
  'text.code': onDesk('Format', 'Code', 'Alt+Shift+M'),
  'text.link': onDesk('Format', 'Link', 'CmdOrCtrl+Shift+K'),
  'text.heading': { ...onDesk('Format', 'Heading', 'Alt+Shift+2'), beginsGroup: true },
  'text.subheading': onDesk('Format', 'Smaller heading', 'Alt+Shift+3'),
  'text.bullets': onDesk('Format', 'Bulleted list', 'CmdOrCtrl+Shift+8'),
  'text.numbers': onDesk('Format', 'Numbered list', 'CmdOrCtrl+Shift+7'),
  'text.quote': onDesk('Format', 'Quotation', 'CmdOrCtrl+Shift+9'),
  'text.table': { ...onDesk('Format', 'Insert table', 'Alt+Shift+T'), beginsGroup: true },
  'text.table-row': onDesk('Format', 'Add table row'),
  'text.table-column': onDesk('Format', 'Add table column'),
  'text.table-remove-row': onDesk('Format', 'Remove table row'),
  'text.table-remove-column': onDesk('Format', 'Remove table column'),
  'card.add': onDesk('Briefing', 'Add card', 'CmdOrCtrl+Enter'),
  'card.edit': onDesk('Briefing', 'Edit card', 'F2'),
  'card.confirm': onDesk('Briefing', 'Confirm card', 'Alt+Shift+C'),
  'card.settle': onDesk('Briefing', 'Settle the difference…'),
  'bottom-line.confirm': onDesk('Briefing', 'Confirm the bottom line'),
  'submission.edit': onDesk('Briefing', 'Fill in the submission'),
  'judgement.add': onDesk('Briefing', 'Add key judgement'),
  'card.portion-mark': onDesk('Briefing', 'Portion mark of the card'),
  'card.key-point': onDesk('Briefing', 'Key point for the brief', 'Alt+Shift+K'),
  'card.split': onDesk('Briefing', 'Split card at the cursor', 'CmdOrCtrl+Shift+Enter'),
  'card.merge': onDesk('Briefing', 'Merge with the next card', 'CmdOrCtrl+Shift+J'),
  'card.merge-before': onDesk('Briefing', 'Merge with the card before'),
  'card.fold': onDesk('Briefing', 'Fold or unfold card', 'Alt+Shift+F'),
  'card.delete': onDesk('Briefing', 'Delete card', 'CmdOrCtrl+Shift+Backspace'),
  'card.move-up': onDesk('Briefing', 'Move card up', 'Alt+Shift+Up'),
  'card.move-down': onDesk('Briefing', 'Move card down', 'Alt+Shift+Down'),
  'annotation.highlight': {
    ...onDesk('Briefing', 'Highlight selection', 'CmdOrCtrl+Shift+H'),
    beginsGroup: true
  },
  'annotation.note': onDesk('Briefing', 'Note on selection', 'CmdOrCtrl+Shift+M'),
  'annotation.sentence': onDesk('Briefing', 'Select next sentence', 'CmdOrCtrl+Shift+S'),
  'annotation.attach': onDesk('Briefing', 'Attach annotation to selection', 'CmdOrCtrl+Shift+U'),
  'annotation.margin': onDesk('Briefing', 'Go between text and margin', 'F6'),
  'annotation.list': onDesk('Briefing', 'List of annotations', 'CmdOrCtrl+Shift+A'),
  'annotation.tags': onDesk('Briefing', 'Rename and merge tags…'),
  'source.open-original': {
    ...onDesk('Briefing', 'Open the original of the source'),
    beginsGroup: true
  },
  'source.save-original': onDesk('Briefing', 'Save a copy of the original…'),
  'position.add': {
    ...onDesk('Briefing', 'Record position…', 'CmdOrCtrl+Shift+P'),
    beginsGroup: true
  },
  'figure.add': onDesk('Briefing', 'Record figure…', 'CmdOrCtrl+Shift+X'),
  'outcome.add': onDesk('Briefing', 'Add outcome'),
  'event.add': onDesk('Briefing', 'Add event…'),
  'position.remove': onDesk('Briefing', 'Remove the open position'),
  'position.play': onDesk('Briefing', 'Play or pause the history', 'CmdOrCtrl+Shift+Y'),
  'position.across': atAnyTime('Briefing', 'Who supports or opposes…', 'CmdOrCtrl+Shift+W'),
  'name.merge': {
    ...onDesk('Briefing', 'Merge two actors or issues…'),
    alsoFoundBy: 'join same names duplicates'
  },
  'register.name': atAnyTime('Briefing', 'Actor or issue in the whole library…', 'Alt+Shift+W'),
  'briefing.compare': ofBriefing('Briefing', 'Compare…', 'CmdOrCtrl+Shift+D'),
  'view.briefing': onDesk('View', 'Briefing', 'CmdOrCtrl+1'),
  'view.sources': onDesk('View', 'Sources', 'CmdOrCtrl+2'),
  'view.positions': onDesk('View', 'Positions', 'CmdOrCtrl+3'),
  'view.evidence': onDesk('View', 'Evidence', 'CmdOrCtrl+4'),
  'view.new': onDesk('View', 'New', 'CmdOrCtrl+5'),
  'point.list': { ...onDesk('View', 'Open points'), beginsGroup: true },
  'outcome.list': onDesk('View', 'Outcomes'),
  'figure.list': onDesk('View', 'Figures'),
  'event.list': onDesk('View', 'Timeline', 'CmdOrCtrl+6'),
  'finding.list': onDesk('View', 'Findings of the linter'),
  'suggestion.list': onDesk('View', 'Suggestions'),
  'view.outline': { ...onDesk('View', 'Outline', 'Alt+Shift+O'), beginsGroup: true },
  'name.list': onDesk('View', 'Actors and issues', 'Alt+Shift+N'),
  'view.both': onDesk('View', 'Briefing and source side by side', 'CmdOrCtrl+Shift+B'),
  'view.library': {
    ...atAnyTime('View', 'Show or hide library', 'CmdOrCtrl+Shift+L'),
    beginsGroup: true
  },
  'view.messages': atAnyTime('View', 'Go to messages', 'F8'),
  'view.palette': atAnyTime('View', 'Command palette', 'CmdOrCtrl+K'),
  'view.theme': { ...atAnyTime('View', 'Switch light and dark'), beginsGroup: true },
  'view.theme-system': atAnyTime('View', 'Light and dark as the system'),
  'help.guide': atAnyTime('Help', 'Guide', 'F1'),
  'help.tour': atAnyTime('Help', 'Tour of five steps'),
  'help.keys': atAnyTime('Help', 'Keyboard shortcuts', 'CmdOrCtrl+/'),
  'help.sample': atAnyTime('Help', 'Open the sample briefing'),
  'help.news': { ...atAnyTime('Help', 'What’s new'), beginsGroup: true },
  'help.updates': atAnyTime('Help', 'Check for updates…'),
  'help.log': atAnyTime('Help', 'Log'),
  'help.licences': atAnyTime('Help', 'Licences')
} as const satisfies Record<string, Command>;

export type CommandId = keyof typeof commands;
/** The commands of an area. */
export type CommandOf<A extends Command['area']> = {
  [K in CommandId]: (typeof commands)[K]['area'] extends A ? K : never;
}[CommandId];

export const commandIds = Object.keys(commands) as CommandId[];

/** The menus in their order, each with its commands. */
export const menus = (['File', 'Edit', 'Format', 'Briefing', 'View', 'Help'] as const).map(
  (name) => ({
    name,
    ids: commandIds.filter((id) => commands[id].menu === name)
  })
);

export function factsOf(id: CommandId): Command {
  return commands[id];
}

export function isOf<A extends Command['area']>(area: A, id: CommandId): id is CommandOf<A> {
  return commands[id].area === area;
}

/** Of the open briefing: the steps that undo and redo would take, in words; `null` for none. */
interface NextSteps {
  readonly undoLabel: string | null;
  readonly redoLabel: string | null;
}

/**
 * Whether there is anything that it could do, for menus: by key a command may say that there is not.
 *
 * @param open `null` while no briefing is open.
 */
export function hasUse(id: CommandId, open: NextSteps | null): boolean {
  const { area, step } = factsOf(id);
  if (area === 'program') return true;
  return open !== null && (!step || open[`${step}Label`] !== null);
}

/** Its title, with the step that it would undo or redo. */
export function commandTitle(id: CommandId, open: NextSteps | null): string {
  const { title, step } = factsOf(id);
  const label = step && open?.[`${step}Label`];
  return label ? `${title} ${label}` : title;
}
