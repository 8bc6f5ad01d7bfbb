/** Checks British English. The package hides its files from imports by name, so they are named by their place. */
import affixes from '../../node_modules/dictionary-en-gb/index.aff?raw';
import words from '../../node_modules/dictionary-en-gb/index.dic?raw';
import { serveSpelling } from './serve-spelling.js';

serveSpelling(affixes, words);
