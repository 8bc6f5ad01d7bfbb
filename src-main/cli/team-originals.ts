/** The files that sources were read from, as `standpoint team` hands them over and fetches them. */
import { ExpectedFailure } from '../domain/base/result.js';
import type { Briefing } from '../domain/briefing/briefing.js';
import { titleOfSource } from '../domain/briefing/source.js';
import { quoted } from '../domain/terms/terms.js';
import { counted } from '../domain/text/joined-words.js';
import { partInWords } from '../domain/text/size-in-words.js';
import type { Team } from '../team/team.js';
import { type Io, json, type OptionValues, shown } from './command.js';

/** Whatever keeps them from it, the changes themselves are shared by then. */
export async function shareOriginals(team: Team, io: Io): Promise<void> {
  try {
    await team.handOverOriginals((number, of) =>
      io.err(`standpoint: handing over original file ${number} of ${of}…`)
    );
  } catch (error) {
    if (!(error instanceof ExpectedFailure)) throw error;
    io.err(
      `standpoint: not all original files were handed over. ${error.message} “standpoint team update” goes on with them.`
    );
  }
}

/** Those of a briefing that are not here come into the library. Prints the hash and the name of each that is there then. */
export async function fetchOriginals(
  team: Team,
  { sources }: Briefing,
  values: OptionValues,
  io: Io
): Promise<void> {
  const having = sources.filter(({ original }) => original !== null);
  const there: { readonly hash: string; readonly name: string }[] = [];
  let missing = 0;
  for (const source of having) {
    const { hash, name } = source.original ?? { hash: '', name: '' };
    const title = quoted(shown(titleOfSource(source)));
    let told = 0;
    try {
      await team.fetchOriginal(hash, (done, of) => {
        // A line stays where it was written: one for every tenth of a large file is enough.
        if (done < of && done - told < of / 10) return;
        told = done;
        io.err(`standpoint: fetching the original of ${title}, ${partInWords(done, of)}`);
      });
      there.push({ hash, name });
      if (!values['json']) io.out(`${hash}  ${shown(name)}`);
    } catch (error) {
      if (!(error instanceof ExpectedFailure)) throw error;
      missing += 1;
      io.err(`standpoint: the original of ${title} could not be fetched. ${error.message}`);
    }
  }
  if (values['json']) io.out(json(there));
  if (missing === 0) return;
  throw new ExpectedFailure(
    'no-original',
    `${missing} of ${counted(having.length, 'original file')} could not be fetched. The texts of the sources are whole, and what was fetched is kept.`
  );
}
