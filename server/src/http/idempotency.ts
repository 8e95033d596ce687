import { createHash } from 'node:crypto';
import { invalid } from '../errors/recognition.ts';

const keyForm = /^[\x21-\x7e]{1,200}$/;

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}

/**
 * SHA-256 of a body as it was understood: `12.3` and `"12.30"`, another order of fields or another
 * way to write the same instant are the same body.
 */
export function hashBody(body: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(body)))
    .digest('hex');
}

/** The ledger's key of a post, or none where the client names none. */
export function idempotencyOf(
  header: string | string[] | undefined,
  body: unknown,
): { key: string; bodyHash: string } | undefined {
  if (header === undefined) return undefined;
  const key = String(header);
  if (!keyForm.test(key))
    throw invalid([
      { path: 'Idempotency-Key', message: 'must be 1 to 200 visible ASCII characters' },
    ]);
  // Keys of imports and of the demo live beside it in the same ledger.
  return { key: `post:${key}`, bodyHash: hashBody(body) };
}
