import type { DriveHeadRow, DriveRow } from '@emulation/shared';
import { useEffect, useState } from 'react';
import { onHappening, useTopic, type Vocabulary } from '../../store/board-store.ts';
import { useNow } from '../../ui/now.ts';
import {
  hearReveal,
  joinReveal,
  sceneOf,
  withoutLast,
  type Reveal,
  type RevealScene,
} from './reveal.ts';

interface Shown {
  reveal: Reveal;
  scene: RevealScene;
}

/** Rows of a drive's topic that are units: its head has no place. */
function rankedRows(rows: Iterable<DriveRow | DriveHeadRow>): DriveRow[] {
  return [...rows].filter((row): row is DriveRow => 'place' in row);
}

/** The reveal of a board's drive as it goes on, also for a wall that joins in the middle. */
export function useReveal(board: string, { drives }: Vocabulary): Shown | undefined {
  const [heard, setReveal] = useState<Reveal>();
  const [hidden, setHidden] = useState(0);
  const now = useNow(250);
  useEffect(
    () => onHappening(board, (one) => setReveal((held) => hearReveal(held, one, Date.now()))),
    [board],
  );
  const open = [...drives.values()].find((drive) => drive.state === 'closed' && drive.veiled);
  const { rows } = useTopic<DriveRow | DriveHeadRow>(board, open ? `drive:${open.id}` : '');
  useEffect(() => {
    if (!open) return;
    const head = rows.get('drive');
    if (head && 'lastPlacesHidden' in head) setHidden(head.lastPlacesHidden);
    const known = { drive: open.id, name: open.name, rows: rankedRows(rows.values()) };
    setReveal((held) => joinReveal(held, known, Date.now()));
  }, [open, rows]);
  const reveal = heard && withoutLast(heard, hidden);
  const scene = reveal && sceneOf(reveal, now);
  return reveal && scene && { reveal, scene };
}
