import { dumpBoard, loadBoard } from '../board/snapshot.ts';
import { publicEpoch, type Sights, type Veil } from './veil.ts';

interface SightsDump {
  full: unknown;
  /** With the public board of its own. */
  veiled?: { public: unknown; veil: Veil };
}

/** Both sights as plain data that structured cloning carries. */
export function dumpSights({ full, public: seen, veil }: Sights): unknown {
  const dump: SightsDump = {
    full: dumpBoard(full),
    ...(veil ? { veiled: { public: dumpBoard(seen), veil } } : {}),
  };
  return dump;
}

/** The sights of a dump that was made by this `foldVersion`. */
export function loadSights(dump: unknown): Sights {
  // Only `dumpSights` of the same version writes what is read here.
  const { full: dumped, veiled } = dump as SightsDump;
  const full = loadBoard(dumped);
  if (!veiled) return { full, public: full, veil: undefined };
  return { full, public: loadBoard(veiled.public), veil: veiled.veil };
}

/** The ledger is in `epoch`, even when no entry of it has been applied yet. */
export function enterEpoch(sights: Sights, epoch: string): void {
  const { full, public: seen, veil } = sights;
  full.epoch = epoch;
  if (veil && seen.seq > veil.since) seen.epoch = publicEpoch(epoch, veil.since);
  else seen.epoch = epoch;
}
