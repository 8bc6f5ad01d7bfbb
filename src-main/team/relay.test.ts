/** Protects that a library is shared over a real PostgreSQL, and that no word of it can be read there. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hashOf } from './sealing/bytes.js';
import { toHex } from './sealing/bytes.js';
import { emptyBriefing } from '../domain/briefing/briefing.js';
import { newCard, newSource } from '../domain/briefing/entries.js';
import { sharedLibrary } from '../libraries/shared-library.js';
import { openLibrary } from '../store/open-library.js';
import { testFolder } from '../store/testing/folder.js';
import { makeRelay, sharedPostgres } from './carriers/testing/shared-postgres.js';
import { foundTeam, joinTeam } from './team.js';
