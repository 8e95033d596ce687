import type { Ledger } from '../ledger/ledger.ts';
import type { WriterLine } from './writer-line.ts';

const notHere = (): Promise<never> => Promise.reject(new Error('only the writer does this'));

/**
 * The writer's ledger as a worker has it: what it reads comes from the writer, and what it appends
 * is committed there, so that one process alone writes whatever the engine.
 */
export function lendLedger(line: WriterLine): Ledger {
  return {
    heads: () => line.ask('heads'),
    read: (...range) => line.ask('read', ...range),
    readStored: (...range) => line.ask('readStored', ...range),
    knownKeys: (...asked) => line.ask('knownKeys', ...asked),
    append: (request) => line.ask('append', request),
    loadSnapshot: (board) => line.ask('loadSnapshot', board),
    // The writer folds the same and stores it.
    saveSnapshot: () => Promise.resolve(),
    open: notHere,
    rewind: notHere,
    adopt: notHere,
    remove: notHere,
    keep: notHere,
    take: notHere,
    close: () => Promise.resolve(),
  };
}
