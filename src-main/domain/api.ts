/**
 * The IPC contract: what the page may ask of the main process, and what it is told.
 *
 * Both ends derive from this table: a method without a handler in main does not compile, and main
 * checks arguments and results against the schemas. Paths never cross: the page names a file by a
 * token that main issued after a dialog.
 * Over 300 lines because the contract is one table.
 */
import { z } from './base/zod.js';
import {
  AcrossAnswer,
  AcrossQuery,
  LibraryMatrix,
  MatrixQuery
} from './ledger/across-briefings.js';
import { Register } from './ledger/register.js';
import { Briefing, Summary } from './briefing/briefing.js';
import { Change, TagChange } from './change/change.js';
import type { CommandId } from './commands.js';
import { Draft, DraftedParts } from './suggestions/draft.js';
import { TextFile } from './program/article.js';
import { Id, PartialDate } from './base/values.js';
import { ChosenFile, Imported } from './program/imported.js';
import {
  DeletedBriefing,
  LibraryFinding,
  LibraryReport,
  AppInfo,
  Licence,
  Restored
} from './program/library-state.js';
import { Edition, KeptEditions, FormatFacts, PaperSize } from './publication/edition.js';
import { maxArticleBytes, maxLengths } from './base/limits.js';
import { PageLook } from './publication/page-look.js';
import { Preferences, ReadingPlace, SpellingSettings, Theme } from './program/settings.js';
import type { Result } from './base/result.js';
import { SearchAnswer } from './search/answer.js';
import {
  MadeInvitation,
  SealedCopy,
  ServerAccess,
  SharingFolder,
  SharingState,
  BriefingChanges,
  type BroughtBack,
  TeamFounding,
  TeamEntrance,
  TeamInviting,
  TeamJoining,
  TeamParting,
  maxInvitation
} from './program/team-state.js';
import { TextHash } from './briefing/source.js';
import { SourceArrival } from './sources/add-source.js';
import { maxVersionName, OpenVersion, Version, VersionKey } from './briefing/version.js';

function method<A extends readonly z.ZodType[], R extends z.ZodType>(args: [...A], result: R) {
  return { args: z.tuple(args as never) as unknown as z.ZodTuple<[...A], null>, result };
}

const Nothing = z.null();
export const OpenedBriefing = z.strictObject({
  briefing: Briefing,
  /** Grows by one with every save; a save names the revision that it rests on. */
  revision: z.int(),
  /** The verbatim text of every source, by its hash. */
  texts: z.record(TextHash, z.string())
});
export type OpenedBriefing = z.infer<typeof OpenedBriefing>;

/** A file that main wrote. `token` names it in later calls. */
export const WrittenFile = z.strictObject({
  token: z.string(),
  name: z.string(),
  /** Whether `file.drag` can be asked for. */
  drags: z.boolean().optional()
});
export type WrittenFile = z.infer<typeof WrittenFile>;

/** Into which files briefings are exported: one alone, each into its own in a folder, all as a book. */
export const ExportShape = z.union([
  z.enum(['alone', 'each']),
  z.strictObject({ book: z.string().max(maxLengths.title) })
]);
export type ExportShape = z.infer<typeof ExportShape>;

/** How far an export has come. */
export type ExportStage = 'layout' | 'finish' | 'write';

const BackedUp = z.strictObject({
  file: WrittenFile,
  briefings: z.int(),
  /** What could not be taken along since it is damaged, a sentence each. */
  left: z.array(z.string())
});

/** A finished PDF, and the token by which it can be written or printed as it is. */
export const Preview = z.strictObject({
  token: z.string(),
  pdf: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  /** What runs over the one page that a document should have, as a sentence. */
  remark: z.string().nullable()
});
export type Preview = z.infer<typeof Preview>;

export const methods = {
  'app.info': method([], AppInfo),
  'app.licences': method([], z.array(Licence)),
  /** What the program logged of its own faults, the oldest first, and the file that holds it. */
  'app.log': method([], z.strictObject({ text: z.string(), file: WrittenFile })),
  /** The page met a fault of its own: where, and what the engine says of it. */
  'app.reportFault': method([z.string().max(200), z.string().max(20_000)], Nothing),
  'app.quit': method([], Nothing),
  /** Makes a PDF of the guide, which the page hands over as a briefing, and shows it in the system's viewer. */
  'guide.print': method([Briefing, PaperSize], Nothing),
  'settings.preferences': method([], Preferences),
  /** Names this installation on what is recorded here. */
  'settings.device': method([], z.string()),
  'settings.setPreferences': method([Preferences], Nothing),
  'settings.setTheme': method([Theme], Nothing),
  /** Where the person was in a briefing when it was left; `null` when that is not known. */
  'settings.place': method([Id], ReadingPlace.nullable()),
  'settings.setPlace': method([Id, ReadingPlace], Nothing),
  'settings.spelling': method([], SpellingSettings),
  'settings.setSpelling': method([SpellingSettings], Nothing),
  /** The editions that were chosen last, one a template, the latest first. */
  'settings.editions': method([], KeptEditions),
  'settings.keepEdition': method([Edition], Nothing),
  'library.list': method([], z.array(Summary)),
  /** Brings the finished sample briefing back, also from the bin, and leaves one that is there. */
  'library.addSample': method([], Id),
  /** A query as domain/search/query.ts reads it, whether its last word is still being typed, the most groups wanted, and the collection that is searched (`null`: the whole library). */
  'library.search': method(
    [z.string().max(1_000), z.boolean(), z.int().min(1).max(200), Id.nullable()],
    SearchAnswer
  ),
  /** Names in the library that a filter can ask for, those of most briefings first. */
  'library.complete': method(
    [z.enum(['actor', 'issue', 'tag']), z.string().max(300)],
    z.array(z.string())
  ),
  /** Whether to go on reading what the search index lacks. */
  'library.readIndex': method([z.boolean()], Nothing),
  /** Folders of libraries, for people, the open one first; named by their place in the list. */
  'library.recent': method([], z.array(z.string())),
  /** Opens another library: one of `library.recent`, or with `null` one that is asked for and may be new. `false` when the dialog was cancelled. */
  'library.switch': method([z.int().nonnegative().nullable()], z.boolean()),
  /** Returns what undoes it. */
  'library.changeTags': method([z.array(TagChange).max(20_000)], z.array(TagChange)),
  'briefing.create': method([], Id),
  /** Who holds what over the whole library, the latest first, and the most positions wanted. */
  'positions.across': method([AcrossQuery, z.int().min(1).max(1_000)], AcrossAnswer),
  /** Actors against issues over these briefings. */
  'register.matrix': method([MatrixQuery], LibraryMatrix),
  /** What a person has said of the library as a whole: which names are one, collections, saved searches. */
  'register.read': method([], z.strictObject({ revision: z.int(), register: Register })),
  /** Returns the new revision once it is safe on disk. Fails with `stale-revision` when it rests on an old one. */
  'register.save': method([z.int(), Register], z.int()),
  /** To work on it: what an earlier visit has left is kept as a version before a save changes it. */
  'briefing.open': method([Id], OpenedBriefing),
  /** As it stands in the library, to be looked at or compared. */
  'briefing.read': method([Id], OpenedBriefing),
  /** Returns the new revision once the change is safe on disk. Fails with `stale-revision` when it rests on an old one. */
  'briefing.save': method([Id, z.int(), Change], z.int()),
  /** Writes what the page has of a briefing to a file that the person chooses; `null` when they do not. */
  'briefing.saveCopy': method([Briefing, z.record(TextHash, z.string())], WrittenFile.nullable()),
  /** Keeps what the page has of a briefing until the next start, which brings it back. */
  'briefing.rescue': method([Briefing, z.record(TextHash, z.string())], Nothing),
  /** To the bin; `briefing.restore` brings it back. */
  'briefing.delete': method([Id], Nothing),
  'briefing.restore': method([Id], Nothing),
  /** Newest first. */
  'versions.list': method([Id], z.array(Version)),
  /** Keeps the briefing as it is on disk, under a name. */
  'versions.keep': method([Id, z.string().trim().min(1).max(maxVersionName)], Version),
  /** Keeps what a change would make of the briefing, which stays as it is: a state that was undone. Fails with `stale-revision` like a save. */
  'versions.keepUndone': method([Id, z.int(), Change, z.string().max(maxVersionName)], Nothing),
  'versions.open': method([Id, VersionKey], OpenVersion),
  /** The content of a version becomes that of the briefing, whose state until then is kept as a version too. Returns the new revision; fails with `stale-revision` like a save. */
  'versions.restore': method([Id, z.int(), VersionKey], z.int()),
  /** A version becomes a briefing of its own. */
  'versions.copy': method([Id, VersionKey], Id),
  /** Latest deletion first; `briefing.restore` brings one back. They are kept for 30 days. */
  'bin.list': method([], z.array(DeletedBriefing)),
  /** For good, with their versions. */
  'bin.remove': method([z.array(Id)], Nothing),
  /** Asks where to, writes the whole library into one file; `null` when the dialog was cancelled. */
  'library.backUp': method([], BackedUp.nullable()),
  /** Asks for such a file and takes it in, overwriting nothing; `null` when the dialog was cancelled. */
  'library.restoreBackup': method([], Restored.nullable()),
  /** What was found damaged or mended since the library was opened, as sentences. */
  'library.findings': method([], z.array(LibraryFinding)),
  'library.report': method([], LibraryReport),
  /** Of the open library. What follows returns it as it is then; each fails with `not-shared` where it is not. */
  'team.state': method([], SharingState),
  /** Asks for a folder to share through, for people; `null` when the dialog was cancelled. */
  'team.chooseFolder': method([], SharingFolder.nullable()),
  /** Shares the open library. */
  'team.share': method([TeamFounding], SharingState),
  /** Asks for a folder, makes a library there that is shared with others, and opens it. `false` when a dialog was cancelled. */
  'team.join': method([TeamJoining], z.boolean()),
  /** What a line or a recovery sheet says. Nothing is sent. */
  'team.lookAtInvitation': method([z.string().max(maxInvitation)], TeamEntrance),
  /** Asks for the file of an invitation; `null` when that was cancelled. */
  'team.readInvitation': method([], z.string().nullable()),
  'team.invite': method([TeamInviting], MadeInvitation),
  /** An invitation's line, and for whom it is. Asks where to; `null` when that was cancelled. */
  'team.saveInvitation': method(
    [z.string().max(maxInvitation), z.string().max(maxLengths.author)],
    WrittenFile.nullable()
  ),
  /** An invitation, by its id. With its owner’s address this and what follows ends the role on the server too. */
  'team.revoke': method([z.string().max(100), ServerAccess.nullable()], TeamParting),
  /** Somebody who waits, by the device; `team.remove` has a member. */
  'team.admit': method([z.string().max(100)], SharingState),
  'team.remove': method([z.string().max(100), ServerAccess.nullable()], TeamParting),
  'team.leave': method([ServerAccess.nullable()], TeamParting),
  /** Of a briefing, who changed what last; nothing where the library is not shared. */
  'team.changes': method([Id], BriefingChanges),
  /** The new password of this library’s role on its server, where it was changed there. */
  'team.usePassword': method([z.string().min(1).max(1_000)], SharingState),
  /** At once; the library does so also by itself. */
  'team.exchange': method([], SharingState),
  /** Asks for an empty folder, or one with an earlier copy, and writes there all that is kept for the library; `null` when that was cancelled. */
  'team.saveCopy': method([], SealedCopy.nullable()),
  /** Markdown: a secret. */
  'team.recoverySheet': method([], z.string()),
  'team.printRecoverySheet': method([PaperSize], Nothing),
  /** Asks where to; `null` when that was cancelled. */
  'team.saveRecoverySheet': method([], WrittenFile.nullable()),
  /** Reads and verifies every file, and mends nothing. */
  'library.check': method([], z.array(LibraryFinding)),
  /** Asks for files; none when the dialog was cancelled. */
  'article.choose': method([], z.array(ChosenFile)),
  /**
   * A chosen file, by its token. With the flag, an article comes in also when the library holds its text
   * already. These three stop one another, and what was stopped fails with `cancelled`.
   */
  'article.importChosen': method([z.string(), z.boolean()], Imported),
  /** Name and bytes. */
  'article.importFile': method(
    [z.string().max(300), z.instanceof(Uint8Array), z.boolean()],
    Imported
  ),
  'article.importText': method([z.string(), z.enum(['text', 'markdown']), z.boolean()], Imported),
  /**
   * What a chosen file would bring to a briefing as a source. The briefing stays as it is, and what of
   * it is not saved yet is not looked at; the text is kept, so that a save may name it. Stopped like an import.
   */
  'source.readChosen': method([Id, z.string()], SourceArrival),
  'source.readFile': method([Id, z.string().max(300), z.instanceof(Uint8Array)], SourceArrival),
  'source.readText': method([Id, z.string(), z.enum(['text', 'markdown'])], SourceArrival),
  /** The same of a source that another briefing has: its id, then that of the source. Its grades come along. */
  'source.readFrom': method([Id, Id, Id], SourceArrival),
  /** Shows the file that a source of a briefing, as saved, was read from: a PDF or Word document, in the system's viewer. */
  'source.openOriginal': method([Id, Id], Nothing),
  /** Asks where to, and writes a copy of that file; `null` when the dialog was cancelled. */
  'source.saveOriginal': method([Id, Id], WrittenFile.nullable()),
  /** Stops fetching an original from those who share the library, if one is under way; what asked for it fails with `cancelled`. */
  'source.cancelOriginal': method([], Nothing),
  /** Stops the import that is under way, if one is, unless it is being written. */
  'import.cancel': method([], Nothing),
  /** Formatted words from the clipboard as Markdown; empty when they hold none. */
  'article.toMarkdown': method([z.string().max(maxArticleBytes)], z.string()),
  /**
   * The draft of a source of a briefing. The flag drafts also what does not read as English; the date
   * is the day that the article is of, from which its weekdays are counted. A draft under way fails
   * with `cancelled`.
   */
  'draft.source': method([Id, Id, z.boolean(), PartialDate.nullable()], Draft),
  /** What the draft of a source brings to the text of its briefing; the date is as for `draft.source`. */
  'draft.parts': method([Id, Id, PartialDate.nullable()], DraftedParts),
  /** Stops the draft that is under way, if one is. */
  'draft.cancel': method([], Nothing),
  /** The formats that a dialog offers, in its order. */
  'export.formats': method([], z.array(FormatFacts)),
  /**
   * Asks where to, and writes briefings in the format with this ending, in this order; `null` when the
   * dialog was cancelled. Fails with `cancelled` when it is stopped.
   */
  'export.write': method(
    [z.array(Id).min(1).max(20_000), z.string().max(40), Edition, ExportShape],
    WrittenFile.nullable()
  ),
  /**
   * What of briefings is not settled, and which of their signs no bundled font holds, so that a PDF of this
   * edition may show boxes for them: sentences for the person, empty where there is nothing to say.
   */
  'export.remarks': method([z.array(Id).min(1).max(20_000), Edition], z.string()),
  /** Stops the export that is under way, if one is; it then fails with `cancelled`. */
  'export.cancel': method([], Nothing),
  /**
   * Makes the PDF of an edition and keeps it until the next one or `preview.close`. With a title the
   * briefings become a book, in this order; without, there is one. One under way fails with `cancelled`.
   */
  'preview.make': method(
    [z.array(Id).min(1).max(20_000), z.string().max(maxLengths.title).nullable(), Edition],
    Preview
  ),
  /** Stops the preview that is being made, if one is. */
  'preview.cancel': method([], Nothing),
  /** Asks where to, writes the very bytes of the preview; `null` when the dialog was cancelled. */
  'preview.export': method([z.string()], WrittenFile.nullable()),
  /** Opens the document in the system's PDF viewer, to be printed there. */
  'preview.print': method([z.string()], Nothing),
  'preview.close': method([], Nothing),
  /**
   * The pages of a briefing as the page has it, with the texts that the library has. The flag says that it is
   * still being written: a brief that still fits then tells no more than it did, though there may be room by now.
   */
  'page.look': method([Briefing, Edition, z.boolean()], PageLook),
  /** Title of the briefing, ending of an exchange format, and the file's text. Asks where to; `null` when that was cancelled. */
  'annotations.write': method([z.string(), z.string().max(40), z.string()], WrittenFile.nullable()),
  /** Asks for a file; `null` when that was cancelled. */
  'annotations.read': method([], TextFile.nullable()),
  /**
   * Asks for a file of references; `null` when that was cancelled. A save may name sources without a text
   * after it.
   */
  'references.read': method([], TextFile.nullable()),
  'file.open': method([z.string()], Nothing),
  'file.showInFolder': method([z.string()], Nothing),
  /** The person drags a file out of the window: answered when the system has taken over. */
  'file.drag': method([z.string()], Nothing),
  /** Opens a web or mail address outside the program, after a question that shows its host. */
  'link.open': method([z.string().max(4_000)], Nothing),
  /** Main asked with `flush`; the page has saved, or says that it could not. */
  'flush.done': method([z.boolean()], Nothing)
};

export type Methods = typeof methods;
export type MethodName = keyof Methods;
export type Args<M extends MethodName> = z.input<Methods[M]['args']>;
export type Value<M extends MethodName> = z.output<Methods[M]['result']>;

/** What main tells the page. */
export interface Events {
  /** A menu item was chosen. */
  readonly command: CommandId;
  /** The window wants to close: save, then answer with `flush.done`. `true`: the program has been told to end, and what cannot be saved goes to `briefing.rescue` first. */
  readonly flush: boolean;
  /** What the list shows of these from now on, whoever changed them; `null` for one that has gone from it. */
  readonly rowsChanged: readonly { readonly id: Id; readonly row: Summary | null }[];
  /** A briefing was changed behind the page, by these authors. The change rests on the revision before this one; the texts of sources that it brings are in the library. */
  readonly briefingChanged: {
    readonly id: Id;
    readonly revision: number;
    readonly change: Change;
    readonly authors: readonly string[];
  };
  /** A briefing came out of the bin behind the page. */
  readonly broughtBack: BroughtBack;
  /** The register was changed behind the page. */
  readonly registerChanged: null;
  /** What is shared of the open library. */
  readonly teamChanged: SharingState;
  /** How far the search index has been read; `null` once it holds all. */
  readonly searchProgress: { readonly read: number; readonly of: number } | null;
  /** Files were opened from outside the window: import and show them. */
  readonly openFiles: readonly ChosenFile[];
  /** A sentence for the person, such as a file that could not be opened. */
  readonly notice: string;
  /** What there is to say of a document that was made, as a sentence. */
  readonly exportRemark: string;
  /** How far an original is that is fetched from those who share the library, in bytes. Others are at hand. */
  readonly originalProgress: { readonly done: number; readonly of: number };
  /** How far the draft that was asked for has come, from 0 to 1. */
  readonly draftProgress: number;
  /** How far the export that was asked for has come. */
  readonly exportStage: ExportStage;
  /** Which of several briefings is being exported, from 1. */
  readonly exportTurn: { readonly number: number; readonly of: number };
  /** How far the preview that was asked for has come. */
  readonly previewStage: ExportStage;
}
export type EventName = keyof Events;

/** `window.standpoint`, as the preload script exposes it. */
export interface Bridge {
  call<M extends MethodName>(method: M, ...args: Args<M>): Promise<Result<Value<M>>>;
  /** Returns the function that ends the subscription. */
  on<E extends EventName>(event: E, listener: (payload: Events[E]) => void): () => void;
}
