/** The table of commands: a new one is one file and one line here. */
import { anchor } from './anchor.js';
import { backup, restore } from './backup.js';
import { check } from './check.js';
import type { Command } from './command.js';
import { compare } from './compare.js';
import { draft } from './draft.js';
import { exportCommand } from './export.js';
import { importAnnotations } from './import-annotations.js';
import { importFiles } from './import.js';
import { lint } from './lint.js';
import { list } from './list.js';
import { positions } from './positions.js';
import { search } from './search.js';
import { show } from './show.js';
import { versions } from './versions.js';

export const commands: readonly Command[] = [
  draft,
  importFiles,
  list,
  show,
  search,
  positions,
  versions,
  compare,
  lint,
  exportCommand,
  anchor,
  importAnnotations,
  check,
  backup,
  restore
];
