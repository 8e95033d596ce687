import { callers, refusalFor, type Caller, type Outcome, type Row } from './row.ts';
import type { Board, WalkedServer } from './walked-server.ts';

export interface Asked {
  /** `METHOD /address` as the server registered it. */
  name: string;
  row: Row;
  board: Board;
}

export const reads = (name: string) => name.startsWith('GET ');

/** Where a row asks, with its parameters filled in. */
export function addressOf(
  { name, row, board }: Asked,
  { known }: WalkedServer,
  as = board as string,
) {
  const [, pattern = ''] = name.split(' ');
  const path = pattern.replaceAll(/:(\w+)|\*/g, (hole, parameter = '*') => {
    if (parameter === 'board') return as;
    const value = row.fill?.[parameter] ?? hole;
    return known[board][value as keyof (typeof known)[Board]] ?? value;
  });
  return `${path}${row.query ?? ''}`;
}

export interface Sent {
  headers: Record<string, string>;
  payload?: string;
}

/** What a row sends: its headers and its body. */
export function sentBy({ row }: Asked, caller: Caller): Sent {
  const { raw, body } = row;
  const payload = raw?.text ?? (body && JSON.stringify(body).replaceAll('$caller', caller));
  if (payload === undefined) return { headers: {} };
  return { headers: { 'content-type': raw?.type ?? 'application/json' }, payload };
}

interface Answer {
  status: number;
  headers: Record<string, unknown>;
  text: string;
}

/** Sends a request of a row as it is told. */
export async function send(
  { api }: WalkedServer,
  { name }: Asked,
  url: string,
  sent: Sent,
): Promise<Answer> {
  // Every row begins with a method that the server registered.
  const method = name.split(' ')[0] as 'GET';
  const { statusCode: status, headers, payload: text } = await api.inject({ method, url, ...sent });
  return { status, headers, text };
}

/** Asks as somebody; `as` another board than that of the row. */
export function ask(walked: WalkedServer, asked: Asked, caller: Caller, as?: string) {
  const { headers, ...sent } = sentBy(asked, caller);
  const own = { ...headers, ...walked.callers[asked.board][caller] };
  return send(walked, asked, addressOf(asked, walked, as), { ...sent, headers: own });
}

/** What the row says somebody gets. */
export function expectedOf({ name, row, board }: Asked, caller: Caller): Outcome {
  const refusal = refusalFor(caller, name, board === 'works' ? 'public' : 'private');
  // Who is outside of a private board has no part in what is said of those who see a public one.
  return refusal === 'unknown-board' ? refusal : (row.may[caller] ?? refusal);
}

/** What somebody got, in the words of a row. */
export function outcomeOf({ status, headers, text }: Answer): Outcome {
  if (!String(headers['content-type']).startsWith('application/problem+json')) return status;
  // Ours: the catalogue has no other kinds.
  return (JSON.parse(text) as { kind: Outcome }).kind;
}

/** Whose answers are worth the time they take. */
export function askersOf({ row, board, name }: Asked): Caller[] {
  if (!row.isHeavy) return [...callers];
  return callers.filter(
    (caller) =>
      (caller === 'steward' && board === 'works') ||
      expectedOf({ row, board, name }, caller) !== row.may[caller],
  );
}
