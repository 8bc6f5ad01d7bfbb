/** `standpoint list`: the briefings of a library. */
import { type CliCommand, json, libraryAndJson, shown } from './command.js';
import { readLibrary } from './use-library.js';

export const list: CliCommand = {
  name: 'list',
  usage: '',
  summary: 'Lists the briefings of the library, latest change first',
  details: '',
  options: { ...libraryAndJson },
  arity: [0, 0],
  async run({ values }, io) {
    const summaries = await readLibrary(values, io, [], (opened) => opened.list());
    if (values['json']) io.out(json(summaries));
    else {
      for (const { id, modifiedAt, title } of summaries) {
        io.out(`${id}  ${modifiedAt.slice(0, 10)}  ${shown(title) || 'Untitled'}`);
      }
    }
    return 0;
  }
};
