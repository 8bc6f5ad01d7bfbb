/** What sources are called where one of them is chosen. */
import type { Id } from '../../src-main/domain/base/values.js';
import { type Source, titleOfSource } from '../../src-main/domain/briefing/source.js';
import { cutToLength } from '../../src-main/domain/text/cut-to-length.js';
import { sameName } from '../../src-main/domain/text/fold-name.js';
import { personsDates } from '../dates/persons-dates.svelte.js';

type Labelled = Pick<Source, 'id' | 'title' | 'published' | 'importedAt' | 'updates'>;

/** UTF-16 units of a title beside what tells it apart, which must not be cut. */
const longestTitle = 60;

/**
 * Its title; of several that have the same, also when each was published, else when it was added, and which is
 * the newer version. Where that is the same too, the minute in which each was added.
 */
export function sourceLabels(sources: readonly Labelled[]): ReadonlyMap<Id, string> {
  const isUnique = ({ id, title }: Labelled) =>
    sources.every((each) => each.id === id || !sameName(each.title, title));
  const labels = sources.map((source) => (isUnique(source) ? titleOfSource(source) : told(source)));
  return new Map(
    sources.map((source, i) => {
      const label = labels[i] ?? '';
      const isAlone = labels.indexOf(label) === labels.lastIndexOf(label);
      return [source.id, isAlone ? label : told(source, personsDates.moment(source.importedAt))];
    })
  );
}

function told(source: Labelled, added = ''): string {
  const { text, cut } = cutToLength(titleOfSource(source), longestTitle);
  const day = source.published
    ? personsDates.inShort(source.published)
    : `added ${added || personsDates.inShort(source.importedAt.slice(0, 10))}`;
  const parts = [
    cut ? `${text} …` : text,
    day,
    source.published && added ? `added ${added}` : '',
    source.updates === null ? '' : 'newer version'
  ];
  return parts.filter((part) => part !== '').join(' · ');
}
