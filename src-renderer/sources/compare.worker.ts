/** Compares the texts of sources off the page's thread. What it has read once is not read again. */
import { OriginFinder } from '../../src-main/domain/origins/find-origins.js';
import { sharedPassages } from '../../src-main/domain/origins/shared-passages.js';
import type { ComparisonAnswer, ComparisonTask } from './compare-in-worker.js';

const finder = new OriginFinder();

addEventListener('message', ({ data }: MessageEvent<ComparisonTask>) => {
  postMessage(answer(data));
});

function answer(task: ComparisonTask): ComparisonAnswer {
  if (task.kind === 'pairs') {
    finder.hold(task.sources);
    return { kind: 'pairs', pairs: finder.pairs() };
  }
  const { one, other } = task;
  const passages = sharedPassages(one, other).map((passage) => ({
    one: one.slice(passage.one.start, passage.one.end),
    other: other.slice(passage.other.start, passage.other.end),
    words: passage.words
  }));
  return { kind: 'passages', passages };
}
