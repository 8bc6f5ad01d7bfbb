/** What each command of the table does, wherever it came from: a key, a menu, the palette. */
import { commands, type CommandId } from '../../src-main/domain/commands.js';
import { assertNever } from '../../src-main/domain/base/result.js';
import { spelling } from '../spelling/spelling.svelte.js';
import { toasts } from '../ui/toasts/toasts.svelte.js';
import { backUp, restoreBackup } from './session/backups.js';
import { call } from './session/client.js';
import type { Imports } from './session/imports.js';
import type { Layout } from './layout.svelte.js';
import type { Session } from './session/session.svelte.js';

/** The commands of the open briefing, which its desk carries out. */
export type DeskCommand = Extract<
  CommandId,
  | `card.${string}`
  | `annotation.${string}`
  | 'position.add'
  | 'position.play'
  | `figure.${string}`
  | 'outcome.add'
  | 'event.add'
  | `text.${string}`
  | `find.${string}`
  | `edit.${string}`
  | 'view.both'
  | 'spelling.suggest'
  | 'view.briefing'
  | 'view.source'
  | 'view.positions'
  | 'view.judgement'
  | 'view.timeline'
  | 'view.suggestions'
>;

export interface Program {
  readonly session: Session;
  readonly imports: Imports;
  readonly layout: Layout;
  readonly runOnDesk: (command: DeskCommand) => void;
  readonly searchLibrary: () => void;
  /** `false` when none is shown. */
  readonly goToMessages: () => boolean;
  /** Says in passing what needs no message to dismiss. */
  readonly remark: (text: string) => void;
}

/** Whether there is anything that it could do, for menus: by key a command may say that there is not. */
export function hasUse(id: CommandId, session: Session): boolean {
  if (id === 'edit.undo') return session.open?.undoLabel != null;
  if (id === 'edit.redo') return session.open?.redoLabel != null;
  return canRun(id, session);
}

export function titleOf(id: CommandId, session: Session): string {
  const { title } = commands[id];
  const step = { 'edit.undo': session.open?.undoLabel, 'edit.redo': session.open?.redoLabel };
  const words = id in step ? step[id as keyof typeof step] : null;
  return words ? `${title} ${words}` : title;
}

function canRun(id: CommandId, session: Session): boolean {
  return !commands[id].needsBriefing || session.open !== null;
}

export async function runCommand(id: CommandId, program: Program): Promise<void> {
  const { session, layout } = program;
  if (!canRun(id, session)) return;
  switch (id) {
    case 'briefing.new':
      return session.create();
    case 'article.import':
      return program.imports.choose();
    case 'article.paste':
      return layout.paste();
    case 'briefing.save':
      if (await session.leave()) program.remark('Everything is saved already, as you write.');
      return;
    case 'briefing.export':
    case 'briefing.export-as':
      layout.exportEnding = id === 'briefing.export' ? 'pdf' : 'docx';
      layout.dialog = 'export';
      return;
    case 'briefing.preview':
      if (await session.leave()) layout.preview();
      return;
    case 'briefing.versions':
      layout.dialog = 'versions';
      return;
    case 'library.open':
      layout.dialog = 'libraries';
      return;
    case 'library.back-up':
      return backUp(session, toasts.about('library'));
    case 'library.restore':
      return restoreBackup(session, toasts.about('library'));
    case 'library.bin':
      layout.dialog = 'bin';
      return;
    case 'briefing.delete':
      if (session.open) await session.remove(session.open.briefing.id);
      return;
    case 'app.quit':
      return void call('app.quit');
    case 'library.switch':
      layout.dialog = 'switch';
      return;
    case 'library.search':
      layout.libraryShown = true;
      return program.searchLibrary();
    case 'view.library':
      return layout.toggleLibrary();
    case 'view.theme':
      return layout.switchTheme();
    case 'view.theme-system':
      return layout.setTheme('system');
    case 'spelling.british':
      return spelling.setLanguage('en-GB');
    case 'spelling.american':
      return spelling.setLanguage('en-US');
    case 'spelling.off':
      return spelling.setLanguage('off');
    case 'view.messages':
      if (!program.goToMessages()) program.remark('There is no message.');
      return;
    case 'view.palette':
      layout.dialog = 'palette';
      return;
    case 'briefing.compare':
      if (await session.leave()) layout.dialog = 'compare';
      return;
    case 'position.across':
      if (await session.leave()) layout.dialog = 'across';
      return;
    case 'library.report':
      layout.dialog = 'report';
      return;
    case 'help.keys':
      layout.dialog = 'keys';
      return;
    case 'help.log':
      layout.dialog = 'log';
      return;
    case 'help.licences':
      layout.dialog = 'licences';
      return;
    case 'help.sample':
      return session.openSample();
    case 'edit.undo':
    case 'edit.redo':
    case 'card.add':
    case 'card.edit':
    case 'card.split':
    case 'card.fold':
    case 'card.merge':
    case 'card.delete':
    case 'card.move-up':
    case 'card.move-down':
    case 'annotation.highlight':
    case 'annotation.note':
    case 'annotation.sentence':
    case 'annotation.margin':
    case 'annotation.list':
    case 'annotation.attach':
    case 'annotation.copy':
    case 'annotation.tags':
    case 'annotation.export':
    case 'annotation.import':
    case 'position.add':
    case 'figure.add':
    case 'figure.list':
    case 'outcome.add':
    case 'event.add':
    case 'spelling.suggest':
    case 'find.open':
    case 'find.next':
    case 'find.previous':
    case 'view.both':
    case 'position.play':
    case 'text.bold':
    case 'text.italic':
    case 'text.link':
    case 'text.table':
    case 'text.table-row':
    case 'text.table-column':
    case 'view.briefing':
    case 'view.source':
    case 'view.positions':
    case 'view.judgement':
    case 'view.timeline':
    case 'view.suggestions':
      return program.runOnDesk(id);
    default:
      assertNever(id);
  }
}
