/** A document as it would be printed now, for the window that shows it while it is written: quick, and never a file. */
import type { PageLook, PlacedPart } from '../domain/publication/page-look.js';
import { composeBook, type Book } from '../domain/publication/book.js';
import {
  documentIn,
  fitted,
  stillFits,
  type DocumentVersion
} from '../domain/publication/document/fit.js';
import type { DocumentJob } from '../domain/publication/document-job.js';
import { runsOver, settingOf, usualTypesetter } from './print-document.js';
import { goesOn, tooLongToShow } from './remarks.js';

interface Look extends PageLook {
  readonly version: DocumentVersion;
}

/**
 * Of one briefing. Throws an `ExpectedFailure` where the document cannot be made as it is asked for.
 *
 * @param last the version that is kept as long as it fits; `null` to choose it as printing does.
 */
export async function lookAtDocument(
  job: DocumentJob,
  last: DocumentVersion | null,
  signal?: AbortSignal,
  typesetter = usualTypesetter()
): Promise<Look> {
  const book = composeBook(job);
  const { set } = settingOf(job, book, typesetter, signal);
  const at = async (version: DocumentVersion) => ({
    version,
    ...(await set(documentIn(book, version), 'look'))
  });
  const before = last && (await at(last));
  const isKept = before && stillFits(book, before.version, before.pages);
  const { version, pdf, pages, values } = isKept
    ? before
    : await fitted(book, async (tree, version) => ({
        version,
        ...(await set(tree, 'pages'))
      })).then(({ version }) => at(version));
  const { template, paper } = book.edition;
  const over = runsOver(book, pages, values['page-part'] ?? []);
  if (over && template === 'brief') throw tooLongToShow(over, paper);
  return {
    version,
    pdf,
    places: placesOf(book, values['place'] ?? []),
    remark: over ? goesOn(over, paper) : null
  };
}

/** Where something begins, as the template tells it; its pages count from 1. */
interface ToldPlace extends Omit<PlacedPart, 'of'> {
  readonly name: string;
}

function placesOf({ chapters }: Book, told: readonly unknown[]): PlacedPart[] {
  const ids = new Map(
    chapters.flatMap(({ publication: { cards, texts } }) => [
      ...cards.map(({ anchor, card }) => [anchor, card.id] as const),
      ...texts.map(({ anchor, source }) => [anchor, source.id] as const)
    ])
  );
  return (told as readonly ToldPlace[]).map(({ name, page, x, y }) => ({
    ...{ of: ids.get(name) ?? name, page: page - 1, x, y }
  }));
}
