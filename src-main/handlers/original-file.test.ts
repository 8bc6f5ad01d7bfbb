/** Protects a person who opens what came with a stranger's briefing: no name makes a file into a program. */
import { expect, test } from 'vitest';
import { opensInViewer } from '../domain/program/article.js';
import { beginsAsNamed, fileOfOriginal } from './original-file.js';

const facts = (name: string) => ({ hash: '0'.repeat(64), name, bytes: 1, mediaType: 'text/plain' });

test.each([
  ['Report.pdf', 'Report.pdf', 'pdf'],
  ['Report.PDF', 'Report.pdf', 'pdf'],
  ['page.html', 'page.html', 'html'],
  ['setup.exe', 'setup.exe.bin', 'bin'],
  ['run.desktop', 'run.desktop.bin', 'bin'],
  ['report.pdf.exe', 'report.pdf.exe.bin', 'bin'],
  ['.bashrc', 'bashrc.bin', 'bin'],
  ['../../.config/autostart/x.pdf', 'config autostart x.pdf', 'pdf'],
  ['C:\\Windows\\x.docx', 'C Windows x.docx', 'docx'],
  ['report\u202efdp.exe', 'report fdp.exe.bin', 'bin'],
  ['/', 'Briefing.bin', 'bin']
])('a copy of %j is called %j', (name, called, ending) => {
  expect(fileOfOriginal(facts(name))).toEqual({ name: called, ending });
});

test.each([
  'a.html',
  'a.htm',
  'a.xhtml',
  'a.mhtml',
  'a.mht',
  'a.eml',
  'a.exe',
  'a',
  'a.txt',
  'a.md'
])('%s is not handed to the system to be opened', (name) =>
  expect(opensInViewer(facts(name))).toBe(false)
);

test.each([
  ['a.pdf', '%PDF-1.7', true],
  ['a.pdf', '\n\n%PDF-1.7', true],
  ['a.pdf', '#!/bin/sh', false],
  ['a.pdf', 'MZ\x90', false],
  ['a.docx', 'PK\x03\x04', true],
  ['a.docx', '{\\rtf1', false],
  ['a.html', 'PK\x03\x04', false]
])('%s that begins with %j: %j', (name, start, is) => {
  expect(beginsAsNamed(facts(name), Buffer.from(start, 'latin1'))).toBe(is);
});
