import { newId } from '../ui/new-id.ts';
import { openDatabase } from './device-database.ts';

/** Longer than anything that is done between two renewals. */
const leaseMs = 180_000;
const me = newId();

/** @returns false where another tab has it. */
async function takeLease(name: string): Promise<boolean> {
  const database = await openDatabase();
  const change = database.transaction('leases', 'readwrite');
  const lease = await change.store.get(name);
  const now = Date.now();
  const isFree = !lease || lease.holder === me || lease.until < now;
  if (isFree) await change.store.put({ name, holder: me, until: now + leaseMs });
  await change.done;
  return isFree;
}

async function endLease(name: string): Promise<void> {
  const database = await openDatabase();
  const change = database.transaction('leases', 'readwrite');
  const lease = await change.store.get(name);
  if (lease?.holder === me) await change.store.delete(name);
  await change.done;
}

/** Without HTTPS there are no Web Locks: a lease in the database, which a closed tab cannot hold for long. */
async function withLease(name: string, work: (renew: () => Promise<boolean>) => Promise<void>) {
  // A device that keeps nothing has nothing that another tab could send.
  const isTaken = await takeLease(name).catch(() => true);
  if (!isTaken) return;
  try {
    await work(() => takeLease(name).catch(() => true));
  } finally {
    await endLease(name).catch(() => undefined);
  }
}

const ours = async () => true;

/**
 * Does `work` while no other tab does. It asks `renew` before every step: false means that another
 * tab has taken over, after this one slept for too long.
 */
export async function alone(
  name: string,
  work: (renew: () => Promise<boolean>) => Promise<void>,
): Promise<void> {
  // The type says it is always there; over plain HTTP it is not.
  const locks = navigator.locks as LockManager | undefined;
  if (locks) await locks.request(name, () => work(ours));
  else await withLease(name, work);
}
