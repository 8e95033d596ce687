import type { TokenAnswer } from '@emulation/shared';

/** In single quotes for a shell: what is in them is nothing but text. */
const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;

interface Example {
  origin: string;
  board: string;
  token: Pick<TokenAnswer, 'right' | 'units' | 'metrics'>;
  secret: string;
  /** Of the board, where the token is for all of them. */
  anyUnit: string;
  anyMetric: string;
}

/** A command that works as it stands: a post for whoever posts, otherwise a look at the board. */
export function curlExample({ origin, board, token, secret, anyUnit, anyMetric }: Example): string {
  const address = `${origin}/api/v1/boards/${board}`;
  const bearer = `-H ${quoted(`authorization: Bearer ${secret}`)}`;
  if (token.right !== 'post') return `curl ${bearer} ${quoted(address)}`;
  const [unit = anyUnit] = token.units ?? [];
  const [metric = anyMetric] = token.metrics ?? [];
  const lines = [
    `curl ${quoted(`${address}/results`)}`,
    bearer,
    `-H ${quoted('content-type: application/json')}`,
    `-H "idempotency-key: $(date +%s%N)"`,
    `-d ${quoted(JSON.stringify({ unit, metric, value: '1' }))}`,
  ];
  return lines.join(' \\\n  ');
}
