/** `standpoint check`: is every file of the library what was written? */
import { counted } from '../domain/text/joined-words.js';
import { mendIndex } from '../search/index-file.js';
import { indexFile } from '../libraries/search-library.js';
import { type Finding, isDamage } from '../store/finding.js';
import type { Library } from '../store/library.js';
import { type CliCommand, json, libraryAndJson } from './command.js';
import { useLibrary } from './use-library.js';

export const check: CliCommand = {
  name: 'check',
  usage: '[--repair]',
  summary: 'Reads and verifies every file of the library',
  details:
    'Envelopes, log, list, versions and texts; with --repair also the search index. Without --repair\n' +
    'nothing is written. What a kill or a power cut leaves, and the next start puts in order, is not\n' +
    'wrong. Exit code 1 when something is wrong that is not mended.',
  options: { ...libraryAndJson, repair: { type: 'boolean' } },
  arity: [0, 0],
  async run({ values }, io) {
    const repair = values['repair'] === true;
    const { findings, briefings } = await useLibrary(
      values,
      io,
      repair ? 'write' : 'read',
      async (opened) => ({
        findings: [...(await opened.check(repair)), ...(repair ? checkIndex(opened) : [])],
        briefings: (await opened.list()).length
      })
    );
    if (values['json']) io.out(json({ briefings, findings }));
    else {
      for (const { message } of findings) io.out(message);
      const wrong = findings.filter(isDamage).length;
      const result = wrong > 0 ? counted(wrong, 'finding') : 'nothing wrong';
      io.out(`${counted(briefings, 'briefing')} checked: ${result}.`);
    }
    return findings.some(isOpen) ? 1 : 0;
  }
};

/** Only while the library's lock is held: looking at the index takes a lock of its own beside it. */
function checkIndex(opened: Library): readonly Finding[] {
  const message = mendIndex(indexFile(opened));
  return message ? [{ code: 'damaged-index', file: 'search.sqlite', message, mended: true }] : [];
}

function isOpen(finding: Finding): boolean {
  return finding.code === 'lost-briefing' || (!finding.mended && isDamage(finding));
}
