import type { Entry } from '@emulation/shared';
import type { RelayMessage } from '../relay/relay.ts';

/** Messages for entries in ascending order: one for each run without a gap. */
export function committedMessages(entries: readonly Entry[]): RelayMessage[] {
  const runs: [Entry, ...Entry[]][] = [];
  for (const entry of entries) {
    const run = runs.at(-1);
    if (run?.at(-1)?.seq === entry.seq - 1) run.push(entry);
    else runs.push([entry]);
  }
  return runs.map((run) => {
    const [{ board, epoch, seq }] = run;
    return { kind: 'committed', board, epoch, from: seq, to: seq + run.length - 1, entries: run };
  });
}
