import { useEffect, useMemo, useState } from 'react';
import { keepBoard } from '../../store/kept-boards.ts';
import type { Vocabulary } from '../../store/board-store.ts';
import type { Busy } from '../takeover-desk.tsx';
import type { Screen } from '../takeover-queue.ts';
import type { WallSettings } from '../wall-settings.ts';
import { displayId } from './display-id.ts';
import { useCommands } from './use-commands.ts';
import { useFreshBuild } from './use-fresh-build.ts';
import { useOrders } from './use-orders.ts';
import { useReports } from './use-reports.ts';
import { planWall } from './wall-plan.ts';

/** A message that has just been said has the wall for so long. */
const messageMs = 20_000;

/** What a wall shows, and what a steward has to say on it. */
export interface WallPlan {
  settings: WallSettings;
  message: { text: string; at: string } | undefined;
}

export interface Display {
  id: string;
  /** `null`: no steward has named it. */
  name: string | null;
  plan: WallPlan;
  identifies: boolean;
}

export interface DisplaySources {
  board: string;
  search: string;
  /** What the address says. */
  base: WallSettings;
  vocabulary: Vocabulary;
  /** The takeover that has the screen. */
  screen: Screen | null;
  busy: Busy;
  /** The stop that stands there; '' while there is none. */
  stop: string;
}

function sceneOf({ screen, busy, stop }: DisplaySources): string {
  if (busy === 'reveal') return busy;
  if (screen) return 'takeover';
  return stop === '' ? 'waiting' : stop;
}

/** This screen as a wall among others: what stewards have it show, and what it tells them. */
export function useDisplay(sources: DisplaySources): Display {
  const { board, vocabulary, search, base, screen, busy } = sources;
  const timeZone = vocabulary.board?.timeZone ?? 'UTC';
  const [id] = useState(() => displayId(search));
  const { name, playlist, due, message, newest } = useOrders(board, id, timeZone);
  const asked = useCommands(board);
  const { forced, show } = asked;
  useEffect(() => keepBoard(board), [board]);
  const said = newest && `${newest.id} ${newest.at}`;
  useEffect(() => {
    if (said !== undefined) show({ scene: 'message' }, messageMs);
  }, [said, show]);
  const served = useReports({ board, id, scene: sceneOf(sources), screen });
  useFreshBuild(served, asked.reloads, busy !== undefined);
  const plan = useMemo(
    () => ({
      settings: planWall(base, { playlist, due, forced, hasMessage: message !== undefined }),
      message: message && { text: message.text, at: message.at },
    }),
    [base, playlist, due, forced, message],
  );
  return { id, name, plan, identifies: asked.identifies };
}
