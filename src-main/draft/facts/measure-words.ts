/** Words by which a clause tells what a figure in it measures. */
import { wordSet } from '../reading/tagger.js';

export const clauseConjunctions = wordSet(
  'and but or nor while as when after before because since if although though than so yet where whereas which'
);
export const copulas = wordSet('be is are was were been being');
export const levelVerbs = wordSet(`
  be is are was were been stand stands stood reach reaches reached hit hits remain remains remained
  total totals totalled totaled average averages averaged exceed exceeds exceeded amount amounts amounted
  stay stays stayed come comes came
`);
export const risingVerbs = wordSet(`
  rise rises rose risen rising grow grows grew grown growing increase increases increased increasing climb
  climbs climbed jump jumps jumped surge surges surged gain gains gained soar soars soared expand expands
  expanded
`);
export const fallingVerbs = wordSet(`
  fall falls fell fallen falling drop drops dropped dropping decline declines declined decrease decreases
  decreased shrink shrinks shrank slip slips slipped slump slumps slumped plunge plunges plunged sink sinks
  sank contract contracts contracted
`);
export const namesPeople =
  /(?:people|persons|men|women|children|civilians|voters|residents|citizens|students|patients|respondents|refugees|troops|police|staff|(?<!numb|quart|cent|met|pap|lett|comput|tow|riv|ord)ers|ants|ists|ians|ees)$/i;
/** Taken for names at the start of a sentence. */
export const commonOpener =
  /^(?:police|turnout|inflation|(?:un)?employment|exports|imports|output|growth|prices|sales|revenues?|profits?|production|spending|wages|rents|doctors|rescuers|officials|authorities|firefighters|protesters|voters|support|debt|demand|[\p{L}]+(?:ment|tion|ness|ers))$/u;
