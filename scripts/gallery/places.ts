/** What the addresses of a board's pages name: `{unit}`, `{drive}` and so on. */
import { stewardToken } from '../../e2e/server.ts';

const headers = { authorization: `Bearer ${stewardToken}` };

export type Places = Record<string, string>;

type Listed = { id: string }[];
interface Board {
  units: Listed;
  metrics: Listed;
  drives: Listed;
}

/** `none` where a board has none: its page then says so. */
export async function placesOf(url: string, board: string): Promise<Places> {
  const read = async <T>(path: string): Promise<T> => {
    const answer = await fetch(`${url}/api/v1/boards/${board}${path}`, { headers });
    // The HTTP suite checks the shapes.
    return (await answer.json()) as T;
  };
  const { units, metrics, drives } = await read<Board>('');
  const { experiences } = await read<{ experiences: Listed }>('/experiences');
  const { results } = await read<{ results: Listed }>('/results?limit=1');
  const some = (list: Listed, at = 0) => list[at]?.id ?? 'none';
  return {
    unit: some(units),
    other: some(units, 1),
    metric: some(metrics),
    drive: some(drives),
    experience: some(experiences),
    result: some(results),
  };
}

export const addressOf = (path: string, places: Places): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => places[name] ?? 'none');
