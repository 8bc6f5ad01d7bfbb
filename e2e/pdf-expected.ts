/** What a PDF must show and carry, told by the model: of one briefing, or of a book of several. */
import type { Annotation } from '../src-main/domain/briefing/annotation.js';
import type { Bundle } from '../src-main/domain/briefing/bundle.js';
import { composeBook, titleAnchor } from '../src-main/domain/publication/book.js';
import { fullEdition } from '../src-main/domain/publication/edition.js';
import {
  composePublication,
  hasContentsList,
  type ContentsEntry,
  type Publication
} from '../src-main/domain/publication/publication.js';

export interface Expected {
  readonly title: string;
  /** What the contents list names. */
  readonly listed: readonly ContentsEntry[];
  readonly outline: readonly Outlined[];
  /** By the name of its highlight. */
  readonly annotations: readonly (readonly [string, Annotation])[];
  readonly bundles: readonly Bundle[];
}

export interface Outlined {
  readonly title: string;
  readonly kids: readonly Outlined[];
}

export interface BookOf {
  readonly title: string;
  readonly bundles: readonly Bundle[];
}

export function expectedOf(of: Bundle | BookOf): Expected {
  return 'bundles' in of ? ofBook(of) : ofBriefing(of);
}

function ofBriefing(bundle: Bundle): Expected {
  const publication = composePublication(bundle.briefing, bundle.texts);
  return {
    title: publication.title,
    listed: publication.contents,
    outline: [outlined(publication)],
    annotations: bundle.briefing.annotations.map((each) => [each.id, each]),
    bundles: [bundle]
  };
}

function ofBook({ title, bundles }: BookOf): Expected {
  const book = composeBook({ title, parts: bundles, edition: fullEdition });
  return {
    title: book.title,
    listed: book.chapters.flatMap(({ prefix, publication }) => [
      { anchor: prefix + titleAnchor, heading: publication.title },
      ...(hasContentsList(publication) ? publication.contents : []).map(({ anchor, heading }) => ({
        anchor: prefix + anchor,
        heading
      }))
    ]),
    outline: [
      { title: book.title, kids: [] },
      ...book.chapters.map(({ publication }) => outlined(publication))
    ],
    annotations: book.chapters.flatMap(({ prefix, publication }) =>
      publication.briefing.annotations.map((each) => [prefix + each.id, each] as const)
    ),
    bundles
  };
}

function outlined({ title, briefing, contents, edition, pageOne, words }: Publication): Outlined {
  const headings = contents.map(({ heading }) => heading);
  const first = briefing.bottomLineReviewed ? 'Bottom line' : 'Bottom line · unreviewed';
  const { asks, judgements, options, sources } = pageOne;
  const { recommendation, judgements: judged, options: set, sources: rests } = words.pageOne;
  const hasPageOne = edition.template !== 'brief' && edition.template !== 'changes';
  const kids = [
    ...(hasPageOne && asks.length > 0 ? [recommendation] : []),
    ...(briefing.bottomLine.trim() ? [first] : []),
    ...(hasPageOne && judgements.length > 0 ? [judged] : []),
    ...(hasPageOne && options.length > 0 ? [set] : []),
    ...(hasPageOne && sources.length > 0 ? [rests] : []),
    ...headings
  ];
  return { title, kids: kids.map((heading) => ({ title: heading, kids: [] })) };
}
