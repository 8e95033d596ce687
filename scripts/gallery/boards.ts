/** Boards of a given number of units, whose names are as long as names can sensibly be. */
import { stewardToken } from '../../e2e/server.ts';

const headers = { authorization: `Bearer ${stewardToken}`, 'content-type': 'application/json' };

async function send(url: string, method: string, path: string, body: unknown): Promise<void> {
  const answer = await fetch(`${url}/api/v1${path}`, {
    method,
    headers,
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
}

/** 60 characters, of which the last differ. */
export const longName = (number: number): string =>
  `Continuous galvanising and finishing line of the works no. ${number}`.slice(-60);

const csvHead = 'sector,unit,metric,unit_of_measure,direction,achieved_at,value,partners,note';

function csvOf(units: number): string {
  const rows = Array.from({ length: units }, (_, at) => {
    const value = (100 - at * 0.37 + (at % 7) / 10).toFixed(1);
    const day = String(1 + (at % 27)).padStart(2, '0');
    const sector = `Sector of rolling and finishing ${1 + (at % 5)}`;
    return `${sector},${longName(at + 1)},Output of the shift,t,higher,2026-11-${day},${value},,`;
  });
  return [csvHead, ...rows].join('\n');
}

/** Opens `units-<n>`, with a result of each unit. */
export async function openBoard(url: string, units: number): Promise<void> {
  const id = `units-${units}`;
  const name = 'United rolling, galvanising and finishing works of the north';
  await send(url, 'POST', '/boards', { id, name, timeZone: 'Europe/Paris', visibility: 'public' });
  if (units === 0) return;
  const answer = await fetch(`${url}/api/v1/boards/${id}/import`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'text/csv' },
    body: csvOf(units),
  });
  if (!answer.ok) throw new Error(`import: ${answer.status} ${await answer.text()}`);
}

/** Some unit of a board, for the page of one; `none` where it has none. */
export async function someUnit(url: string, board: string): Promise<string> {
  const answer = await fetch(`${url}/api/v1/boards/${board}`, { headers });
  const { units } = (await answer.json()) as { units?: { id: string }[] };
  return units?.[0]?.id ?? 'none';
}
