/** What texts of each kind say first, on sentences of our own. */
import { expect, test } from 'vitest';
import { splitParagraphs } from '../outline/paragraphs.js';
import { bottomLine } from './bottom-line.js';

function told(text: string, title: string): string {
  return bottomLine(text, splitParagraphs(text), title)
    .map(({ start, end }) => text.slice(start, end))
    .join(' ');
}

const questions = ['Why boats?', 'Who pays?', 'What comes next?'];
const interview = (intro: string, ...answers: readonly string[]) =>
  [intro, ...questions.flatMap((each, i) => [each, answers[i] ?? 'We will see in spring.'])]
    .filter(Boolean)
    .join('\n\n');

test.each<[what: string, text: string, title: string, expected: string]>([
  [
    'news: its lead',
    'The council of Varn voted on Tuesday to close the old bridge. Traffic will be led over the northern road.\n\nIn this report, we show why.',
    'Bridge closed',
    'The council of Varn voted on Tuesday to close the old bridge. Traffic will be led over the northern road.'
  ],
  [
    'news: past a quotation, and no further',
    'Residents of Varn say that they have been left alone by the ferry company.\n\n‘It is a disgrace,’ said Ada Holm, who runs the shop on the quay.\n\nThe company blamed the price of fuel and a lack of crews.',
    'Ferry stops',
    'Residents of Varn say that they have been left alone by the ferry company. The company blamed the price of fuel and a lack of crews.'
  ],
  [
    'no sentence of the part that a heading opens',
    'Ada Holm was a shipbuilder and mayor of Varn.\n\nEarly life\n\nHolm was born in Lund, where her father mended nets.',
    'Ada Holm',
    'Ada Holm was a shipbuilder and mayor of Varn.'
  ],
  [
    'an interview: who is interviewed on what',
    interview(
      'October is the month of boats in Varn.\n\nThe Courier spoke with Ada Holm, who leads the yard, about the price of wood.'
    ),
    'An interview with Ada Holm',
    'The Courier spoke with Ada Holm, who leads the yard, about the price of wood.'
  ],
  [
    'an interview without a word of who: an answer that the headline is about',
    interview(
      '',
      'Yes, I have always been on the water, as my father was before me.',
      'The price of wood has doubled in three years, and no yard can pay it for long.'
    ),
    'Ada Holm on the price of wood',
    'The price of wood has doubled in three years, and no yard can pay it for long.'
  ],
  [
    'a hearing: the question, not the greeting',
    'Mr. Chief Justice, and may it please the Court: Both courts below agreed that the ferry was late.\n\nThe question in this case is whether a late ferry is a breach of contract. We say that it is.',
    'Transcript',
    'Both courts below agreed that the ferry was late. The question in this case is whether a late ferry is a breach of contract.'
  ],
  [
    'a judgment: what was held',
    'The appellant, a ferry company, sued the harbour of Varn. The District Court dismissed the claim.\n\nThe question in this case is whether a fee may be raised at night.\n\nWe hold that no fee may be raised without notice. The judgment of the Court of Appeal is reversed.',
    'Ferry v. Harbour',
    'We hold that no fee may be raised without notice. The judgment of the Court of Appeal is reversed.'
  ],
  [
    'a paper: what it shows',
    'Harbours have been studied for long (Holm, 1999; Lund, 2003; Dahl, 2011). Little is known of their noise (Holm, 2001). Fewer still have asked who hears it (Osei, 2015).\n\nThis paper presents measurements of noise in forty harbours. Noise was highest at dawn.',
    'Noise',
    'This paper presents measurements of noise in forty harbours. Noise was highest at dawn.'
  ],
  [
    'a paper that builds on what was said before: with that',
    'Harbours have been studied for long (Holm, 1999; Lund, 2003; Dahl, 2011). Holm et al. (1999) found that 33% of all harbours are loud. The current study seeks to build on this research by measuring forty harbours. We measured at dawn.',
    'Noise',
    'Holm et al. (1999) found that 33% of all harbours are loud. The current study seeks to build on this research by measuring forty harbours.'
  ],
  [
    'a guide: what it shows, with what that is about',
    'Radiators that are cold at the top usually hold trapped air. This guide shows how to let it out.\n\n1. Turn the key.',
    'How to bleed a radiator',
    'Radiators that are cold at the top usually hold trapped air. This guide shows how to let it out.'
  ],
  [
    'a letter: why it is written',
    'Dear Ms Okafor,\n\nI hope this letter finds you well. I am writing to object to the night deliveries at the market. They began in May.',
    '',
    'I am writing to object to the night deliveries at the market. They began in May.'
  ],
  [
    'minutes: what was decided',
    'Present: A. Lind, P. Brandt\n\nMr Brandt reported that forty residents had complained. The committee agreed to ban lorries at night.\n\nIt was resolved to accept the offer of Marl & Sons.',
    'Minutes of the Harbour Committee',
    'The committee agreed to ban lorries at night. It was resolved to accept the offer of Marl & Sons.'
  ],
  [
    'a speech: what is announced, not the thanks',
    'Good morning, everyone. Thank you, Mayor Lind, for your kind words.\n\nWhen I was a girl, the harbour was the only school we had.\n\nToday I am announcing that the ministry will pay for twelve schools on the coast.',
    'Remarks',
    'Today I am announcing that the ministry will pay for twelve schools on the coast.'
  ],
  [
    'a story: how it begins',
    'The lamp went out on the night the last boat came home. Old Ines saw it from her kitchen.\n\n"Somebody must go," she said.',
    'The Lamp',
    'The lamp went out on the night the last boat came home. Old Ines saw it from her kitchen.'
  ],
  [
    'what stands alone, where the first sentence does not',
    'However, this did not last. The harbour of Varn was closed again in May after a second storm.',
    'The harbour',
    'The harbour of Varn was closed again in May after a second storm.'
  ],
  [
    'no question, where there is an answer',
    'How do people look at boats? What do they see? Most visitors of the museum look at the sails first.',
    'Looking',
    'Most visitors of the museum look at the sails first.'
  ],
  [
    'a place without a mark before the sentence is left out',
    'Varn, Norland On Tuesday, the union of the ferry workers ended its strike.',
    'Strike ends',
    'On Tuesday, the union of the ferry workers ended its strike.'
  ],
  [
    'so is a day',
    'Thursday, March 13, 2025 The union of the ferry workers ended its strike.',
    'Strike ends',
    'The union of the ferry workers ended its strike.'
  ],
  [
    'another language: its lead',
    'Die Fähre steht still. Sie fährt erst im Mai wieder.',
    '',
    'Die Fähre steht still. Sie fährt erst im Mai wieder.'
  ]
])('%s', (_, text, title, expected) => {
  expect(told(text, title)).toBe(expected);
});
