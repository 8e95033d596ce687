import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { describe, expect, it } from 'vitest';
import { createLedger } from '../create-ledger.ts';
import { draftOf, openingDraft } from './drafts.ts';
import { durableEngines, type LedgerPlace } from './engines.ts';
import { quietLog } from './stores.ts';

const command = fileURLToPath(new URL('../verify-command.ts', import.meta.url));

function verify({ dataDir, databaseUrl = '' }: Omit<LedgerPlace, 'clean'>, ...boards: string[]) {
  const { PATH, NODE_COMPILE_CACHE } = process.env;
  const env = { PATH, NODE_COMPILE_CACHE, DATA_DIR: dataDir, DATABASE_URL: databaseUrl };
  const run = spawnSync(process.execPath, [command, ...boards], { env, encoding: 'utf8' });
  return { code: run.status, lines: run.stdout.trim().split('\n'), complaint: run.stderr };
}

async function changeBehindItsBack({ dataDir, databaseUrl }: LedgerPlace, sql: string) {
  if (databaseUrl === undefined) {
    const db = new DatabaseSync(join(dataDir, 'ledger.sqlite'));
    db.exec(sql);
    db.close();
    return;
  }
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(sql);
  await client.end();
}

const changes = {
  'another actor': "UPDATE entries SET actor = 'nobody' WHERE seq = 3 AND board = 1",
  'another fact': `UPDATE entries SET fact = replace(fact, 's2', 's9') WHERE seq = 3 AND board = 1`,
  'text that is no fact': `UPDATE entries SET fact = '{"type":' WHERE seq = 3 AND board = 1`,
  'a missing entry': 'DELETE FROM entries WHERE seq = 3 AND board = 1',
};

describe.each(Object.entries(durableEngines))('the verify command on %s', (_, createPlace) => {
  it('[LG24] beside a running server every board is verified, with its last hash', async () => {
    const place = await createPlace();
    const ledger = await createLedger({ ...place, log: quietLog });
    await ledger.open('plant', 'one', openingDraft);
    await ledger.open('yard', 'one', openingDraft);
    await ledger.append({ board: 'plant', drafts: [draftOf(1), draftOf(2)], onRepeat: 'refuse' });
    const hash = (await ledger.readStored('plant', 2, 1))[0]?.hash;
    const plant = `plant: ok, 3 entries in epoch one, last hash ${hash}`;
    expect(verify(place)).toMatchObject({
      code: 0,
      lines: [plant, expect.stringMatching(/^yard: ok, 1 entries/)],
      complaint: '',
    });
    await ledger.close();
    expect(verify(place, 'plant')).toMatchObject({ code: 0, lines: [plant] });
    expect(verify(place, 'nowhere').code).toBe(1);
    await place.clean();
  });

  it.each(Object.entries(changes))('[LG24] a broken chain is exit 1: %s', async (_name, sql) => {
    const place = await createPlace();
    const ledger = await createLedger({ ...place, log: quietLog });
    await ledger.open('plant', 'one', openingDraft);
    const drafts = [draftOf(1), draftOf(2), draftOf(3)];
    await ledger.append({ board: 'plant', drafts, onRepeat: 'refuse' });
    await ledger.open('yard', 'one', openingDraft);
    await ledger.close();
    await changeBehindItsBack(place, sql);
    expect(verify(place)).toMatchObject({
      code: 1,
      lines: [
        expect.stringMatching(/^plant: BROKEN at entry 3: \w+/),
        expect.stringMatching(/^yard: ok/),
      ],
    });
    await place.clean();
  });

  it('[LG24] where there is no ledger it says so in one line, and makes none', async () => {
    const place = await createPlace();
    const first = verify(place);
    expect(first).toMatchObject({
      code: 2,
      complaint: expect.stringMatching(/^DATA\w+: [^\n]+\n$/),
    });
    expect(verify(place)).toEqual(first);
    await place.clean();
  });
});
