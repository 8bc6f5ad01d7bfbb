/** `standpoint show`: one briefing, whole. */
import type { Briefing } from '../domain/briefing/briefing.js';
import type { Card, CardKind } from '../domain/briefing/entries.js';
import { judgementsOf } from '../domain/publication/key-judgements.js';
import { pageOneOf, portionMarkInWords } from '../domain/publication/page-one.js';
import { capitalised } from '../domain/publication/publication.js';
import { reasonsOf } from '../domain/terms/judged-in-words.js';
import { en } from '../domain/terms/printed/en.js';
import { sourcesInWords } from '../domain/ledger/corroboration.js';
import { mentionsOf } from '../domain/ledger/mentions.js';
import { reportPositions } from '../domain/ledger/position-report.js';
import { counted } from '../domain/text/joined-words.js';
import { type CliCommand, dayOption, json, libraryAndJson, shown, UsageError } from './command.js';
import { findId, useLibrary } from './use-library.js';
import { positionsInWords } from './positions.js';

export const show: CliCommand = {
  name: 'show',
  usage: 'ID [--positions [--as-of DAY]]',
  summary: 'Shows one briefing, or only its positions as of a day',
  details: `The beginning of an id is enough if no other briefing shares it. A day counts whole; positions
go by the day from which they are effective, else were said, else were reported. The JSON of
--positions is described in docs/json.md.`,
  options: {
    ...libraryAndJson,
    positions: { type: 'boolean' },
    'as-of': { type: 'string' }
  },
  arity: [1, 1],
  async run({ positionals: [given = ''], values }, io) {
    const day = dayOption(values, 'as-of');
    if (day !== null && !values['positions']) {
      throw new UsageError('--as-of needs --positions.');
    }
    const { briefing, revision, texts } = await useLibrary(values, io, 'read', async (opened) =>
      opened.open(await findId(opened, given))
    );
    if (values['positions']) {
      const report = reportPositions(briefing, day);
      io.out(values['json'] ? json(report) : positionsInWords(report));
      return 0;
    }
    io.out(values['json'] ? json({ ...briefing, revision, texts }) : inWords(briefing, texts));
    return 0;
  }
};

function inWords(briefing: Briefing, texts: Readonly<Record<string, string>>): string {
  const names = new Map<string, string>([
    ...briefing.actors.map(({ id, name }) => [id, name] as const),
    ...briefing.issues.map(({ id, wording }) => [id, wording] as const)
  ]);
  const positions = briefing.positions.map(
    ({ actor, issue, stance, statement }) =>
      `- ${names.get(actor) ?? actor}, on ${names.get(issue) ?? issue}: ${stance}. ${statement}`
  );
  const sources = briefing.sources.map(({ id, text }) => ({ id, text: texts[text] ?? '' }));
  const actors = briefing.actors.map((actor) => {
    const { count: times } = mentionsOf(actor, sources, 0);
    return `- ${[actor.name, ...actor.aliases].join(', ')} (${actor.type}): named ${counted(times, 'time')} in the sources`;
  });
  const parts = [
    ...(briefing.marking.trim() ? [shown(briefing.marking)] : []),
    shown(briefing.title) || 'Untitled',
    submissionInWords(briefing),
    lines(briefing.bottomLine),
    judgementsInWords(briefing),
    ...briefing.cards.map(cardInWords),
    ...(actors.length ? [`Actors\n${actors.map(shown).join('\n')}`] : []),
    ...(positions.length ? [`Positions\n${positions.map(shown).join('\n')}`] : []),
    `${counted(briefing.annotations.length, 'annotation')}, ${sourcesInWords(briefing)}`
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** Empty where nothing of it is filled in. */
function submissionInWords(briefing: Briefing): string {
  const { address, decideBy, asks, options, closing } = pageOneOf(briefing, en);
  const told = [
    ...address.map(({ label, words }) => `${label}: ${words}`),
    ...(decideBy ? [`${en.pageOne.decideBy}: ${decideBy}`] : []),
    ...listed(
      en.pageOne.recommendation,
      asks.map(({ letter, words }) => (letter ? `${letter}) ${words}` : words))
    ),
    ...listed(en.pageOne.options, options),
    ...closing.map(({ label, words }) => `${label}: ${words}`)
  ];
  return told.length > 0 ? lines(['Submission', ...told].join('\n')) : '';
}

function listed(title: string, items: readonly string[]): readonly string[] {
  return items.length > 0 ? [`${title}:`, ...items.map((item) => `- ${item}`)] : [];
}

function judgementsInWords(briefing: Briefing): string {
  const told = judgementsOf(briefing, new Map(), en).flatMap((judgement) => {
    const { statement, likelihood, confidence } = judgement;
    const how = [
      ...(likelihood ? [likelihood.range] : []),
      ...(confidence ? [en.confidenceOf[confidence]] : [])
    ].join('; ');
    return [
      `- ${shown(statement)}${how && ` (${shown(how)})`}`,
      ...reasonsOf(judgement, en).map(({ label, words }) => `  ${label}: ${shown(words)}`)
    ];
  });
  return told.length > 0 ? ['Key judgements', ...told].join('\n') : '';
}

function cardInWords({ kind, heading, portionMark, keyPoint, body }: Card): string {
  const head = [portionMarkInWords(portionMark), titleOfCard(kind, heading)];
  return [
    head.filter((part) => part !== '').join(' '),
    ...(keyPoint.trim() ? [`Key point: ${shown(keyPoint)}`] : []),
    ...(body.trim() ? [lines(body)] : [])
  ].join('\n');
}

/** Such as “Context: What came before”. */
export function titleOfCard(kind: CardKind, heading: string): string {
  const words = shown(heading).trim();
  const name = capitalised(kind);
  return words === '' ? name : `${name}: ${words}`;
}

function lines(text: string): string {
  return text.split('\n').map(shown).join('\n').trim();
}
