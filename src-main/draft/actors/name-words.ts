/** Words that tell what a name names, as far as that takes the lists of names. */
import { isGroupWord, isKnownOrganisation } from '../../domain/text/name-words.js';
import { isListed } from './name-lists.js';

/** The seat of a government that stands for it when it speaks: "Kyiv rejected the offer". */
export const seats: Readonly<Record<string, string>> = {
  Washington: 'United States',
  Moscow: 'Russia',
  Kremlin: 'Russia',
  Kyiv: 'Ukraine',
  Kiev: 'Ukraine',
  Beijing: 'China',
  London: 'United Kingdom',
  'Downing Street': 'United Kingdom',
  Paris: 'France',
  Berlin: 'Germany',
  Rome: 'Italy',
  Madrid: 'Spain',
  Tehran: 'Iran',
  'New Delhi': 'India',
  Tokyo: 'Japan',
  Seoul: 'South Korea',
  Pyongyang: 'North Korea',
  Ankara: 'Turkey',
  Cairo: 'Egypt',
  Warsaw: 'Poland',
  Ottawa: 'Canada',
  Canberra: 'Australia',
  Islamabad: 'Pakistan',
  Damascus: 'Syria',
  Baghdad: 'Iraq',
  Riyadh: 'Saudi Arabia',
  Brussels: 'European Union',
  'White House': 'United States',
  Caracas: 'Venezuela',
  Havana: 'Cuba',
  Minsk: 'Belarus'
};
/** Adjective → state, where the dictionary does not pair them. */
export const demonyms: Readonly<Record<string, string>> = {
  american: 'United States',
  'u.s.': 'United States',
  us: 'United States',
  british: 'United Kingdom',
  'u.k.': 'United Kingdom',
  uk: 'United Kingdom',
  russian: 'Russia',
  ukrainian: 'Ukraine',
  chinese: 'China',
  french: 'France',
  german: 'Germany',
  italian: 'Italy',
  spanish: 'Spain',
  iranian: 'Iran',
  indian: 'India',
  japanese: 'Japan',
  israeli: 'Israel',
  turkish: 'Turkey',
  egyptian: 'Egypt',
  polish: 'Poland',
  canadian: 'Canada',
  australian: 'Australia',
  pakistani: 'Pakistan',
  syrian: 'Syria',
  iraqi: 'Iraq',
  saudi: 'Saudi Arabia',
  venezuelan: 'Venezuela',
  cuban: 'Cuba',
  belarusian: 'Belarus',
  dutch: 'Netherlands',
  swedish: 'Sweden',
  norwegian: 'Norway',
  danish: 'Denmark',
  finnish: 'Finland',
  greek: 'Greece',
  hungarian: 'Hungary',
  irish: 'Ireland',
  mexican: 'Mexico',
  brazilian: 'Brazil',
  argentine: 'Argentina',
  'south korean': 'South Korea',
  'north korean': 'North Korea',
  european: 'European Union',
  eu: 'European Union'
};

export function isGroupNoun(word: string): boolean {
  return isGroupWord(word) || isPeople(word);
}

/** Many of one people or faith: "Palestinians", "Muslims"; not "Jones". */
export function isPeople(word: string): boolean {
  if (!/^\p{Lu}\p{Ll}{2,}s$/u.test(word) || isKnownOrganisation(word)) return false;
  return (
    isListed(word.slice(0, -1), 'peoples') && !isListed(word, 'lastNames', 'firstNames', 'places')
  );
}
