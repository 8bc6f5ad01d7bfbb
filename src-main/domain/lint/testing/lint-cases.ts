/** For tests of the linter: passages as analysts write them, with what is to be found in each. */
import type { LikelihoodScale } from '../../briefing/entries.js';
import type { LintRule } from '../finding.js';

/** The one source of every case. */
export const sourceText = `The ministry said on 3 March 2024 that 1,600,000 people live in the region, 24.5 per cent of them in its capital.
“The best way to end the war is to go directly to a peace agreement”, the president wrote. He added that “nobody can be sure of anything until the second round is over”.
Exports fell by eighty per cent to $2.5 billion in 2014, and twenty-four factories closed. The region ranks second of 24, and the convoy of 350 trucks took 12 days.`;

interface LintCase {
  readonly text: string;
  readonly scale?: LikelihoodScale;
  /** The rule and the words that it names; a part of them is enough. */
  readonly finds: readonly (readonly [rule: LintRule, words: string])[];
}

const one = (text: string, rule: LintRule, words: string, scale?: LikelihoodScale): LintCase => ({
  text,
  finds: [[rule, words]],
  ...(scale && { scale })
});

export const faulty: readonly LintCase[] = [
  // Words of another yardstick
  one('An agreement is highly likely this year.', 'mixed-scales', 'highly likely'),
  one('A coup is highly unlikely.', 'mixed-scales', 'highly unlikely'),
  one('There is a realistic possibility of a strike.', 'mixed-scales', 'realistic possibility'),
  one('Highly likely: the talks go on.', 'mixed-scales', 'Highly likely'),
  one(
    '| Outcome | Likelihood |\n|---|---|\n| Talks | highly likely |',
    'mixed-scales',
    'highly likely'
  ),
  one('An agreement is very likely this year.', 'mixed-scales', 'very likely', 'uk'),
  one('There is a roughly even chance of a strike.', 'mixed-scales', 'roughly even chance', 'uk'),
  one('There is almost no chance of a recount.', 'mixed-scales', 'almost no chance', 'uk'),
  one('A recount is improbable.', 'mixed-scales', 'improbable', 'uk'),
  one('The bill is nearly certain to pass.', 'mixed-scales', 'nearly certain', 'uk'),
  // Likelihood and confidence in one sentence
  one(
    'We judge with high confidence that an agreement is likely.',
    'likelihood-with-confidence',
    'We judge with high confidence'
  ),
  one(
    'It is unlikely, we assess with moderate confidence, that he resigns.',
    'likelihood-with-confidence',
    'It is unlikely'
  ),
  one(
    'We have low confidence in this: a strike is very likely.',
    'likelihood-with-confidence',
    'a strike is very likely'
  ),
  one(
    'A deal will probably be signed (confidence is high).',
    'likelihood-with-confidence',
    'confidence is high'
  ),
  one(
    'We are confident that the government is likely to fall.',
    'likelihood-with-confidence',
    'We are confident'
  ),
  one(
    'There is an even chance of rain, moderate-confidence.',
    'likelihood-with-confidence',
    'moderate-confidence'
  ),
  one(
    'With a high level of confidence, war is almost certain.',
    'likelihood-with-confidence',
    'war is almost certain'
  ),
  one(
    'First sentence.\n\n- With low to moderate confidence: a split is unlikely.',
    'likelihood-with-confidence',
    'a split is unlikely'
  ),
  // A likelihood with a hedge
  one('A ceasefire is very likely maybe.', 'hedged-likelihood', 'very likely maybe'),
  one('A ceasefire is very likely, maybe.', 'hedged-likelihood', 'very likely, maybe'),
  one('A split is perhaps unlikely.', 'hedged-likelihood', 'perhaps unlikely'),
  one('Possibly likely: the talks go on.', 'hedged-likelihood', 'Possibly likely'),
  one('A recount is unlikely (perhaps).', 'hedged-likelihood', 'unlikely (perhaps'),
  one('It is somewhat likely that he stays.', 'hedged-likelihood', 'somewhat likely'),
  one('Likely, possibly; that is all.', 'hedged-likelihood', 'Likely, possibly'),
  // Certainty
  one('There is zero chance of an agreement.', 'certainty', 'zero chance'),
  one('He has no chance of winning.', 'certainty', 'no chance'),
  one('We are absolutely certain of it.', 'certainty', 'absolutely certain'),
  one('It is completely impossible.', 'certainty', 'completely impossible'),
  one('We can say with complete certainty who did it.', 'certainty', 'with complete certainty'),
  one('It is beyond any doubt.', 'certainty', 'beyond any doubt'),
  {
    text: 'The chance of a strike is 0 %.',
    finds: [
      ['certainty', 'chance of a strike is 0 %'],
      ['unsourced-number', '0 %']
    ]
  },
  {
    text: 'We are 100 % sure.',
    finds: [
      ['certainty', '100 % sure'],
      ['unsourced-number', '100 %']
    ]
  },
  {
    text: 'There is a hundred per cent probability of rain.',
    finds: [
      ['certainty', 'hundred per cent probability'],
      ['unsourced-number', 'hundred per cent']
    ]
  },
  // Vague words
  one('The talks may fail.', 'vague-word', 'The talks may fail.'),
  one('A ceasefire could follow.', 'vague-word', 'could follow'),
  one('Turnout might fall.', 'vague-word', 'might fall'),
  one('Could be that the talks fail.', 'vague-word', 'Could be'),
  one('The talks may well fail in May.', 'vague-word', 'may well'),
  one('Prices may not rise, but they could double.', 'vague-word', 'could double'),
  one('“They may”, and the talks may fail.', 'vague-word', 'the talks may fail'),
  one('He left. The government may fall.', 'vague-word', 'The government may fall.'),
  one('- The left may split\n- The right will not', 'vague-word', 'The left may split'),
  one('> They may come.\n\nThe talks may fail.', 'vague-word', 'The talks may fail.'),
  one('The might of the army might be overrated.', 'vague-word', 'might be overrated'),
  one('**Winter could be hard.**', 'vague-word', 'Winter could be hard.'),
  // Numbers
  one('1.7 million people live there.', 'unsourced-number', '1.7 million'),
  one('1,700,000 people live there.', 'unsourced-number', '1,700,000'),
  one('24.6 % live in the capital.', 'unsourced-number', '24.6 %'),
  one('Exports fell by 85 percent.', 'unsourced-number', '85 percent'),
  one('Exports fell by eighty-five per cent.', 'unsourced-number', 'eighty-five per cent'),
  one('Exports were worth $2.6bn.', 'unsourced-number', '2.6bn'),
  one('Twenty-five factories closed.', 'unsourced-number', 'Twenty-five'),
  one('It ranks 3rd of 24.', 'unsourced-number', '3rd'),
  one('Some 80 factories closed.', 'unsourced-number', '80'),
  one('350 % of the plan was met.', 'unsourced-number', '350 %'),
  one('In 1998 the war ended.', 'unsourced-number', '1998'),
  one('| Trucks | 351 |\n|---|---|\n| Days | 12 |', 'unsourced-number', '351'),
  one('Five million people fled.', 'unsourced-number', 'Five million'),
  // Quotes
  one(
    'He wrote that “the best way to end the war is to go straight to a peace agreement”.',
    'differing-quote',
    'go straight to a peace agreement'
  ),
  one(
    'He wrote: "The only way to end the war is to go directly to a peace agreement."',
    'differing-quote',
    'The only way'
  ),
  one('> “nobody can be certain of anything”', 'differing-quote', 'nobody can be certain'),
  one('“We will never talk to them”, he said.', 'differing-quote', 'We will never talk'),
  one(
    'He wrote that “the best way […] is to walk directly to a peace agreement”.',
    'differing-quote',
    'is to walk directly'
  ),
  one(
    '«nobody can be sure of anything until the third round is over»',
    'differing-quote',
    'third round'
  ),
  // Several at once
  {
    text: 'With high confidence, a deal is highly likely; it could come soon.',
    finds: [
      ['mixed-scales', 'highly likely'],
      ['likelihood-with-confidence', 'a deal is highly likely'],
      ['vague-word', 'it could come soon']
    ]
  },
  {
    text: 'There is no chance that 400 trucks arrive.',
    finds: [
      ['certainty', 'no chance'],
      ['unsourced-number', '400']
    ]
  }
];

export const clean: readonly { readonly text: string; readonly scale?: LikelihoodScale }[] = [
  { text: 'An agreement is very likely this year.' },
  { text: 'An agreement is highly likely this year.', scale: 'uk' },
  { text: 'There is a realistic possibility of a strike.', scale: 'uk' },
  { text: 'There is almost no chance of a recount.' },
  { text: 'The president called a deal “highly likely”.' },
  {
    text: 'A deal is likely or probable, unlikely to last, almost certain to be signed.',
    scale: 'uk'
  },
  { text: 'The region is remote.', scale: 'uk' },
  { text: 'A vote is likely, perhaps in May.' },
  { text: 'A vote is unlikely, and perhaps nobody wants one.' },
  { text: 'Perhaps he stays; that he goes is unlikely.' },
  { text: 'An agreement is likely. We have high confidence in this judgement.' },
  { text: 'Confidence: moderate.\n\n| Outcome | Likelihood |\n|---|---|\n| Talks | likely |' },
  { text: 'The government lost a vote of confidence and is unlikely to last.' },
  { text: 'Public confidence in the bank is high.' },
  { text: 'The talks failed in May.' },
  { text: 'May 2024 brought rain.' },
  { text: 'On 5 May they met, and again in late May and on May Day.' },
  { text: 'Theresa May spoke.' },
  { text: 'He could not come, and she could no longer wait.' },
  { text: 'They may not leave the room.' },
  { text: 'The minister said that the talks may fail.' },
  { text: 'According to officials, a ceasefire could follow.' },
  { text: 'Under the constitution, parliament may dissolve itself.' },
  { text: '“It may”, he said; the other thought that prices “could fall”.' },
  { text: '> The talks may fail, and prices could rise.' },
  { text: 'Could Kyiv put it to a vote?' },
  { text: 'What could follow' },
  { text: 'It is open whether they might agree.' },
  { text: 'The army showed its might.' },
  { text: '1.6 million people live in the region.' },
  { text: 'Some 1 600 000 people live there; 1.600.000 as they write it.' },
  { text: '24.5% live in the capital, 24.5 percent of all.' },
  { text: 'Exports fell by 80 %, that is by eighty percent, to $2.5bn.' },
  { text: 'It ranks 2nd of twenty-four; the other two do not matter.' },
  { text: 'On Monday, 18 August 2025, they meet; on 2025-08-19 they leave.' },
  { text: 'There are three options, and step 3 is the hardest.' },
  { text: 'The G7 and the F-16 are not numbers, nor is COVID-19.' },
  { text: 'In 2014 the 350 trucks took 12 days.' },
  { text: 'Likely means 55–80 % here.' },
  { text: 'He wrote that “the best way to end the war is to go directly to a peace agreement”.' },
  { text: 'He wrote: "The best way … is to go directly to a peace agreement."' },
  {
    text: 'For him “the best way [...] is to go directly to a peace agreement,” and “no” is no answer.'
  },
  {
    text: '> “nobody can be sure of anything until the second round is over”\n\nHe calls it a “second round”.'
  },
  { text: 'There is little or no chance of rain, and 24.5 per cent of nothing is nothing.' },
  { text: '```\nthe talks may fail: 99 times\n```\n\nThe code `could fail` is quoted.' }
];
