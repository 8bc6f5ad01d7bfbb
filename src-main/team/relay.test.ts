/** Protects that a library is shared over a real PostgreSQL, and that no word of it can be read there. */
import { execFileSync } from 'node:child_process';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyBriefing } from '../domain/briefing/briefing.js';
import { newCard } from '../domain/briefing/entries.js';
import { newSource } from '../domain/briefing/source.js';
import { localLibrary } from '../libraries/local-library.js';
import { sha256 } from '../store/kept-by-hash.js';
import { openLibrary } from '../store/open-library.js';
import { testFolder } from '../store/testing/folder.js';
import {
  addressOf,
  asAdmin,
  makeRelay,
  sharedPostgres,
  withClient
} from './carriers/testing/shared-postgres.js';
import { decodeInvitation } from './sealing/invitation.js';
import { foundTeam, joinTeam, openTeam, type Team } from './team.js';

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

      const dump = execFileSync(
        join(server!.programs, 'pg_dump'),
        [addressOf(server!, relay.database, server!)],
        {
          maxBuffer: 1 << 28
        }
      );
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

  test.runIf(server?.rootCertificate)(
    'an invitation brings the certificate of an issuer of one’s own, whose file only the inviter has',
    async () => {
      const relay = await makeRelay(server!);
      const place = await testFolder('team-certificate');
      const file = join(place, 'own.crt');
      await writeFile(file, await readFile(server!.rootCertificate!));
      const libraries = await Promise.all(
        ['anna', 'ben', 'carl'].map((name) => openLibrary(join(place, name)))
      );
      const [first, second, third] = libraries.map((library) => localLibrary(library));
      const owner = `${relay.owner.replace(/@[^:/]+/, '@localhost')}?sslmode=verify-full`;
      const teams: Team[] = [];
      const held = (team: Team) => {
        teams.push(team);
        return team;
      };
      try {
        const address = `${owner}&sslrootcert=${encodeURIComponent(file)}`;
        const anna = held(await foundTeam(first!, { address, name: 'Desk', person: 'Anna' }));
        await anna.exchange();
        // Whose address names no file.
        const { line } = await anna.invite('Ben', { days: 7, owner });
        const carl = await anna.invite('Carl', { days: 7, owner });
        await rm(file);
        const ben = held(await joinTeam(second!, { invitation: line, person: 'Ben' }));
        await ben.exchange();
        expect(ben.state).toMatchObject({ away: null });
        expect(decodeInvitation(line).carrier).not.toContain('own.crt');
        // Another file may be named; one that is not there is told.
        const given = { invitation: carl.line, person: 'Carl' };
        await expect(joinTeam(third!, { ...given, certificates: file })).rejects.toMatchObject({
          code: 'carrier-refuses',
          message: expect.stringMatching(
            /own\.crt, which cannot be read here\. Put that file/
          ) as string
        });
        await ben.reachBy({ certificates: server!.rootCertificate! });
        held(await joinTeam(third!, { ...given, certificates: server!.rootCertificate! }));
      } finally {
        for (const team of teams) await team.close();
        for (const library of libraries) await library.close();
        await rm(place, { recursive: true, force: true });
      }
    }
  );

  test('a password that was changed on the server is taken where the server takes it, and kept', async () => {
    const relay = await makeRelay(server!);
    const place = await testFolder('team-password');
    const library = await openLibrary(join(place, 'anna'));
    const local = localLibrary(library);
    let anna = await foundTeam(local, { address: relay.owner, name: 'Desk', person: 'Anna' });
    const refused = { code: 'carrier-refuses' };
    try {
      await anna.exchange();
      const role = await withClient(relay.owner, async (client) => {
        const { rows } = await client.query<{ role: string }>(
          'SELECT role FROM standpoint.members m JOIN standpoint.libraries l ON l.id = m.library WHERE l.last > 0'
        );
        return rows[0]!.role;
      });
      const change = (password: string) =>
        asAdmin(server!, relay.database, [
          `ALTER ROLE ${role} PASSWORD '${password}'`,
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '${role}'`
        ]);
      await change('second');
      await expect(anna.exchange()).rejects.toMatchObject(refused);
      await expect(anna.reachBy({ password: 'wrong' })).rejects.toMatchObject(refused);
      await anna.reachBy({ password: 'second' });
      expect(anna.state).toMatchObject({ away: null, unsent: 0 });
      await anna.close();
      anna = (await openTeam(local))!;
      const briefing = emptyBriefing('Later');
      await library.create(briefing, {});
      anna.changed(briefing.id);
      await anna.exchange();
      await change('third');
      // The same place by the whole address, as “standpoint team move” has it.
      const address = addressOf(server!, relay.database, { role, password: 'third' });
      expect(await anna.moveTo(address)).toEqual({ rows: 0, files: 0, faults: [] });
      anna = (await openTeam(local))!;
      await anna.exchange();
      expect(anna.state).toMatchObject({ away: null, unsent: 0 });
    } finally {
      await anna.close();
      await library.close();
      await rm(place, { recursive: true, force: true });
    }
  });

  test('a role ends with its member where the owner is named, else a sentence says that it stands; its invitation may be revoked', async () => {
    const relay = await makeRelay(server!);
    const place = await testFolder('team-roles');
    const libraries = await Promise.all(
      ['anna', 'ben', 'carl'].map((name) => openLibrary(join(place, name)))
    );
    const [first, second, third] = libraries.map((library) => localLibrary(library));
    const given = { address: relay.owner, name: 'Desk', person: 'Anna' };
    const anna = await foundTeam(first!, given);
    const roles = () =>
      withClient(relay.owner, async (client) => {
        const { rows } = await client.query<{ rolname: string }>(
          'SELECT r.rolname FROM pg_roles r JOIN standpoint.members m ON m.role = r.rolname WHERE m.library = (SELECT id FROM standpoint.libraries WHERE last > 0)'
        );
        return rows.map(({ rolname }) => rolname);
      });
    try {
      await anna.exchange();
      const join_ = async (library: typeof first, person: string) => {
        const { line } = await anna.invite(person, { days: 7, owner: relay.owner });
        const team = await joinTeam(library!, { invitation: line, person });
        await team.exchange();
        await anna.exchange();
        addresses.set(person, decodeInvitation(line).carrier);
        return team;
      };
      const addresses = new Map<string, string>();
      const [ben, carl] = [await join_(second, 'Ben'), await join_(third, 'Carl')];
      expect(await roles()).toHaveLength(3);
      const stands = await anna.remove(ben.state.you, null);
      expect(stands).toMatch(/^The role “standpoint_[0-9a-f]{8}” of Ben still stands/);
      expect(await roles()).toHaveLength(3);
      const elsewhere = relay.owner.replace(/[^/]*$/, 'another');
      expect(await anna.remove(carl.state.you, elsewhere)).toMatch(
        /not an address of the database .* of Carl still stands/
      );
      await withClient(addresses.get('Carl')!, async (client) => {
        client.on('error', () => undefined);
        // Until that ends nobody else appends.
        await client.query('BEGIN');
        await client.query(
          `SELECT standpoint.append(id, ARRAY[gen_random_uuid()], ARRAY[1], ARRAY[gen_random_uuid()], ARRAY[1], 'x') FROM standpoint.libraries`
        );
        expect(await anna.remove(carl.state.you, relay.owner)).toBeNull();
      });
      expect(await roles()).toHaveLength(2);
      await expect(carl.exchange()).rejects.toMatchObject({ code: 'carrier-refuses' });
      await anna.invite('Dora', { days: 7, owner: relay.owner });
      expect(await roles()).toHaveLength(3);
      const dora = anna.state.invitations.find(({ person }) => person === 'Dora');
      expect(await anna.revoke(dora!.id, relay.owner)).toBeNull();
      // Ben's stands; as the page for whoever runs the server says, it ends.
      const role = /“(.*)” of Ben/.exec(stands!)![1]!;
      await withClient(relay.owner, async (client) => {
        for (const statement of await documentedEnd(relay.database, role)) {
          await client.query(statement);
        }
      });
      expect(await roles()).toHaveLength(1);
      // To a folder, by what the server holds alone.
      const folder = join(place, 'copy');
      expect((await anna.copyTo(folder)).faults).toEqual([]);
      expect(await anna.leave(relay.owner)).toMatch(/^Nobody shares .* opens it\.$/);
      expect(await roles()).toEqual([]);
      await Promise.all([ben.close(), carl.close()]);
    } finally {
      await anna.close();
      for (const library of libraries) await library.close();
      await rm(place, { recursive: true, force: true });
    }
  });
});

/** The statements under “Ending a role”, so that the page stays true. */
async function documentedEnd(database: string, role: string): Promise<readonly string[]> {
  const page = await readFile(join(import.meta.dirname, '../../docs/team-server.md'), 'utf8');
  const [, sql = ''] = /## Ending a role[\s\S]*?```sql\n([\s\S]*?)```/.exec(page) ?? [];
  const own = sql.replaceAll('standpoint_team', database).replaceAll('THE_ROLE', role);
  return own
    .split(';')
    .map((each) => each.trim())
    .filter(Boolean);
}
