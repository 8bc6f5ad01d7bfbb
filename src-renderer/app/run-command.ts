/** What the commands of the program and of the open briefing do, wherever they came from: a key, a menu, the palette. */
import { isOf, type CommandId, type CommandOf } from '../../src-main/domain/commands.js';
import type { OpenBriefing } from '../editor/open/open-briefing.svelte.js';
import { spelling } from '../spelling/spelling.svelte.js';
import { toasts } from '../ui/toasts/toasts.svelte.js';
import { backUp, restoreFromBackup } from './session/libraries.js';
import { call } from './session/client.js';
import type { Imports } from './session/imports.js';
import type { DialogName, Layout } from './layout.svelte.js';
import type { Session } from './session/session.svelte.js';

export interface CommandContext {
  readonly session: Session;
  readonly imports: Imports;
  readonly layout: Layout;
  readonly runOnDesk: (command: CommandOf<'desk'>) => void;
  /** Of a briefing that was just made. */
  readonly focusTitle: () => void;
  readonly searchLibrary: () => void;
  /** `false` when none is shown. */
  readonly goToMessages: () => boolean;
  /** Says in passing what needs no message to dismiss. */
  readonly remark: (text: string) => void;
}

type Deed<A extends unknown[] = []> = (program: CommandContext, ...rest: A) => unknown;

const programDeeds: Readonly<Record<CommandOf<'program'>, Deed>> = {
  'briefing.new': async ({ session, focusTitle }) => {
    await session.create();
    if (session.open?.briefing.title === '') focusTitle();
  },
  'article.import': ({ imports }) => imports.choose(),
  'article.paste': ({ layout }) => layout.paste(),
  'library.switch': opening('switch'),
  'library.open': opening('libraries'),
  'library.back-up': ({ session }) => backUp(session, toasts.about('library')),
  'library.restore': ({ session }) => restoreFromBackup(session, toasts.about('library')),
  'library.bin': opening('bin'),
  'library.report': opening('report'),
  'library.search': ({ layout, searchLibrary }) => {
    layout.libraryShown = true;
    searchLibrary();
  },
  // What is shared already is not shared once more.
  'team.share': ({ layout, session }) =>
    (layout.dialog = session.sharing.team ? 'people' : 'share'),
  'team.join': opening('join'),
  'team.people': opening('people'),
  'app.settings': opening('settings'),
  'app.quit': () => call('app.quit'),
  'spelling.british': () => spelling.setLanguage('en-GB'),
  'spelling.american': () => spelling.setLanguage('en-US'),
  'spelling.off': () => spelling.setLanguage('off'),
  'position.across': savedThen(opening('across')),
  'register.name': savedThen(({ layout }) => layout.showName('actor', '')),
  'view.library': ({ layout }) => layout.toggleLibrary(),
  'view.messages': ({ goToMessages, remark }) => {
    if (!goToMessages()) remark('There is no message.');
  },
  'view.palette': opening('palette'),
  'view.theme': ({ layout }) => layout.switchTheme(),
  'view.theme-system': ({ layout }) => layout.setTheme('system'),
  'help.guide': opening('guide'),
  'help.tour': ({ layout }) => (layout.touring = true),
  'help.keys': opening('keys'),
  'help.sample': ({ session }) => session.openSample(),
  'help.news': opening('news'),
  'help.updates': opening('updates'),
  'help.log': opening('log'),
  'help.licences': opening('licences')
};

const briefingDeeds: Readonly<Record<CommandOf<'briefing'>, Deed<[open: OpenBriefing]>>> = {
  'source.add': ({ imports }) => imports.choose('source'),
  'source.add-from-briefing': ({ layout }) => (layout.dialog = 'source-from'),
  'briefing.save': savedThen(({ remark }) => remark('Everything is saved already, as you write.')),
  'briefing.versions': opening('versions'),
  'briefing.delete': ({ session }, open) => session.remove(open.briefing.id),
  'briefing.preview': savedThen(({ layout }) => layout.preview()),
  'briefing.export': ({ layout }) => layout.export('pdf'),
  'briefing.export-as': ({ layout }) => layout.export('docx'),
  'briefing.compare': savedThen(opening('compare'))
};

export function runCommand(id: CommandId, program: CommandContext): void {
  const { open } = program.session;
  if (isOf('program', id)) void programDeeds[id](program);
  else if (!open) return;
  else if (isOf('briefing', id)) void briefingDeeds[id](program, open);
  else program.runOnDesk(id);
}

function opening(dialog: DialogName): Deed {
  return ({ layout }) => (layout.dialog = dialog);
}

/** What rests on the open briefing as it stands on disk. */
function savedThen(deed: Deed): Deed {
  return async (program) => {
    if (await program.session.leave()) deed(program);
  };
}
