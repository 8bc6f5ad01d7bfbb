/**
 * Passages of the open texts, and sentences of news, in which we marked, twice, who takes which side; offsets and
 * labels only, for the texts are not ours. docs/open-texts.md tells how they were chosen and how far the readings agree.
 */
import { readFileSync } from 'node:fs';
import { z } from '../../src-main/domain/base/zod.js';
import type { Range } from '../../src-main/domain/text/range.js';
import { draftArticle } from '../../src-main/draft/draft-article.js';
import type { Relation } from './articles.js';
import { articleOf, type OpenText } from './open-texts.js';
import { type Count, type Matched, matchRelations, newCount } from './score.js';

/** UTF-16 units into the text, end-exclusive. */
const Place = z
  .tuple([z.int().nonnegative(), z.int().positive()])
  .transform(([start, end]): Range => ({ start, end }));

const Statement = z.object({
  source: Place,
  content: Place,
  /** The side that the words take outright. */
  stance: z.enum(['supports', 'opposes', 'conditional', 'none']),
  /** What it is on; left out where the stance is `none`. */
  object: Place.optional()
});

const Passage = z.object({
  /** Of the open text. */
  id: z.string(),
  passage: Place,
  first: z.array(Statement),
  second: z.array(Statement)
});

type Statement = z.infer<typeof Statement>;
type Passage = z.infer<typeof Passage>;

/** In which all statements are marked, those without a side too. */
export function stancePassages(): readonly Passage[] {
  return z.array(Passage).parse(JSON.parse(read('stance-passages.json')));
}

/** Each a whole sentence, in which only what takes a side is marked. */
export function stanceSentences(): readonly Passage[] {
  const lines = read('stance-sentences.jsonl').trimEnd().split('\n');
  return lines.map((line) => Passage.parse(JSON.parse(line)));
}

function read(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8');
}

/**
 * Offered stances against those that both readings have. Right is the same side on words that touch; whose it is
 * must be named in them.
 */
export function offeredStances(
  texts: readonly Pick<OpenText, 'id' | 'text'>[],
  passagesOfAll: readonly Passage[]
): Count {
  const count = newCount();
  for (const open of texts) {
    const passages = passagesOfAll.filter(({ id }) => id === open.id);
    if (passages.length === 0) continue;
    const { positions } = draftArticle(articleOf(open), { asEnglish: true });
    for (const each of passages) {
      const { passage } = each;
      const marked = agreedOf(each);
      const offered = positions.filter(
        ({ evidence: { start, end } }) => passage.start <= start && end <= passage.end
      );
      const right = marked.filter(({ stance, source, object }) =>
        offered.some(
          (position) =>
            position.stance === stance &&
            touches(position.evidence, object ?? source) &&
            touches(position.evidence, source)
        )
      );
      count.right += right.length;
      count.found += offered.length;
      count.marked += marked.length;
    }
  }
  return count;
}

/** Stances that both readings mark alike. */
function agreedOf(passage: Passage): readonly Statement[] {
  return matchedIn(passage).flatMap(({ found, marked }) => {
    const [one, other] = [passage.first[found], passage.second[marked]];
    return one && one.stance !== 'none' && one.stance === other?.stance ? [one] : [];
  });
}

export interface Agreement {
  /** Statements of the first reading, of the second, and of both: half of what is said agrees. */
  readonly statements: Count;
  /** Those where the sources touch as well. */
  readonly withSource: Count;
  /** Cohen’s kappa of the stances of statements that both have. */
  readonly kappa: number;
}

export function agreementOf(passages: readonly Passage[]): Agreement {
  const [statements, withSource] = [newCount(), newCount()];
  const pairs: (readonly [string, string])[] = [];
  for (const passage of passages) {
    const matched = matchedIn(passage);
    for (const [count, right] of [
      [statements, matched.length],
      [withSource, matched.filter(({ source }) => source).length]
    ] as const) {
      count.right += right;
      count.found += passage.second.length;
      count.marked += passage.first.length;
    }
    for (const { found, marked } of matched)
      pairs.push([passage.first[found]?.stance ?? '', passage.second[marked]?.stance ?? '']);
  }
  return { statements, withSource, kappa: kappaOf(pairs) };
}

function kappaOf(pairs: readonly (readonly [string, string])[]): number {
  const share = (of: (pair: readonly [string, string]) => boolean) =>
    pairs.filter(of).length / pairs.length;
  const labels = [...new Set(pairs.flat())];
  const observed = share(([one, other]) => one === other);
  const expected = labels.reduce(
    (sum, label) => sum + share(([one]) => one === label) * share(([, other]) => other === label),
    0
  );
  return (observed - expected) / (1 - expected);
}

function matchedIn({ first, second }: Passage): readonly Matched[] {
  const relation = ({ source, content }: Statement): Relation => ({
    source,
    cue: null,
    content: [content]
  });
  return matchRelations(first.map(relation), second.map(relation));
}

function touches(one: Range, other: Range): boolean {
  return one.start < other.end && other.start < one.end;
}
