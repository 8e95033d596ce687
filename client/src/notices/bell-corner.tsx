import { isText, recall } from '../post/device-memory.ts';
import { NoticeBell } from './notice-bell.tsx';

/** Only a device that posts for a unit has a bell. */
export function BellCorner({ board }: { board: string }) {
  const unit = recall(board, 'unit', isText);
  return unit === undefined ? null : <NoticeBell board={board} unit={unit} />;
}
