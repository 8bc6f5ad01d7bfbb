/**
 * Article → Draft: the row of steps. Deterministic; knows neither files nor threads.
 *
 * Loading this module loads the language models, about half a second: the window does so in a
 * worker only, the command line when it drafts.
 */
import type { Article } from '../domain/program/article.js';
import type { Draft } from '../domain/suggestions/draft.js';
import { actorFinder, findActors } from './actors/find-actors.js';
import {
  answeringIn,
  heldOn,
  isOnlyTold,
  withAnswerer,
  withoutLabels
} from './attributions/interviews.js';
import { tellsSomething } from './attributions/tells-something.js';
import { findAttributions } from './attributions/find-attributions.js';
import { articleDay } from './facts/article-day.js';
import { noonOf } from './facts/calendar.js';
import { findDates } from './facts/find-dates.js';
import { findEvents } from './facts/find-events.js';
import { findFigures } from './facts/find-figures.js';
import { findConstraints, findOutcomes } from './facts/find-prospects.js';
import { readFrontMatter } from './outline/front-matter.js';
import type { Outline } from './outline/outline.js';
import { settleChanges } from './positions/find-changes.js';
import { findPositions } from './positions/find-positions.js';
import { findTopics } from './positions/find-topics.js';
import { readInLanguage, rulesOf } from './languages/read-in-language.js';
import { judgeLanguage } from './reading/language.js';
import { furthest, readProse } from './reading/reading.js';
import { sectionParagraphs } from './cards/cards.js';
import { outlineArticle, regroupOutline } from './regroup-article.js';
import { toFigures, toSuggestions } from './to-suggestions.js';

/** What the drafting thread is given. */
export interface DraftTask {
  readonly article: Article;
  readonly asEnglish: boolean;
}

interface DraftOptions {
  /** Suggest also where the language gate would not: the person knows that it is English. */
  readonly asEnglish?: boolean | undefined;
  /** Told how far the work is, from 0 to 1, rising. */
  readonly onProgress?: ((done: number) => void) | undefined;
}

/** `source.path` is the article's name: a caller who knows the path puts it in its place. */
export function draftArticle(
  article: Article,
  { asEnglish = false, onProgress }: DraftOptions = {}
): Draft {
  const { text } = article;
  const outline = outlineArticle(article);
  const language = languageOf(article, outline, asEnglish);
  return {
    schema: 'briefing-draft/1',
    offsets: 'utf16',
    source: { path: article.name, sha256: article.sha256, length: text.length },
    language,
    ...regroupOutline(article, outline),
    ...suggestionsIn(article, outline, language, asEnglish, onProgress)
  };
}

function suggestionsIn(
  article: Article,
  outline: Outline,
  { code, suggestions }: Draft['language'],
  asEnglish: boolean,
  onProgress: DraftOptions['onProgress']
) {
  const { text, format } = article;
  const markdown = format === 'markdown';
  const { bodyStart } = readFrontMatter(markdown ? text : '');
  const rules = suggestions && !asEnglish ? rulesOf(code) : null;
  const reading = readProse(text, outline, {
    bodyStart,
    tagged: suggestions && !rules,
    onProgress: onProgress && ((done) => onProgress(done * 0.8))
  });
  const today = noonOf(articleDay(article, outline.sections[0]?.body.start ?? 0));
  if (rules) {
    const found = toSuggestions(text, readInLanguage(reading, rules, today));
    onProgress?.(1);
    return found;
  }
  const dates = findDates(reading, today);
  const figures = findFigures(reading, dates);
  if (!suggestions) return { ...nothing, figures: toFigures(text, figures) };
  const actors = findActors(reading);
  const answering = answeringIn(reading, actors);
  const findActor = withAnswerer(reading, answering, actorFinder(actors));
  const attributions = withoutLabels(reading, findAttributions(reading), findActor);
  onProgress?.(0.9);
  const told = findPositions(reading, attributions, findActor, actors);
  const { positions, changes } = settleChanges(reading, told, findActor);
  const carrying = new Set(positions.map(({ attribution }) => attribution));
  const found = toSuggestions(text, {
    actors,
    attributions,
    fragments: new Set(
      attributions.filter(
        (each) =>
          !carrying.has(each) &&
          (!tellsSomething(reading, each) || isOnlyTold(answering, each, findActor))
      )
    ),
    positions,
    changes,
    figures,
    dates,
    events: findEvents(reading, dates, today),
    constraints: findConstraints(reading),
    outcomes: findOutcomes(reading, dates, today),
    topics: findTopics(reading, attributions, positions, findActor),
    answering,
    held: heldOn(reading, answering, dates),
    findActor
  });
  onProgress?.(1);
  return found;
}

function languageOf({ text }: Article, outline: Outline, asEnglish: boolean): Draft['language'] {
  const paragraphs = outline.sections.flatMap((section) => sectionParagraphs(text, section));
  const language = judgeLanguage(text, paragraphs, asEnglish);
  if (!language.suggestions || text.length <= furthest) return language;
  const cut = `Only the first ${furthest.toLocaleString('en')} characters were read for suggestions.`;
  return {
    ...language,
    reason: language.reason === undefined ? cut : `${language.reason} ${cut}`
  };
}

const nothing: Omit<ReturnType<typeof toSuggestions>, 'figures'> = {
  actors: [],
  attributions: [],
  positions: [],
  positionChanges: [],
  dates: [],
  events: [],
  constraints: [],
  outcomes: []
};
