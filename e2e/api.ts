import { stewardToken } from './server.ts';

export const board = 'plant';

export interface Posted {
  id: string;
  seq: number;
}

export interface LedgerEntry {
  seq: number;
  fact: { type: string; note?: string; value?: string };
}

const api = (url: string, path: string) => `${url}/api/v1${path}`;

export function send(url: string, method: string, path: string, body: unknown, key?: string) {
  return fetch(api(url, path), {
    method,
    headers: {
      authorization: `Bearer ${stewardToken}`,
      'content-type': 'application/json',
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    },
    body: JSON.stringify(body),
  });
}

async function mustSend(url: string, method: string, path: string, body: unknown): Promise<void> {
  const answer = await send(url, method, path, body);
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
}

/** Two sectors of two units each, and one metric, `output`, higher is better. */
export async function setUpBoard(url: string): Promise<void> {
  const zone = { timeZone: 'Europe/Paris', visibility: 'public' };
  await mustSend(url, 'POST', '/boards', { id: board, name: 'The plant', ...zone });
  const put = (path: string, body: unknown) =>
    mustSend(url, 'PUT', `/boards/${board}${path}`, body);
  await put('/sectors/north', { name: 'North' });
  await put('/sectors/south', { name: 'South' });
  await put('/units/anvil', { name: 'Anvil', sector: 'north' });
  await put('/units/bellows', { name: 'Bellows', sector: 'north' });
  await put('/units/chisel', { name: 'Chisel', sector: 'south' });
  await put('/units/drill', { name: 'Drill', sector: 'south' });
  const rules = { direction: 'higher', decimals: 1, aggregate: 'best' };
  await put('/metrics/output', { name: 'Output', unitOfMeasure: 't', ...rules });
}

/** `note` carries the key, so that the ledger shows which post an entry came from. */
export function post(url: string, unit: string, value: string, key: string): Promise<Response> {
  const body = { unit, metric: 'output', value, note: key };
  return send(url, 'POST', `/boards/${board}/results`, body, key);
}

export async function mustPost(url: string, unit: string, value: string, key: string) {
  const answer = await post(url, unit, value, key);
  if (answer.status !== 201) throw new Error(`post: ${answer.status} ${await answer.text()}`);
  // The contract's answer; the HTTP suite checks its shape.
  return (await answer.json()) as Posted;
}

export async function readLedger(url: string): Promise<LedgerEntry[]> {
  const answer = await fetch(api(url, `/boards/${board}/ledger?since=0`), {
    headers: { authorization: `Bearer ${stewardToken}` },
  });
  const lines = (await answer.text()).split('\n').filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as LedgerEntry);
}

export async function readJson(url: string, path: string): Promise<unknown> {
  return (await fetch(api(url, path))).json();
}
