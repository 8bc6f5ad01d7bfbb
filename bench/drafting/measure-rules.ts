/** Switches each rule of drafting off, one at a time, and counts what every layer gains or loses by it. */
// First: marked sources ask it as they are loaded.
import { switches } from './rule-switches.js';
import type { Article } from '../../src-main/domain/program/article.js';
import { composeBriefing } from '../../src-main/draft/compose-briefing.js';
import { draftArticle } from '../../src-main/draft/draft-article.js';
import { annotatedArticles } from './articles.js';
import { citationsFound, citingSentencesIn } from './citing-sentences.js';
import { layersOf } from './layers.js';
import { articleOf, filesOf, isOfSentences, isSetAside, openTextsOf } from './open-texts.js';
import { qualityOf } from './quality.js';
import { add, type Count, newCount, rates } from './score.js';

type Counts = Readonly<Record<string, Count>>;

interface Text {
  readonly article: Article;
  readonly asEnglish: boolean;
  readonly score: () => Counts;
}

export interface Effect {
  readonly id: number;
  /** Texts in which switching it off could change anything. */
  readonly fired: number;
  /** Of these, whose drafts were made again without it: all, or as many as were allowed. */
  readonly tried: number;
  /** Of these, whose drafts differ. */
  readonly changed: number;
  /** An error of a draft without it, after which no more were made; `null`: none. */
  readonly failed: string | null;
  /** By how much F1 of a layer rises or falls without it, in points; layers that stay are left out. */
  readonly points: Readonly<Record<string, number>>;
}

/** A run that knows what the drafts of a corpus are with all rules on. */
export class RuleRun {
  readonly #texts: readonly Text[];
  readonly #drafts: readonly string[];
  readonly #byRule = new Map<number, number[]>();
  readonly #scores: readonly Counts[];
  readonly #sums: Counts;

  constructor(corpus: string) {
    this.#texts = textsOf(corpus);
    this.#drafts = this.#texts.map((text, i) => {
      switches.fired = new Set();
      const draft = draftOf(text);
      for (const id of switches.fired) this.#byRule.set(id, [...(this.#byRule.get(id) ?? []), i]);
      switches.fired = null;
      return draft;
    });
    this.#scores = this.#texts.map(({ score }) => score());
    this.#sums = sumOf(this.#scores);
  }

  /** @param most texts to try a rule on; those that it fired in are taken evenly. */
  effectOf(id: number, most: number): Effect {
    const all = this.#byRule.get(id) ?? [];
    const step = Math.max(1, all.length / most);
    const some = Array.from(
      { length: Math.min(most, all.length) },
      (_, i) => all[Math.floor(i * step)] ?? 0
    );
    const sums = Object.fromEntries(
      Object.entries(this.#sums).map(([k, count]) => [k, { ...count }])
    );
    let changed = 0;
    switches.turnOff(id);
    try {
      for (const at of some) {
        const text = this.#texts[at];
        if (!text || draftOf(text) === this.#drafts[at]) continue;
        changed += 1;
        move(sums, this.#scores[at] ?? {}, text.score());
      }
      return { ...this.#effect(id, all.length, some.length, changed, sums), failed: null };
    } catch (error) {
      return { ...this.#effect(id, all.length, some.length, changed, sums), failed: String(error) };
    } finally {
      switches.turnOff(null);
    }
  }

  #effect(id: number, fired: number, tried: number, changed: number, sums: Counts) {
    const points = Object.entries(this.#sums).flatMap(([layer, before]) => {
      const now = sums[layer] ?? before;
      const by = (rates(now).f1 ?? 0) - (rates(before).f1 ?? 0);
      return by === 0 ? [] : [[layer, Math.round(by * 10) / 10] as const];
    });
    return { id, fired, tried, changed, points: Object.fromEntries(points) };
  }
}

function textsOf(corpus: string): readonly Text[] {
  const open = openTextsOf(corpus)
    .filter((text) => !isSetAside(text))
    .map((text) => ({ article: articleOf(text), asEnglish: true, score: () => layersOf([text]) }));
  const sentences = filesOf(corpus)
    .filter(isOfSentences)
    .flatMap(citingSentencesIn)
    .filter((sentence) => !isSetAside(sentence))
    .map((sentence) => ({
      article: articleOf(sentence),
      asEnglish: true,
      score: () => citationsFound([sentence])
    }));
  const ours = annotatedArticles().map((annotated) => ({
    article: annotated.article,
    asEnglish: false,
    score: () => qualityOf([annotated])
  }));
  return [...open, ...ours, ...sentences];
}

const noTime = new Date(0);

/** All that is drafted of a text, without what is made anew each time. */
function draftOf({ article, asEnglish }: Text): string {
  const draft = draftArticle(article, { asEnglish });
  const { briefing } = composeBriefing(article, { as: 'composed', draft }, noTime);
  const cards = briefing.cards.map(({ heading, body }) => [heading, body]);
  return JSON.stringify([draft, briefing.title, briefing.bottomLine, cards]);
}

function sumOf(counts: readonly Counts[]): Counts {
  const sum: Record<string, Count> = {};
  for (const each of counts)
    for (const [layer, count] of Object.entries(each)) add((sum[layer] ??= newCount()), count);
  return sum;
}

function move(sums: Record<string, Count>, before: Counts, now: Counts): void {
  for (const [layer, count] of Object.entries(now)) {
    const { right, found, marked } = before[layer] ?? newCount();
    add((sums[layer] ??= newCount()), count);
    add((sums[layer] ??= newCount()), { right: -right, found: -found, marked: -marked });
  }
}
