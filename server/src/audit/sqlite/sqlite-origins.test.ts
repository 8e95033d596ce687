import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SqliteOrigins } from './sqlite-origins.ts';
import { describeOrigins } from '../testing/contract.ts';

describeOrigins('SQLite', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'origins-'));
  return {
    open: async () => new SqliteOrigins(join(folder, 'origins.sqlite')),
    clean: () => rm(folder, { recursive: true }),
  };
});
