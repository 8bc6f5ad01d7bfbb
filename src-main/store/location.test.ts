import { userInfo } from 'node:os';
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

test('an empty HOME leads to the home that the system knows, never to the folder of the start', () => {
  const data = join('.local', 'share', 'Standpoint');
  expect(homeFolder({}, data)).toBe(join(userInfo().homedir, data));
  const unknown = () => {
    throw new Error('ENOENT: no such user');
  };
  expect(() => homeFolder({}, data, unknown)).toThrow(/HOME is empty/);
  expect(homeFolder({ STANDPOINT_HOME: '/elsewhere' }, data, unknown)).toBe(resolve('/elsewhere'));
});
