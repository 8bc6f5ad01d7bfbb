import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { homeFolder, libraryFolder } from './location.js';

test('the library lies in the program’s folder, which the environment may move', () => {
  expect(libraryFolder({ STANDPOINT_HOME: '/elsewhere' })).toBe(
    join(resolve('/elsewhere'), 'library')
  );
  expect(homeFolder({ STANDPOINT_HOME: '' })).toMatch(/Standpoint/);
  expect(libraryFolder({})).toBe(join(homeFolder({}), 'library'));
});
