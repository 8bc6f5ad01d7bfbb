/** Who wrote and who published an article, told by its own head, in forms that mean nothing else. Pure. */
import { agenciesOf } from '../origins/agencies.js';
import { inOneLine } from '../text/in-one-line.js';

const word = "[\\p{Lu}\\d][\\p{L}\\p{N}&.’'-]*";
const name = `(?:[Tt]he )?${word}(?: (?:${word}|of|and|the|for|&)){0,4}`;
const dash = '[—–-]{1,2}';
/** “Bridge shut | The Harrow Post” */
const behindBar = new RegExp(`\\s\\\\?\\|\\s(${name})$`, 'u');
/** “Bridge shut - The Harrow Post”, where only the name itself tells that it is no part of the headline. */
const behindDash = new RegExp(`\\s${dash}\\s(${name})$`, 'u');
/** “By Ann Lee for The Harrow Post” */
const inByline = new RegExp(`^By ${name} for (${name})\\.?$`, 'mu');
/** “By Ann Lee, The Harrow Post, 3 May 2026”, where the place of an office may stand as well */
const behindByline = new RegExp(
  `^[*_]{0,3}By ${name}, (${name})(?:, [\\p{L}\\d .,]{4,20})?\\.?[*_]{0,3}$`,
  'mu'
);
/** A line of its own below “By Ann Lee and Bo Ek”. */
const belowByline = new RegExp(
  `^[*_]{0,3}By \\p{Lu}[^\\n]{2,80}\\n+[*_]{0,3}(${name})[*_]{0,3}$`,
  'mu'
);
/** “The Harrow Post, 3 May 2026”, on a line of its own */
const beforeDay = new RegExp(
  `^[*_]{0,3}(${name})(?:,| [|·–—-]) (?:\\p{L}+,? )?(?:\\d{1,2} \\p{L}+|\\p{L}+ \\d{1,2})[, ]{1,2}\\d{4}[*_]{0,3}$`,
  'mu'
);
/** “HARROW, 3 May (Wire) — ” */
const inDateline = new RegExp(
  `^(?:\\p{Lu}[\\p{L}\\d ,.’'-]{1,60} )?\\(([\\p{L} ]{2,40})\\) ?${dash} \\S`,
  'mu'
);
/** Parts of a site that stand where its name does. */
const section =
  /^(?:news|world|politics|opinion|business|sports?|culture|science|health|video|live|analysis|comment|home|press)$/i;
const outlet =
  /\b(?:Times|Post|Journal|News|Press|Daily|Weekly|Chronicle|Gazette|Courier|Examiner|Inquirer|Globe|Dispatch|Bulletin|Observer|Sentinel|Mirror|Tribune|Herald|Echo|Argus|Standard|Record|Register|Advertiser|Mercury|Reporter|Guardian|Telegraph|Independent|Wire|Magazine|Radio|TV|Broadcasting|BBC|CNN|NPR|Politico)\b/;
/** “By Ann Lee”, “BY ANN LEE AND BO EK”, “By Ann Lee, Harrow”: a line of its own */
const writer =
  "\\p{Lu}[\\p{L}.’'-]*(?: (?:(?:de|da|del|der|van|von|bin|al) )*\\p{Lu}[\\p{L}.’'-]*){1,3}";
const writers = new RegExp(
  `^[*_]{0,3}B[Yy] (${writer}(?:(?:, | and | AND )${writer}){0,3})(?: for [^\\n]{2,60}| ?[,|·][^\\n]{2,60})?\\.?[*_]{0,3}$`,
  'mu'
);
/** Stand in a byline beside a name or in its place. */
const noWriter =
  /\b(?:staff|writers?|reporters?|correspondents?|editors?|desk|team|agency|agencies|our|the)\b/i;
/** UTF-16 units of a text in which bylines and datelines stand. */
const head = 1_200;

/**
 * Empty where neither says it. The name behind a headline goes before that in a byline, and that before an
 * agency's, whose report others print.
 */
export function publisherIn(headline: string, text: string): string {
  const title = inOneLine(headline);
  const opening = text.slice(0, head);
  const found = [
    nameIn(behindBar, title),
    ...[nameIn(behindDash, title)].filter(isOutlet),
    nameIn(inByline, opening),
    ...[behindByline, belowByline, beforeDay, inDateline]
      .map((form) => nameIn(form, opening))
      .filter(isOutlet)
  ].find((each) => each !== '' && !section.test(each));
  return found ?? '';
}

/** As the byline tells them: “Ann Lee and Bo Ek”. Empty where there is none. */
export function authorIn(text: string): string {
  const found = writers.exec(text.slice(0, head))?.[1] ?? '';
  const people = found.split(/(?=, | and | AND )/).filter((one) => {
    const name = one.replace(/^(?:, | and | AND )/, '');
    return !noWriter.test(name) && !isOutlet(name);
  });
  return people.join('');
}

function nameIn(form: RegExp, words: string): string {
  const found = form.exec(words)?.[1] ?? '';
  return agenciesOf(`(${found})`)[0] ?? found;
}

function isOutlet(found: string): boolean {
  return outlet.test(found) || agenciesOf(`(${found})`).length > 0;
}
