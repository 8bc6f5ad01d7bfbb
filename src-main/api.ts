/**
 * The IPC contract: what the page may ask of the main process, and what it is told.
 *
 * Both ends derive from this table: a method without a handler in main does not compile, and main
 * checks arguments and results against the schemas. Paths never cross: the page names a file by a
 * token that main issued after a dialog.
 */
import { z } from './domain/zod.js';
import { Briefing, Summary } from './domain/briefing.js';
import { Change } from './domain/change.js';
import type { CommandId } from './domain/commands.js';
import { Id } from './domain/id.js';
import type { Result } from './domain/result.js';
import { TextHash } from './domain/source.js';

function method<A extends readonly z.ZodType[], R extends z.ZodType>(args: [...A], result: R) {
  return { args: z.tuple(args as never) as unknown as z.ZodTuple<[...A], null>, result };
}

const Nothing = z.null();
/** Paper sizes of a PDF. */
export const Paper = z.enum(['A4', 'Letter']);
export type Paper = z.infer<typeof Paper>;

export const OpenBriefing = z.strictObject({
  briefing: Briefing,
  /** Grows by one with every save; a save names the revision that it rests on. */
  revision: z.int(),
  /** The verbatim text of every source, by its hash. */
  texts: z.record(TextHash, z.string())
});
export type OpenBriefing = z.infer<typeof OpenBriefing>;

/** A file that main wrote. `token` names it in later calls. */
export const WrittenFile = z.strictObject({ token: z.string(), name: z.string() });

/** What an import brought in, and a sentence for each file that could not be read. */
export const Imported = z.strictObject({ ids: z.array(Id), refused: z.array(z.string()) });
export type Imported = z.infer<typeof Imported>;

export const AppInfo = z.strictObject({
  version: z.string(),
  platform: z.string(),
  /** False where the page must draw the menu itself. */
  nativeMenu: z.boolean(),
  /** For people: where the library lies. */
  libraryFolder: z.string()
});
export type AppInfo = z.infer<typeof AppInfo>;

export const Theme = z.enum(['system', 'light', 'dark']);
export type Theme = z.infer<typeof Theme>;

export const PrintJob = z.strictObject({
  briefing: Briefing,
  texts: z.record(TextHash, z.string()),
  paper: Paper
});
export type PrintJob = z.infer<typeof PrintJob>;

export const methods = {
  'app.info': method([], AppInfo),
  'app.quit': method([], Nothing),
  'settings.theme': method([], Theme),
  'settings.setTheme': method([Theme], Nothing),
  'library.list': method([], z.array(Summary)),
  /** Brings the finished sample briefing back, also from the bin, and leaves one that is there. */
  'library.addSample': method([], Id),
  'briefing.create': method([], Id),
  'briefing.open': method([Id], OpenBriefing),
  /** Returns the new revision once the change is safe on disk. Fails with `stale-revision` when it rests on an old one. */
  'briefing.save': method([Id, z.int(), Change], z.int()),
  /** To the bin; `briefing.restore` brings it back. */
  'briefing.delete': method([Id], Nothing),
  'briefing.restore': method([Id], Nothing),
  'article.choose': method([], Imported),
  'article.importFile': method([z.string().max(300), z.instanceof(Uint8Array)], Imported),
  'article.importText': method([z.string()], Imported),
  /** Asks where to, writes the PDF; `null` when the dialog was cancelled. */
  'briefing.exportPdf': method([Id, Paper], WrittenFile.nullable()),
  'file.open': method([z.string()], Nothing),
  'file.showInFolder': method([z.string()], Nothing),
  /** Opens a web or mail address outside the program, after a question that shows its host. */
  'link.open': method([z.string().max(4_000)], Nothing),
  /** Main asked with `flush`; the page has saved, or says that it could not. */
  'flush.done': method([z.boolean()], Nothing),
  /** For the print page only: what to print, and that it stands ready or met a fault of its own. */
  'print.job': method([], PrintJob),
  'print.ready': method([], Nothing),
  'print.failed': method([z.string()], Nothing)
};

export type Methods = typeof methods;
export type MethodName = keyof Methods;
export type Args<M extends MethodName> = z.input<Methods[M]['args']>;
export type Value<M extends MethodName> = z.output<Methods[M]['result']>;

/** What main tells the page. */
export interface Events {
  /** A menu item was chosen. */
  readonly command: CommandId;
  /** The window wants to close: save, then answer with `flush.done`. */
  readonly flush: null;
  /** Briefings came, went or were renamed outside this page's own calls. */
  readonly libraryChanged: null;
  /** Show this briefing: it was opened from outside the window. */
  readonly show: Id;
  /** A sentence for the person, such as a file that could not be opened. */
  readonly notice: string;
  /** To a print page: the page on which each anchor stood in a first printing. It answers with `print.ready`. */
  readonly pageNumbers: Readonly<Record<string, number>>;
}
export type EventName = keyof Events;

/** `window.standpoint`, as the preload script exposes it. */
export interface Bridge {
  call<M extends MethodName>(method: M, ...args: Args<M>): Promise<Result<Value<M>>>;
  /** Returns the function that ends the subscription. */
  on<E extends EventName>(event: E, listener: (payload: Events[E]) => void): () => void;
}
