/** The kind of an actor whose name a person typed. */
import { expect, test } from 'vitest';
import { actorTypeOf } from './actor-type.js';

test.each([
  ...['Anna Lee', 'J. D. Vance', 'Ursula von der Leyen', 'Bashar al-Assad', 'President Macron'],
  ...['Dr. Anna Lee', 'Siobhán O’Neil', 'Jean-Luc Picard', 'Анна Ли', 'Merkel']
])('“%s” is a person', (name) => expect(actorTypeOf(name)).toBe('person'));

test.each([
  ['United States', 'state'],
  ['U.S.', 'state'],
  ['Saudi Arabia', 'state'],
  ['Ukraine', 'state'],
  ['NATO', 'organisation'],
  ['European Commission', 'organisation'],
  ['Lee & Partners', 'organisation'],
  ['Goldman Sachs', 'organisation'],
  ['Islanders', 'group'],
  ['Young voters', 'group'],
  ['The island’s fishermen', 'group'],
  ['Republican Senators', 'group'],
  ['Lee', 'group'],
  ['Lake Erie', 'group'],
  ['Northgate Terminals', 'group'],
  ['the mayor', 'group'],
  ['ABC XYZ', 'group'],
  ['', 'group']
] as const)('“%s” is a %s', (name, type) => expect(actorTypeOf(name)).toBe(type));
