/** A program that works on a library until it is killed: `node victim.mjs FOLDER SEED STATE ARCHIVES`. */
import type { Id } from '../../../domain/base/values.js';
import { openLibrary } from '../../open-library.js';
import { type Archives, doWithoutEnd, type Expected, type State } from './deeds.js';

const [folder = '', seed = '1', state = '[]', archives = '{}'] = process.argv.slice(2);
let number = Number(seed);
/** A linear congruential generator: good enough to choose deeds, and the same for the same seed. */
const random = () => (number = (number * 1_664_525 + 1_013_904_223) % 2 ** 32) / 2 ** 32;

const library = await openLibrary(folder);
const known: State = new Map(JSON.parse(state) as [Id, Expected][]);
await doWithoutEnd(library, known, JSON.parse(archives) as Archives, random, (report) =>
  process.stdout.write(`${JSON.stringify(report)}\n`)
);
