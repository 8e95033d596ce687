import type { BoardState } from '../board/state.ts';
import type { BookedBody, Drive } from '../drives/book.ts';
import type { Fact, FactOf } from '../ledger/entry.ts';

/** Whether a drive hides what comes in at `at`: since it was frozen, or should have been. */
function isHiding(drive: Drive, at: number): boolean {
  if (drive.veiled) return true;
  if (drive.state !== 'running' && drive.state !== 'review') return false;
  // The clock freezes a moment late; what came in meanwhile came in at or after the freeze.
  const { freezeAt } = drive.body;
  return freezeAt !== undefined && at >= Date.parse(freezeAt);
}

/** Drives that hide results at `at` (ms since the epoch), by id. */
export function hidingDrives(state: BoardState, at: number): Set<string> {
  const { drives } = state.books;
  const hiding = new Set<string>();
  for (const drive of drives.values()) if (isHiding(drive, at)) hiding.add(drive.id);
  return hiding;
}

/** Whether any does; asked for every entry, so it costs nothing where there are no drives. */
export function isHidingAt({ books }: BoardState, at: string): boolean {
  for (const drive of books.drives.values()) if (isHiding(drive, Date.parse(at))) return true;
  return false;
}

/** Whether a fact may begin a freeze: whether it did is seen when it has been applied. */
export function mayFreeze(fact: Fact): boolean {
  return fact.type === 'drive.moved' && fact.to === 'frozen';
}

interface Party {
  isOpen: boolean;
  sectors: ReadonlySet<string>;
  units: ReadonlySet<string>;
  except: ReadonlySet<string>;
}

/** By the body, which is replaced whenever the drive is written anew. */
const parties = new WeakMap<BookedBody, Party>();

function partyOf(body: BookedBody): Party {
  const known = parties.get(body);
  if (known) return known;
  const { eligible = {} } = body;
  const party = {
    isOpen: eligible.sectors === undefined && eligible.units === undefined,
    sectors: new Set(eligible.sectors),
    units: new Set(eligible.units),
    except: new Set(eligible.except),
  };
  parties.set(body, party);
  return party;
}

/** Whether a result, through any of its parties, may count in a drive. */
function concerns(state: BoardState, drive: Drive, fact: FactOf<'result.posted'>): boolean {
  if (!drive.body.tasks.some((task) => task.metric === fact.metric)) return false;
  const { isOpen, sectors, units, except } = partyOf(drive.body);
  const isIn = (unit: string, ofSectors: readonly (string | undefined)[]) =>
    !except.has(unit) &&
    (isOpen || units.has(unit) || ofSectors.some((sector) => sectors.has(sector ?? '')));
  const sectorOf = (unit: string) => state.units.get(unit)?.sector;
  return (
    isIn(fact.unit, [fact.sector, sectorOf(fact.unit)]) ||
    (fact.partners ?? []).some(({ unit }) => isIn(unit, [sectorOf(unit)]))
  );
}

/** Those of the hiding drives in which a posted result may count. */
export function drivesHiding(
  state: BoardState,
  hiding: ReadonlySet<string>,
  fact: FactOf<'result.posted'>,
): string[] {
  return [...hiding].filter((id) => {
    const drive = state.books.drives.get(id);
    return drive !== undefined && concerns(state, drive, fact);
  });
}
