/** Drafts the annotated articles and counts what is right, by what is drafted. */
import type { Draft } from '../../src-main/domain/suggestions/draft.js';
import { draftArticle } from '../../src-main/draft/draft-article.js';
import type { AnnotatedArticle } from './articles.js';
import { naiveNames, naiveRelations } from './naive.js';
import { bCubed, type Count, matchRelations, newCount } from './score.js';

const measured = [
  'relations',
  'relations with source',
  'indirect relations',
  'relations at 0.9 or more',
  'persons',
  'organisations',
  'alias clusters (B³)',
  'dates',
  'date values',
  'figures',
  'naive relations',
  'naive persons'
] as const;
export type Measure = (typeof measured)[number];
export type Quality = Record<Measure, Count>;

export function qualityOf(articles: readonly AnnotatedArticle[]): Quality {
  const quality = Object.fromEntries(measured.map((what) => [what, newCount()])) as Quality;
  for (const annotated of articles) addTo(quality, annotated, draftArticle(annotated.article));
  return quality;
}

function addTo(quality: Quality, annotated: AnnotatedArticle, draft: Draft): void {
  const { text } = annotated.article;
  const { relations } = annotated;
  const matched = matchRelations(draft.attributions, relations);
  const sure = draft.attributions.filter(({ confidence }) => confidence >= 0.9).length;
  const rightAndSure = matched.filter(
    ({ found }) => (draft.attributions[found]?.confidence ?? 0) >= 0.9
  );
  const isIndirect = (i: number) =>
    relations[i]?.content.every(({ start, end }) => !/["“”‘]|''/.test(text.slice(start, end)));
  const indirect = relations.filter((_, i) => isIndirect(i)).length;
  add(quality['relations'], matched.length, draft.attributions.length, relations.length);
  add(
    quality['relations with source'],
    matched.filter(({ source }) => source).length,
    draft.attributions.length,
    relations.length
  );
  add(quality['relations at 0.9 or more'], rightAndSure.length, sure, relations.length);
  add(
    quality['indirect relations'],
    matched.filter(({ marked }) => isIndirect(marked)).length,
    draft.attributions.filter(({ kind }) => kind === 'indirect').length,
    indirect
  );
  const naive = naiveRelations(text);
  add(
    quality['naive relations'],
    matchRelations(naive, relations).length,
    naive.length,
    relations.length
  );
  addNames(quality['persons'], draft, 'person', annotated.persons);
  addNames(quality['organisations'], draft, 'organisation', annotated.organisations);
  const names = naiveNames(text);
  add(
    quality['naive persons'],
    annotated.persons.filter((person) => person.some((name) => names.includes(name))).length,
    names.length,
    annotated.persons.length
  );
  const clusters = draft.actors.map(({ name, aliases }) => [name, ...aliases]);
  const cubed = bCubed(clusters, [...annotated.persons, ...annotated.organisations]);
  add(quality['alias clusters (B³)'], cubed.right, cubed.found, cubed.marked);
  addDates(quality, draft, annotated);
  const figures = annotated.figures.filter(({ text: words, value }) =>
    draft.figures.some(
      (figure) =>
        near(figure.text, words) &&
        Math.abs(figure.value - value) < 1e-6 * Math.max(1, Math.abs(value))
    )
  );
  add(quality['figures'], figures.length, draft.figures.length, annotated.figures.length);
}

function addNames(
  count: Count,
  draft: Draft,
  type: Draft['actors'][number]['type'],
  marked: readonly (readonly string[])[]
): void {
  const found = draft.actors.filter((actor) => actor.type === type);
  const right = marked.filter((names) =>
    found.some(({ name, aliases }) =>
      [name, ...aliases].some(
        (own) => names.includes(own) || names.includes(own.replace(/^the /i, ''))
      )
    )
  );
  add(count, right.length, found.length, marked.length);
}

/** Our articles mark none of them: neither right nor wrong. */
const lengthOfTime =
  /(?<!\b(?:past|last|next|coming) .*)(?:(?:second|minute|hour|day|week|month|year|decade)s?|centuries)$/;

function addDates(quality: Quality, draft: Draft, { dates }: AnnotatedArticle): void {
  const scored = draft.dates.filter(
    ({ text, value, anchor }) =>
      value !== null ||
      anchor !== 'explicit' ||
      !lengthOfTime.test(text) ||
      dates.some((date) => date.text === text)
  );
  const open = [...scored];
  const pairs = dates.flatMap((date) => {
    const i = open.findIndex(({ text }) => near(text, date.text));
    return i < 0 ? [] : [{ date, found: open.splice(i, 1)[0] }];
  });
  add(quality['dates'], pairs.length, scored.length, dates.length);
  add(
    quality['date values'],
    pairs.filter(({ date, found }) => found?.value === date.value).length,
    pairs.length,
    pairs.length
  );
}

/** The same words, or one within the other: "some 40 ships" and "40 ships". */
function near(a: string, b: string): boolean {
  return a.includes(b) || b.includes(a);
}

function add(count: Count, right: number, found: number, marked: number): void {
  count.right += right;
  count.found += found;
  count.marked += marked;
}
