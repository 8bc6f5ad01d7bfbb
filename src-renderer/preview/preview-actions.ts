/** What the preview asks of the program. */
import type { ExportStage, Preview, PrintOutcome, WrittenFile } from '../../src-main/domain/api.js';
import type { Edition } from '../../src-main/domain/publication/edition.js';

export interface PreviewActions {
  /** One that is under way then fails. */
  readonly make: (edition: Edition) => Promise<Preview>;
  readonly cancel: () => void;
  /** Nothing is shown any more: what was kept for it can go. */
  readonly close: () => void;
  /** Writes what is shown; `null` when the person named no place. */
  readonly exportShown: (token: string) => Promise<WrittenFile | null>;
  readonly print: (token: string) => Promise<PrintOutcome>;
  readonly openFile: (file: WrittenFile) => Promise<void>;
  readonly showInFolder: (file: WrittenFile) => Promise<void>;
  /** Returns the function that ends the listening. */
  readonly onStage: (listener: (stage: ExportStage) => void) => () => void;
  readonly sentenceFor: (error: unknown) => string;
}
