/** `standpoint lint`: what the judgement linter finds in a briefing. */
import { lintRules, withoutDismissed } from '../domain/lint/finding.js';
import { lintBriefing } from '../domain/lint/lint-briefing.js';
import { dayOf } from '../domain/base/values.js';
import { counted } from '../domain/text/joined-words.js';
import { type CliCommand, dayOption, json, libraryAndJson, shown } from './command.js';
import { findId, useLibrary } from './use-library.js';

export const lint: CliCommand = {
  name: 'lint',
  usage: 'ID [--as-of DAY]',
  summary: 'Tells where a briefing departs from the standards of analytic writing',
  details: `What was dismissed in the window stays away. Review dates are measured by the day, today if
none is given. Findings are a result: the exit code is 0 with and without them. The JSON is
described in docs/json.md.`,
  options: { ...libraryAndJson, 'as-of': { type: 'string' } },
  arity: [1, 1],
  async run({ positionals: [given = ''], values }, io) {
    const day = dayOption(values, 'as-of') ?? dayOf(new Date());
    const { briefing, texts } = await useLibrary(values, io, 'read', async (opened) =>
      opened.open(await findId(opened, given))
    );
    const found = withoutDismissed(lintBriefing(briefing, texts, day), briefing.dismissals);
    const findings = found.map((finding) => ({ ...finding, ...lintRules[finding.rule] }));
    if (values['json']) {
      io.out(json({ briefing: { id: briefing.id, title: briefing.title }, findings }));
      return 0;
    }
    const headings = new Map(briefing.cards.map(({ id, heading }) => [id, heading]));
    for (const { in: place, about, title, words, message, standard } of findings) {
      const where = headings.get(about) ?? place.replace('-', ' ');
      io.out(`${shown(where)}: ${title}: ${shown(words)}\n  ${shown(message)}\n  ${standard}`);
    }
    io.out(findings.length ? `${counted(findings.length, 'finding')}.` : 'Nothing found.');
    return 0;
  }
};
