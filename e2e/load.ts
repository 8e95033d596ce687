import { randomUUID } from 'node:crypto';
import { post, type Posted } from './api.ts';
import { waitFor } from './wait-for.ts';

const units = ['anvil', 'bellows', 'chisel', 'drill'];

export interface Load {
  /** What the server acknowledged: key to position. */
  acknowledged: Map<string, number>;
  /** Answers other than 2xx, by status. */
  refused: Map<number, number>;
  /** Posts without an answer: whether they are stored is unknown. */
  unanswered: Set<string>;
  /** Posts from 16 loops at once until nobody answers; first what had no answer, by its key. */
  runUntilGone(url: string): Promise<void>;
  /** Sends what had no answer once more. */
  sendAgain(url: string): Promise<void>;
  /** Waits for `count` acknowledgements more. */
  progress(count: number): Promise<void>;
}

export function createLoad(): Load {
  const acknowledged = new Map<string, number>();
  const refused = new Map<number, number>();
  const unanswered = new Set<string>();

  /** False when the connection failed: nobody is there any more. */
  const postOnce = async (url: string, key: string): Promise<boolean> => {
    const unit = units[key.charCodeAt(0) % units.length] ?? 'anvil';
    unanswered.add(key);
    try {
      const answer = await post(url, unit, `${key.charCodeAt(1)}.5`, key);
      const body: unknown = await answer.json();
      unanswered.delete(key);
      if (answer.ok) acknowledged.set(key, (body as Posted).seq);
      else refused.set(answer.status, (refused.get(answer.status) ?? 0) + 1);
      return true;
    } catch {
      // The connection broke: whether the post was stored is unknown until it is sent again.
      return false;
    }
  };
  const runUntilGone = async (url: string) => {
    const again = [...unanswered];
    const loop = async () => {
      while (await postOnce(url, again.pop() ?? randomUUID()));
    };
    await Promise.all(Array.from({ length: 16 }, loop));
  };
  const sendAgain = async (url: string) => {
    for (const key of unanswered) await postOnce(url, key);
  };
  const progress = async (count: number) => {
    const goal = acknowledged.size + count;
    await waitFor(`${count} acknowledgements`, () => acknowledged.size >= goal);
  };
  return { acknowledged, refused, unanswered, runUntilGone, sendAgain, progress };
}
