/**
 * Recomputes the hash chain of every board, or of the one that is named:
 *
 *     node server/src/ledger/verify-command.ts [board]
 *
 * Only reads, and may run beside the server. Exit 1 on a broken chain, 2 when there is no ledger.
 */
import { readConfig } from '../config/config.ts';
import { openLedgerToRead } from './create-ledger.ts';
import { LedgerUnusable } from './ledger-unusable.ts';
import { LedgerUnavailable } from './ledger.ts';
import { verifyChain, type ChainVerdict } from './verify-chain.ts';

const silent = () => undefined;
const log = { debug: silent, info: silent, warn: silent, error: silent };

function describe(board: string, verdict: ChainVerdict): string {
  if (!verdict.ok) return `${board}: BROKEN at entry ${verdict.seq}: ${verdict.why}`;
  const { head, hash } = verdict;
  return `${board}: ok, ${head.seq} entries in epoch ${head.epoch}, last hash ${hash}`;
}

async function verifyAll(board: string | undefined): Promise<number> {
  const outcome = readConfig(process.env);
  if (outcome.kind === 'bad') {
    process.stderr.write(`${outcome.problems.join('; ')}\n`);
    return 2;
  }
  const { DATA_DIR: dataDir, DATABASE_URL: databaseUrl } = outcome.config;
  const ledger = await openLedgerToRead({ dataDir, databaseUrl, log });
  try {
    const boards = board === undefined ? (await ledger.heads()).map((head) => head.board) : [board];
    let exitCode = 0;
    for (const each of boards) {
      const verdict = await verifyChain(ledger, each);
      if (!verdict.ok) exitCode = 1;
      process.stdout.write(`${describe(each, verdict)}\n`);
    }
    return exitCode;
  } finally {
    await ledger.close();
  }
}

try {
  process.exitCode = await verifyAll(process.argv[2]);
} catch (error) {
  if (!(error instanceof LedgerUnusable || error instanceof LedgerUnavailable)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
