import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeShelf } from '../testing/contract.ts';
import { SqliteShelf } from './sqlite-shelf.ts';

describeShelf('SQLite', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'shelf-'));
  return {
    open: async () => new SqliteShelf(join(folder, 'machines.sqlite')),
    clean: () => rm(folder, { recursive: true }),
  };
});
