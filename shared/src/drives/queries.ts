import type { BoardState } from '../board/state.ts';
import type { Drive } from './book.ts';
import { isUnderWay } from './states.ts';

/** Drives whose results the public does not see now. */
export function veiledDrives({ books }: BoardState): Drive[] {
  return [...books.drives.values()].filter((drive) => drive.veiled);
}

/** Drives between their start and their close that have a task in the metric. */
export function drivesUnderWay({ books }: BoardState, metric?: string): Drive[] {
  return [...books.drives.values()].filter(
    ({ state, body }) =>
      isUnderWay(state) &&
      (metric === undefined || body.tasks.some((task) => task.metric === metric)),
  );
}
