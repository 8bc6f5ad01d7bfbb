/** For tests: a briefing with a word of its own in every place that is its author's alone. */
import { createHash } from 'node:crypto';
import { type Annotation, newAnnotation } from '../../domain/briefing/annotation.js';
import type { Bundle } from '../../domain/briefing/bundle.js';
import { type Card, newFigure, newCard, newDismissal } from '../../domain/briefing/entries.js';
import { emptyBriefing } from '../../domain/briefing/briefing.js';
import { signNewEntries } from '../../domain/briefing/sign-entries.js';
import { newId } from '../../domain/base/values.js';

interface WithPrivateWords {
  readonly bundle: Bundle;
  /** Named by their places, such as `PrivateReply`. No other text holds them. */
  readonly words: readonly string[];
}

export function withPrivateWords({ briefing, ...rest }: Bundle): WithPrivateWords {
  const words: string[] = [];
  const secret = (place: string): string => {
    const word = `Private${place}`;
    if (!words.includes(word)) words.push(word);
    return word;
  };
  const texts = new Map(Object.entries(rest.texts));
  const stored = (text: string): string => {
    const hash = createHash('sha256').update(text).digest('hex');
    texts.set(hash, text);
    return hash;
  };
  const moment = briefing.modifiedAt;

  const noteCard: Card = newCard('note', {
    heading: secret('CardHeading'),
    body: `${secret('CardBody')} is for its author.`
  });
  const onNoteCard = annotationOn(noteCard, secret('CardBody'), moment);
  const withSecrets = (annotation: Annotation): Annotation => ({
    ...annotation,
    note: secret('Note'),
    tags: [secret('Tag')],
    replies: [
      { id: newId(), note: secret('Reply'), createdAt: moment, modifiedAt: moment, by: null }
    ],
    links: briefing.actors.slice(0, 1).map(({ id }) => ({ type: 'actor', id })),
    target: {
      ...annotation.target,
      selectors: {
        ...annotation.target.selectors,
        quote: {
          ...annotation.target.selectors.quote,
          prefix: secret('Before'),
          suffix: secret('Behind')
        }
      },
      original: {
        quote: {
          exact: `${annotation.target.original.quote.exact} ${secret('FirstWords')}`,
          prefix: secret('FirstBefore'),
          suffix: secret('FirstBehind')
        },
        position: annotation.target.original.position
      },
      base: { text: stored(`The base text says ${secret('Base')}.`), renderer: 1 }
    }
  });

  const by = { name: secret('Author'), device: secret('Device') };
  const marked = {
    ...rest,
    briefing: signNewEntries(
      emptyBriefing(''),
      {
        ...briefing,
        cards: [
          ...briefing.cards.map((card) => ({ ...card, drafted: true, reviewedBy: by })),
          noteCard
        ],
        sources: briefing.sources.map((source) => {
          const text = `${texts.get(source.text) ?? ''}\n\n${secret('SourceText')}\n`;
          return {
            ...source,
            text: stored(text),
            original: {
              hash: createHash('sha256').update(text).digest('hex'),
              name: secret('OriginalName'),
              bytes: text.length,
              mediaType: 'text/html'
            }
          };
        }),
        actors: briefing.actors.map((actor) => ({
          ...actor,
          note: secret('NoteOfActor'),
          tags: [secret('TagOfActor')]
        })),
        issues: briefing.issues.map((issue) => ({
          ...issue,
          note: secret('NoteOfIssue'),
          tags: [secret('TagOfIssue')]
        })),
        positions: briefing.positions.map((position) => ({
          ...position,
          evidence: [...position.evidence, onNoteCard.id]
        })),
        figures: [...briefing.figures, { ...newFigure('7 of 9', 7), note: secret('NoteOfFigure') }],
        annotations: [...briefing.annotations.map(withSecrets), onNoteCard],
        dismissals: [
          newDismissal(
            'suggestion',
            { about: noteCard.id, rule: secret('Rule'), words: secret('Dismissed') },
            new Date(moment),
            { reason: secret('Reason') }
          ),
          newDismissal(
            'contradiction',
            { about: briefing.positions[0]!.id, rule: 'stances', words: secret('Contradiction') },
            new Date(moment),
            { with: briefing.positions[1]!.id, reason: secret('ReasonOfContradiction') }
          )
        ]
      },
      by
    ),
    texts: Object.fromEntries(texts)
  };
  return { bundle: marked, words };
}

function annotationOn(card: Card, exact: string, moment: string): Annotation {
  const start = card.body.indexOf(exact);
  const selectors = {
    quote: { exact, prefix: '', suffix: '' },
    position: { start, end: start + exact.length }
  };
  return newAnnotation({ type: 'card', id: card.id, selectors }, moment, { kind: 'claim' });
}
