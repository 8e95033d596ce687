/**
 * A process that appends until it is killed. It says `try <key>` before it asks the ledger, and
 * `ack <key> <seq>` when it was answered. Writing to a pipe is synchronous on POSIX, so what was
 * said has left the process.
 */
import { createLedger } from '../create-ledger.ts';
import { openingDraft, draftOf } from './drafts.ts';
import { quietLog } from './stores.ts';

const posters = 16;

const [dataDir = '', databaseUrl = '', round = ''] = process.argv.slice(2);
const ledger = await createLedger({
  dataDir,
  databaseUrl: databaseUrl || undefined,
  log: quietLog,
});
await ledger.open('plant', 'one', openingDraft);

async function post(poster: number): Promise<never> {
  for (let number = 0; ; number += 1) {
    const key = `${round}:${poster}:${number}`;
    process.stdout.write(`try ${key}\n`);
    const drafts = [draftOf(number, key, 'body')];
    const outcome = await ledger.append({ board: 'plant', drafts, onRepeat: 'refuse' });
    if (outcome.kind !== 'appended') throw new Error(`${key} was answered ${outcome.kind}`);
    process.stdout.write(`ack ${key} ${outcome.entries[0]?.seq}\n`);
  }
}

await Promise.all(Array.from({ length: posters }, (_, poster) => post(poster)));
