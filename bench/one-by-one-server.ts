/** The same server, except that its ledger is given one append at a time: no group commit. */
import { createApp } from '../server/src/app.ts';
import { readConfig } from '../server/src/config/config.ts';
import { createLedger } from '../server/src/ledger/create-ledger.ts';
import type { Ledger } from '../server/src/ledger/ledger.ts';
import { quietLog } from './quiet-log.ts';

function oneAtATime(ledger: Ledger): Ledger {
  let last: Promise<unknown> = Promise.resolve();
  const append: Ledger['append'] = (request) => {
    const next = last.then(() => ledger.append(request));
    last = next.catch(() => undefined);
    return next;
  };
  return new Proxy(ledger, {
    get: (target, name) => {
      if (name === 'append') return append;
      const member: unknown = Reflect.get(target, name, target);
      return typeof member === 'function' ? member.bind(target) : member;
    },
  });
}

const outcome = readConfig(process.env);
if (outcome.kind === 'bad') throw new Error(outcome.problems.join('; '));
const { DATA_DIR: dataDir, DATABASE_URL: databaseUrl } = outcome.config;
const ledger = oneAtATime(await createLedger({ dataDir, databaseUrl, log: quietLog }));
const app = await createApp(outcome.config, { ledger });
const { url } = await app.listen();
process.stdout.write(`listening ${url}\n`);
process.once('SIGTERM', () => void app.close().then(() => process.exit(0)));
