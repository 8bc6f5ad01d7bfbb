/** Protects that a library is shared over a real PostgreSQL, and that no word of it can be read there. */
import { execFileSync } from 'node:child_process';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyBriefing } from '../domain/briefing/briefing.js';
import { newCard } from '../domain/briefing/entries.js';
import { newSource } from '../domain/briefing/source.js';
import { localLibrary } from '../libraries/local-library.js';
import { sha256 } from '../store/kept-by-hash.js';
import { openLibrary } from '../store/open-library.js';
import { testFolder } from '../store/testing/folder.js';
import { addressOf, makeRelay, sharedPostgres } from './carriers/testing/shared-postgres.js';
import { foundTeam, joinTeam } from './team.js';

const server = await sharedPostgres('the tests of a library that is shared by a server');

describe.runIf(server !== null)('a library that is shared by a server', () => {
  test('reaches who joins, and leaves no word in the server’s tables, its log or its journal', async () => {
    const relay = await makeRelay(server!);
    const place = await testFolder('team-relay');
    const libraries = await Promise.all(
      ['anna', 'ben'].map((name) => openLibrary(join(place, name)))
    );
    const [first, second] = libraries.map((library) => localLibrary(library));
    const canaries = [
      ...['Wordintitle', 'Wordincard', 'Wordinsource', 'Wordinoriginal'],
      ...['Nameoffile', 'Nameofperson', 'Wordofben']
    ];
    const anna = await foundTeam(first!, {
      address: relay.owner,
      name: 'Nameoflibrary',
      person: 'Nameofperson'
    });
    try {
      const text = 'Wordinsource, and more of them.';
      // Of several parts.
      const file = Buffer.alloc(2_500_000, 'Wordinoriginal ');
      const hash = sha256(file);
      const original = {
        hash,
        name: 'Nameoffile.pdf',
        bytes: file.length,
        mediaType: 'application/pdf'
      };
      await libraries[0]!.addOriginals({ [hash]: file });
      const source = {
        ...newSource({ text: sha256(Buffer.from(text)), importedAt: '2026-01-01T00:00:00Z' }),
        original
      };
      const card = newCard('context', { heading: 'Heading', body: 'Wordincard.' });
      const briefing = { ...emptyBriefing('Wordintitle'), cards: [card], sources: [source] };
      await libraries[0]!.create(briefing, { [source.text]: text });
      anna.changed(briefing.id);
      await anna.exchange();
      expect(await anna.handOverOriginals()).toBe(1);
      const { line } = await anna.invite('Ben', { days: 7, owner: relay.owner });
      const ben = await joinTeam(second!, { invitation: line, person: 'Ben', place: null });
      await ben.exchange();
      await anna.exchange();
      const held = await libraries[1]!.open(briefing.id);
      expect(held.texts[source.text]).toBe(text);
      const got: number[] = [];
      await ben.fetchOriginal(hash, (done, of) => got.push(Math.round((done / of) * 100)));
      expect(got).toEqual([42, 84, 100]);
      expect((await libraries[1]!.readOriginal(hash))?.length).toBe(file.length);
      await libraries[1]!.save(briefing.id, held.revision, {
        fields: {},
        cards: { put: [{ ...card, body: 'Wordofben.' }], removed: [], order: null }
      });
      ben.changed(briefing.id);
      await ben.exchange();
      await anna.exchange();
      const { cards } = (await libraries[0]!.open(briefing.id)).briefing;
      expect(cards.map(({ body }) => body)).toEqual(['Wordofben.']);
      await ben.close();

      const dump = execFileSync('pg_dump', [addressOf(server!, relay.database, server!)], {
        maxBuffer: 1 << 28
      });
      const journal = join(server!.data, 'pg_wal');
      const names = (await readdir(journal)).filter((name) => /^[0-9A-F]{24}$/.test(name));
      const files = await Promise.all(
        [...names.map((name) => join(journal, name)), server!.log].map((path) => readFile(path))
      );
      const written = [dump, ...files].map((bytes) => bytes.toString('latin1').toLowerCase());
      for (const word of [...canaries, 'Nameoflibrary']) {
        for (const bytes of written) {
          expect(bytes.includes(word.toLowerCase()), word).toBe(false);
          // A dump writes bytes as hexadecimal digits.
          expect(bytes.includes(Buffer.from(word).toString('hex')), word).toBe(false);
        }
      }
      // What is looked for would be found.
      expect(dump.includes('standpoint')).toBe(true);
    } finally {
      await anna.close();
      for (const library of libraries) await library.close();
      await rm(place, { recursive: true, force: true });
    }
  });
});
