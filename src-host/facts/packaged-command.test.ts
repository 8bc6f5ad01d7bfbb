/** Only a program that is packed with Electron starts itself to print. */
import { expect, test } from 'vitest';
import { packagedCommand } from './packaged-command.js';

test.each([
  ['/opt/Standpoint/resources/app.asar', true, 1000, []],
  ['C:\\Programs\\Standpoint\\resources\\app', true, 1000, []],
  ['/opt/Standpoint/resources/app.asar', true, 0, ['--no-sandbox']],
  ['/opt/Standpoint/resources/app.asar', false, 1000, null],
  ['/src/standpoint', true, 1000, null]
])('%s, Electron %s: %s', (folder, isElectron, uid, args) => {
  const expected = args && { file: process.execPath, args };
  expect(packagedCommand(folder, isElectron, uid)).toEqual(expected);
});
