/** The same server, except that its ledger is given one append at a time: no group commit. */
import { createLedger } from '../server/src/ledger/create-ledger.ts';
import type { Ledger } from '../server/src/ledger/ledger.ts';
import { serveOn } from './app-on.ts';
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

await serveOn(async ({ DATA_DIR: dataDir, DATABASE_URL: databaseUrl }) =>
  oneAtATime(await createLedger({ dataDir, databaseUrl, log: quietLog })),
);
