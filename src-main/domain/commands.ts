/**
 * Every command of the program: the one table of facts, from which the palette, the keyboard and the list
 * of keys are made, and the menus, native or drawn by the page, which have some of them. What a command
 * does stands in the record of its area: `app/run-command.ts` for the program and the open briefing,
 * `editor/views/desk-commands.ts` for the desk. A fact without a deed does not compile.
 */

export interface Command {
  readonly title: string;
  /** Under which heading palette, settings and the list of keys have it; its menu, if it is in one. */
  readonly group: GroupName;
  /** Electron accelerator syntax, `CmdOrCtrl+Shift+H`; `null` for a command without a key. */
  readonly key: string | null;
  /**
   * Who carries it out, and with that when: `program` at any time, `briefing` (the window) and `desk`
   * while a briefing is open.
   */
  readonly area: 'program' | 'briefing' | 'desk';
  /** Other words that a person may look for it by in the palette. */
  readonly alsoFoundBy: string;
  /** For the commands that undo or redo a step: which. They have no use without such a step, and name it. */
  readonly step?: 'undo' | 'redo';
}

const groupNames = ['File', 'Edit', 'View', 'Briefing', 'Format', 'Library', 'Help'] as const;
type GroupName = (typeof groupNames)[number];

function command<A extends Command['area']>(area: A) {
  return (group: GroupName, title: string, key: string | null = null, alsoFoundBy = '') => ({
    ...{ area, group, title, key, alsoFoundBy }
  });
}
const atAnyTime = command('program');
const ofBriefing = command('briefing');
const onDesk = command('desk');

export const commands = {
  'briefing.new': atAnyTime('File', 'New briefing', 'CmdOrCtrl+N'),
  'article.add': atAnyTime(
    'File',
    'Add article…',
    'CmdOrCtrl+Shift+V',
    'paste import source new briefing from article to this'
  ),
  'article.import': atAnyTime(
    'File',
    'New briefing from files…',
    'CmdOrCtrl+O',
    'import open article'
  ),
  'source.add': ofBriefing(
    'File',
    'Add files to this briefing…',
    'CmdOrCtrl+Shift+O',
    'source import article'
  ),
  'source.add-from-briefing': ofBriefing(
    'File',
    'Add article from another briefing…',
    null,
    'source'
  ),
  'library.switch': atAnyTime('File', 'Go to briefing…', 'CmdOrCtrl+J', 'open'),
  'briefing.save': ofBriefing('File', 'Save', 'CmdOrCtrl+S'),
  'briefing.versions': ofBriefing('File', 'Versions…', null, 'history restore'),
  'briefing.delete': ofBriefing('File', 'Delete briefing'),
  'annotation.import': onDesk('File', 'Import annotations…'),
  'source.import-references': onDesk('File', 'Import references…'),
  'annotation.export': onDesk('File', 'Export annotations…'),
  'briefing.one-page': ofBriefing('File', 'One page…', 'CmdOrCtrl+P', 'brief PDF print preview'),
  'briefing.full': ofBriefing('File', 'Full briefing…', null, 'PDF print'),
  'briefing.export': ofBriefing(
    'File',
    'Print or export…',
    'CmdOrCtrl+E',
    'PDF export as in another format Word web page Markdown CSV JSON Standpoint file'
  ),
  'app.settings': atAnyTime(
    'File',
    'Settings…',
    'CmdOrCtrl+,',
    'preferences spelling British American dates paper theme name larger text size zoom'
  ),
  'app.quit': atAnyTime('File', 'Quit', 'CmdOrCtrl+Q'),
  'edit.undo': { ...onDesk('Edit', 'Undo', 'CmdOrCtrl+Z'), step: 'undo' },
  'edit.redo': { ...onDesk('Edit', 'Redo', 'CmdOrCtrl+Shift+Z'), step: 'redo' },
  'annotation.copy': onDesk('Edit', 'Copy with citation', 'CmdOrCtrl+Shift+C'),
  'find.open': onDesk('Edit', 'Find in briefing…', 'CmdOrCtrl+F'),
  'find.next': onDesk('Edit', 'Find next', 'CmdOrCtrl+G'),
  'find.previous': onDesk('Edit', 'Find previous', 'CmdOrCtrl+Shift+G'),
  'spelling.suggest': onDesk('Edit', 'Suggest spelling', 'CmdOrCtrl+.'),
  'view.read': onDesk('View', 'Read', 'CmdOrCtrl+1', 'sources text articles'),
  'view.brief': onDesk('View', 'Brief', 'CmdOrCtrl+2', 'briefing cards'),
  'view.positions': onDesk('View', 'Positions', 'CmdOrCtrl+3'),
  'view.new': onDesk('View', 'New', 'CmdOrCtrl+4', 'suggestions statements open points decide'),
  'view.registers': onDesk('View', 'Registers', 'CmdOrCtrl+5', 'evidence outcomes figures events'),
  'view.both': onDesk('View', 'Side by side', 'CmdOrCtrl+Shift+B', 'briefing and source'),
  'view.page': ofBriefing(
    'View',
    'Printed page',
    'CmdOrCtrl+7',
    'live preview print page beside the text'
  ),
  'view.outline': onDesk('View', 'Outline', 'Alt+Shift+O'),
  'annotation.list': onDesk('View', 'Annotations', 'CmdOrCtrl+Shift+A', 'list of notes highlights'),
  'point.list': onDesk('View', 'Open points'),
  'outcome.list': onDesk('View', 'Outcomes'),
  'figure.list': onDesk('View', 'Figures'),
  'event.list': onDesk('View', 'Events', 'CmdOrCtrl+6', 'timeline'),
  'finding.list': onDesk('View', 'To check', null, 'checks findings of the linter'),
  'name.list': onDesk('View', 'Actors and issues', 'Alt+Shift+N'),
  'view.library': atAnyTime('View', 'Show or hide library', 'CmdOrCtrl+Shift+L'),
  'view.palette': atAnyTime('View', 'Find a command…', 'CmdOrCtrl+K'),
  'view.messages': atAnyTime('View', 'Go to messages', 'F8'),
  'view.theme': atAnyTime('View', 'Switch light and dark', null, 'theme'),
  'card.add': onDesk('Briefing', 'Add card', 'CmdOrCtrl+Enter'),
  'card.edit': onDesk('Briefing', 'Edit card', 'F2'),
  'card.confirm': onDesk(
    'Briefing',
    'Confirm card',
    'Alt+Shift+C',
    'review the bottom line unreviewed'
  ),
  'bottom-line.edit': onDesk('Briefing', 'Edit the bottom line', null, 'write'),
  'card.add-words': onDesk('Briefing', 'Add to a card…', null, 'new words quote statement'),
  'card.settle': onDesk('Briefing', 'Decide the difference…'),
  'submission.edit': onDesk('Briefing', 'Fill in the submission', null, 'recommendation to from'),
  'judgement.add': onDesk('Briefing', 'Add key judgement'),
  'card.portion-mark': onDesk('Briefing', 'Marking of this card…', null, 'portion mark'),
  'card.key-point': onDesk('Briefing', 'Key point…', 'Alt+Shift+K', 'one page brief'),
  'card.split': onDesk('Briefing', 'Split card at the cursor', 'CmdOrCtrl+Shift+Enter'),
  'card.merge': onDesk('Briefing', 'Merge with the next card', 'CmdOrCtrl+Shift+J'),
  'card.merge-before': onDesk('Briefing', 'Merge with the card before'),
  'card.fold': onDesk('Briefing', 'Fold or unfold card', 'Alt+Shift+F'),
  'card.delete': onDesk('Briefing', 'Delete card', 'CmdOrCtrl+Shift+Backspace'),
  'card.move-up': onDesk('Briefing', 'Move card up', 'Alt+Shift+Up'),
  'card.move-down': onDesk('Briefing', 'Move card down', 'Alt+Shift+Down'),
  'annotation.highlight': onDesk('Briefing', 'Highlight selection', 'CmdOrCtrl+Shift+H'),
  'annotation.note': onDesk('Briefing', 'Note on selection', 'CmdOrCtrl+Shift+M'),
  'annotation.sentence': onDesk('Briefing', 'Select next sentence', 'CmdOrCtrl+Shift+S'),
  'annotation.attach': onDesk('Briefing', 'Attach annotation to selection', 'CmdOrCtrl+Shift+U'),
  'annotation.margin': onDesk('Briefing', 'Go between text and margin', 'F6'),
  'annotation.tags': onDesk('Briefing', 'Rename and merge tags…'),
  'source.open-original': onDesk('Briefing', 'Open the original of the source'),
  'source.save-original': onDesk('Briefing', 'Save a copy of the original…'),
  'position.add': onDesk('Briefing', 'Record position…', 'CmdOrCtrl+Shift+P'),
  'figure.add': onDesk('Briefing', 'Record figure…', 'CmdOrCtrl+Shift+X'),
  'event.add': onDesk('Briefing', 'Add event…'),
  'outcome.add': onDesk('Briefing', 'Add outcome'),
  'position.remove': onDesk('Briefing', 'Remove the open position'),
  'position.play': onDesk('Briefing', 'Play or pause the history', 'CmdOrCtrl+Shift+Y'),
  'name.merge': onDesk(
    'Briefing',
    'Merge two actors or issues…',
    null,
    'join same names duplicates'
  ),
  'briefing.compare': ofBriefing('Briefing', 'Compare…', 'CmdOrCtrl+Shift+D', 'what changed'),
  'text.bold': onDesk('Format', 'Bold', 'CmdOrCtrl+B'),
  'text.italic': onDesk('Format', 'Italic', 'CmdOrCtrl+I'),
  'text.code': onDesk('Format', 'Code', 'Alt+Shift+M'),
  'text.link': onDesk('Format', 'Link', 'CmdOrCtrl+Shift+K'),
  'text.heading': onDesk('Format', 'Heading', 'Alt+Shift+2'),
  'text.subheading': onDesk('Format', 'Smaller heading', 'Alt+Shift+3'),
  'text.bullets': onDesk('Format', 'Bulleted list', 'CmdOrCtrl+Shift+8'),
  'text.numbers': onDesk('Format', 'Numbered list', 'CmdOrCtrl+Shift+7'),
  'text.quote': onDesk('Format', 'Quotation', 'CmdOrCtrl+Shift+9'),
  'text.table': onDesk('Format', 'Insert table', 'Alt+Shift+T'),
  'text.table-row': onDesk('Format', 'Add table row'),
  'text.table-column': onDesk('Format', 'Add table column'),
  'text.table-remove-row': onDesk('Format', 'Remove table row'),
  'text.table-remove-column': onDesk('Format', 'Remove table column'),
  'library.search': atAnyTime('Library', 'Search the library', 'CmdOrCtrl+Shift+F'),
  'position.across': atAnyTime(
    'Library',
    'Who supports or opposes…',
    'CmdOrCtrl+Shift+W',
    'who stands where actor or issue in the whole library names that are one'
  ),
  'library.open': atAnyTime('Library', 'Libraries…', null, 'open another'),
  'library.bin': atAnyTime('Library', 'Deleted briefings…', null, 'bin'),
  'library.back-up': atAnyTime('Library', 'Back up library…'),
  'library.restore': atAnyTime('Library', 'Restore a backup…'),
  'library.report': atAnyTime('Library', 'Library report…', null, 'check damage'),
  'team.share': atAnyTime('Library', 'Share library…', null, 'team'),
  'team.join': atAnyTime('Library', 'Join a library…', null, 'team invitation'),
  'team.people': atAnyTime('Library', 'People of the library…', 'Alt+Shift+P', 'team'),
  'help.guide': atAnyTime('Help', 'Guide', 'F1'),
  'help.keys': atAnyTime('Help', 'Keyboard shortcuts', 'CmdOrCtrl+/'),
  'help.sample': atAnyTime('Help', 'Open the sample briefing', null, 'example'),
  'help.news': atAnyTime('Help', 'What’s new'),
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

/** All commands by their headings. */
export const commandGroups = groupNames.map((name) => ({
  name,
  ids: commandIds.filter((id) => commands[id].group === name)
}));

interface Menu {
  readonly name: GroupName;
  /** A line parts one from the next. */
  readonly parts: readonly (readonly CommandId[])[];
}

/** What a person looks for in a menu. All else has a button or a menu where it is used, and the palette has it. */
export const menus: readonly Menu[] = [
  {
    name: 'File',
    parts: [
      ['briefing.new', 'article.add', 'library.switch'],
      ['briefing.versions', 'briefing.delete'],
      ['annotation.import', 'source.import-references', 'annotation.export'],
      ['briefing.export'],
      ['app.settings', 'app.quit']
    ]
  },
  {
    name: 'Edit',
    parts: [
      ['edit.undo', 'edit.redo'],
      ['annotation.copy', 'find.open']
    ]
  },
  {
    name: 'View',
    parts: [
      ['view.read', 'view.brief', 'view.positions', 'view.new', 'view.registers'],
      ['view.both', 'view.page', 'view.outline', 'annotation.list'],
      ['view.library', 'view.palette']
    ]
  },
  {
    name: 'Briefing',
    parts: [
      ['card.add', 'card.confirm'],
      ['annotation.highlight', 'annotation.note'],
      ['position.add', 'figure.add', 'outcome.add'],
      ['briefing.compare']
    ]
  },
  {
    name: 'Library',
    parts: [
      ['library.search', 'position.across'],
      ['library.open', 'library.bin', 'library.back-up', 'library.restore'],
      ['team.share', 'team.join', 'team.people']
    ]
  },
  {
    name: 'Help',
    parts: [
      ['help.guide', 'help.keys', 'help.sample'],
      ['help.updates', 'help.log']
    ]
  }
];

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
