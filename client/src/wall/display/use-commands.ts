import type { CommandMessage, CommandReply, Scene } from '@emulation/shared';
import { useEffect, useState } from 'react';
import { onCommand } from '../../store/board-store.ts';

const identifyMs = 10_000;
/** Commands remembered, so that one that comes twice is done once. */
const mostCalls = 50;

export interface Asked {
  /** What to show now, in the place of everything but a record. */
  forced: Scene | undefined;
  /** Say who this wall is. */
  identifies: boolean;
  /** Load the page anew as soon as that disturbs nothing. */
  reloads: boolean;
  /** Shows a scene for a while. */
  show: (scene: Scene, ms: number) => void;
}

/** True from `start()` until `ms` later; starting again begins anew. */
function useWhile<T>(): [T | undefined, (value: T, ms: number) => void] {
  const [held, setHeld] = useState<{ value: T; ms: number }>();
  useEffect(() => {
    if (!held) return undefined;
    const timer = setTimeout(() => setHeld(undefined), held.ms);
    return () => clearTimeout(timer);
  }, [held]);
  const [hold] = useState(() => (value: T, ms: number) => setHeld({ value, ms }));
  return [held?.value, hold];
}

/** What stewards ask of this wall now. */
export function useCommands(board: string): Asked {
  const [forced, show] = useWhile<Scene>();
  const [identifies, identify] = useWhile<true>();
  const [reloads, setReloads] = useState(false);
  useEffect(() => {
    const done = new Map<string, CommandReply>();
    const obey = ({ board: of, command }: CommandMessage): CommandReply => {
      if (of !== board) return { ok: false, detail: 'this wall shows another board' };
      if (command.kind === 'show') show(command.show, command.seconds * 1000);
      else if (command.kind === 'identify') identify(true, identifyMs);
      else setReloads(true);
      return { ok: true };
    };
    return onCommand((message) => {
      const reply = done.get(message.call) ?? obey(message);
      done.set(message.call, reply);
      const [oldest] = done.keys();
      if (done.size > mostCalls && oldest !== undefined) done.delete(oldest);
      return reply;
    });
  }, [board, show, identify]);
  return { forced, identifies: identifies === true, reloads, show };
}
