import type { Attempt } from './attempt.ts';
import { openDatabase, type DeviceDatabase } from './device-database.ts';

/**
 * `kept`: on the device. Otherwise it lasts as long as the page: the browser forbids keeping
 * anything (`forbidden`), or the device has no room left (`full`).
 */
export type Keeping = 'kept' | 'forbidden' | 'full';

/** What could not be kept on the device; also what one tab alone knows. */
const loose = new Map<string, Attempt>();
const loosePhotos = new Map<string, Blob>();

/** A request that fails after the database opened is one for which there was no room. */
async function reasonOf(): Promise<Keeping> {
  return openDatabase().then(
    () => 'full',
    () => 'forbidden',
  );
}

export async function readAttempts(board: string): Promise<Attempt[]> {
  const kept = await openDatabase()
    .then((database) => database.getAllFromIndex('attempts', 'board', board))
    .catch(() => []);
  const others = [...loose.values()].filter((one) => one.board === board);
  return [...kept.filter(({ key }) => !loose.has(key)), ...others];
}

/** Attempt and photo in one transaction: neither is on the device without the other. */
export async function keepAttempt(attempt: Attempt, photo?: Blob): Promise<Keeping> {
  try {
    const database = await openDatabase();
    const change = database.transaction(['attempts', 'photos'], 'readwrite');
    await Promise.all([
      change.objectStore('attempts').put(attempt),
      photo && change.objectStore('photos').put(photo, attempt.key),
      change.done,
    ]);
    return 'kept';
  } catch {
    loose.set(attempt.key, attempt);
    if (photo) loosePhotos.set(attempt.key, photo);
    return reasonOf();
  }
}

/**
 * Changes one attempt as it stands at this moment, whichever tab changed it last. What the device
 * has no room for is known to this page alone from then on; its key still counts it once.
 */
export async function changeAttempt(
  key: string,
  by: (attempt: Attempt) => Attempt,
): Promise<Attempt | undefined> {
  const held = loose.get(key);
  if (held) {
    loose.set(key, by(held));
    return loose.get(key);
  }
  const database = await openDatabase();
  const before = await database.get('attempts', key);
  try {
    return await changeKept(database, key, by);
  } catch {
    if (before) loose.set(key, by(before));
    return loose.get(key);
  }
}

async function changeKept(
  database: DeviceDatabase,
  key: string,
  by: (attempt: Attempt) => Attempt,
): Promise<Attempt | undefined> {
  const change = database.transaction('attempts', 'readwrite');
  const before = await change.store.get(key);
  const after = before && by(before);
  if (after && after !== before) await change.store.put(after);
  await change.done;
  return after;
}

export async function photoOf(key: string): Promise<Blob | undefined> {
  const held = loosePhotos.get(key);
  if (held || loose.has(key)) return held;
  return openDatabase().then(
    (database) => database.get('photos', key),
    () => undefined,
  );
}

export async function removeAttempt(key: string): Promise<void> {
  loose.delete(key);
  loosePhotos.delete(key);
  const database = await openDatabase().catch(() => undefined);
  if (!database) return;
  const change = database.transaction(['attempts', 'photos'], 'readwrite');
  await Promise.all([
    change.objectStore('attempts').delete(key),
    change.objectStore('photos').delete(key),
    change.done,
  ]);
}
