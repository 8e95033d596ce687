import {
  createZone,
  dueItems,
  localTime,
  type DisplayRow,
  type Playlist,
  type WallMessage,
} from '@emulation/shared';
import { useEffect, useMemo, useState } from 'react';
import { useTopic } from '../../store/board-store.ts';
import { standingMessages } from './wall-plan.ts';

const tickMs = 1_000;
/** Several messages take turns at this pace. */
const messageMs = 20_000;

export interface Orders {
  /** `null`: no steward has named it. */
  name: string | null;
  playlist: Playlist | null;
  /** Places of the playlist's items that are due now. */
  due: readonly number[];
  /** The message to show now, and the newest of all. */
  message: WallMessage | undefined;
  newest: WallMessage | undefined;
}

/** What `read` says of the present, looked at every second; a new value only where it says another. */
function useEverySecond(read: (now: number) => string): string {
  const [value, setValue] = useState(() => read(Date.now()));
  useEffect(() => {
    const look = () => setValue(read(Date.now()));
    look();
    const timer = setInterval(look, tickMs);
    return () => clearInterval(timer);
  }, [read]);
  return value;
}

/** What stewards have said this wall is to show, as it applies now. */
export function useOrders(board: string, id: string, timeZone: string): Orders {
  const { rows } = useTopic<DisplayRow>(board, `display:${id}`);
  const display = rows.get('display');
  const { name, playlist } = display?.kind === 'display' ? display : { name: null, playlist: null };
  const messages = useMemo(
    () => [...rows.values()].filter((row) => row.kind === 'message'),
    [rows],
  );
  const zone = useMemo(() => createZone(timeZone), [timeZone]);
  const readDue = useMemo(
    () => (now: number) => dueItems(playlist?.items ?? [], localTime(zone, now)).join(','),
    [playlist, zone],
  );
  const due = useEverySecond(readDue);
  const readTurn = useMemo(
    () => (now: number) => {
      const standing = standingMessages(messages, now);
      const turn = standing[Math.floor(now / messageMs) % Math.max(1, standing.length)];
      return `${standing[0]?.id ?? ''} ${turn?.id ?? ''}`;
    },
    [messages],
  );
  const [newest, shown] = useEverySecond(readTurn).split(' ');
  return useMemo(
    () => ({
      name,
      playlist,
      due: due === '' ? [] : due.split(',').map(Number),
      message: messages.find(({ id: one }) => one === shown),
      newest: messages.find(({ id: one }) => one === newest),
    }),
    [name, playlist, due, messages, shown, newest],
  );
}
