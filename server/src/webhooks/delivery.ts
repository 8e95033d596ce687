import type { Delivery, Webhook } from '@emulation/shared';
import { bodyOf, type Told } from './formats.ts';
import type { Reach, Reached } from './reach.ts';
import { signedHeaders, type Address } from './secrets.ts';

export interface Attempt {
  webhook: Pick<Webhook, 'format'>;
  address: Address;
  /** The same for every attempt at one happening. */
  id: string;
  told: Told;
  now: number;
}

export type Outcome = Pick<Delivery, 'outcome' | 'status' | 'ms' | 'detail'> & {
  /** The receiver says that it is no longer there (410), or when to come again. */
  isGone?: boolean;
  retryAfterSeconds?: number;
};

/** What is repeated of an answer: its beginning in one line, and nothing that is secret. */
function excerpt(text: string, { url, secret }: Address): string {
  const line = text
    .replaceAll(url, '…')
    .replaceAll(secret, '…')
    .replace(/[\s\p{Cc}]+/gu, ' ');
  return line.trim().slice(0, 200);
}

function judge(reached: Reached, address: Address): Omit<Outcome, 'ms'> {
  if (reached.kind === 'unreached') return { outcome: 'failed', detail: reached.why };
  const { status, text, retryAfterSeconds } = reached;
  if (status >= 200 && status < 300) return { outcome: 'delivered', status, detail: '' };
  if (status >= 300 && status < 400) {
    const detail = 'it answers with another address, which is not followed';
    return { outcome: 'failed', status, detail };
  }
  return {
    outcome: 'failed',
    status,
    detail: excerpt(text, address) || 'it answers without a word',
    ...(status === 410 ? { isGone: true } : {}),
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  };
}

/** Sends one message once. */
export async function attempt(reach: Reach, { webhook, address, id, told, now }: Attempt) {
  const body = bodyOf(webhook.format, told);
  const begun = performance.now();
  const reached = await reach({
    url: address.url,
    body,
    headers: {
      'content-type': 'application/json',
      'user-agent': 'emulation-board',
      ...signedHeaders(address, { id, now, body }),
    },
  });
  const outcome: Outcome = {
    ...judge(reached, address),
    ms: Math.round(performance.now() - begun),
  };
  return outcome;
}
