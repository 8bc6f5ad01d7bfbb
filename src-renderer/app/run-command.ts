/** What the commands of the program and of the open briefing do, wherever they came from: a key, a menu, the palette. */
import type { Id } from '../../src-main/domain/base/values.js';
import { isOf, type CommandId, type CommandOf } from '../../src-main/domain/commands.js';
import type { Template } from '../../src-main/domain/publication/edition.js';
import type { OpenBriefing } from '../editor/open/open-briefing.svelte.js';
import { editionOf } from '../preview/choose-edition.js';
import { toasts } from '../ui/toasts/toasts.svelte.js';
import { backUp, restoreFromBackup } from './session/libraries.js';
import { call } from './session/client.js';
import { editions } from './session/editions.svelte.js';
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
  /** A briefing was made: it stands in what the library shows. */
  readonly collectNew: (id: Id) => void;
  /** `false` when none is shown. */
  readonly goToMessages: () => boolean;
}

type Deed<A extends unknown[] = []> = (program: CommandContext, ...rest: A) => unknown;

const programDeeds: Readonly<Record<CommandOf<'program'>, Deed>> = {
  'briefing.new': async ({ session, focusTitle, collectNew }) => {
    const before = session.open?.briefing.id;
    await session.create();
    const made = session.open?.briefing;
    if (made?.title === '') focusTitle();
    if (made && made.id !== before) collectNew(made.id);
  },
  'article.add': ({ layout }) => layout.addArticle(),
  'article.import': ({ imports }) => imports.choose(),
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
  'position.across': savedThen(({ layout }) => layout.ask({})),
  'view.library': ({ layout, searchLibrary }) => {
    layout.toggleLibrary();
    if (layout.libraryCovers) searchLibrary();
  },
  'view.messages': ({ goToMessages }) => {
    if (!goToMessages()) toasts.show('There are no messages to read.');
  },
  'view.palette': opening('palette'),
  'view.theme': ({ layout }) => layout.switchTheme(),
  'help.guide': opening('guide'),
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
  'briefing.save': savedThen(() => toasts.show('Everything is saved already, as you write.')),
  'briefing.versions': opening('versions'),
  'briefing.delete': ({ session }, open) => session.remove(open.briefing.id),
  'briefing.one-page': exporting('brief'),
  'briefing.full': exporting('full'),
  'briefing.export': ({ layout }) => layout.export(),
  'briefing.compare': savedThen(opening('compare')),
  'view.page': ({ layout }) => layout.togglePage()
};

export function runCommand(id: CommandId, program: CommandContext): void {
  const { open } = program.session;
  if (isOf('program', id)) void programDeeds[id](program);
  else if (!open) return;
  else if (isOf('briefing', id)) void briefingDeeds[id](program, open);
  else {
    // What is done in the briefing is seen there.
    program.layout.showText();
    program.runOnDesk(id);
  }
}

function opening(dialog: DialogName): Deed {
  return ({ layout }) => (layout.dialog = dialog);
}

/** Asks how the document that is meant is to leave. */
function exporting(template: Template): Deed<[open: OpenBriefing]> {
  return ({ layout, session }, open) => {
    const choice = editions.choiceFor(open, session.preferences.now);
    editions.keep(editionOf(template, choice));
    layout.export();
  };
}

/** What rests on the open briefing as it stands on disk. */
function savedThen(deed: Deed): Deed {
  return async (program) => {
    if (await program.session.leave()) deed(program);
  };
}
