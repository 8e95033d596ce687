import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Attempt } from './attempt.ts';

export interface Lease {
  name: string;
  holder: string;
  /** ms by this device's clock. */
  until: number;
}

interface Schema extends DBSchema {
  attempts: { key: string; value: Attempt; indexes: { board: string } };
  photos: { key: string; value: Blob };
  leases: { key: string; value: Lease };
}

export type DeviceDatabase = IDBPDatabase<Schema>;

let opening: Promise<DeviceDatabase> | undefined;

/**
 * What the posting page keeps on the device: attempts by key, and the photos that belong to them.
 * @throws where the browser forbids it, as some private windows do.
 */
export function openDatabase(): Promise<DeviceDatabase> {
  opening ??= open();
  opening.catch(() => (opening = undefined));
  return opening;
}

/** Asynchronous from the first step: where it is forbidden, some browsers throw at once. */
async function open(): Promise<DeviceDatabase> {
  return openDB<Schema>('emulation.post', 1, {
    upgrade(database) {
      database.createObjectStore('attempts', { keyPath: 'key' }).createIndex('board', 'board');
      database.createObjectStore('photos');
      database.createObjectStore('leases', { keyPath: 'name' });
    },
    // A newer build in another tab wants to change it: it must not wait for this page.
    blocking: (_, __, event) => {
      if (event.target instanceof IDBDatabase) event.target.close();
      opening = undefined;
    },
    terminated: () => {
      opening = undefined;
    },
  });
}
