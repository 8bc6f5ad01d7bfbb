import { expect, it } from 'vitest';
import { parseHostArguments } from './parse-arguments.js';

const none = { target: '.', rest: [], inspect: null, debuggingPort: null, noSandbox: false };

it.each([
  [[], none],
  [['folder'], { ...none, target: 'folder' }],
  [
    ['--no-sandbox', '--inspect=0', '--remote-debugging-port=9222', 'main.js', 'a', '--flag'],
    { target: 'main.js', rest: ['a', '--flag'], inspect: 0, debuggingPort: 9222, noSandbox: true }
  ],
  [['main.js', '--no-sandbox'], { ...none, target: 'main.js', rest: ['--no-sandbox'] }],
  [['--inspect', 'main.js'], { ...none, target: 'main.js', inspect: 0 }]
])('reads %j', (args, expected) => {
  expect(parseHostArguments(args)).toEqual(expected);
});
