import { slugSchema } from '@emulation/shared';
import { z } from 'zod';

/** What a backup says of itself, first of all; `hash` is the last entry's of the prefix it holds. */
export const manifestSchema = z.object({
  format: z.literal(1),
  madeAt: z.string(),
  boards: z.array(
    z.object({ board: slugSchema, epoch: z.string(), seq: z.int().min(1), hash: z.string() }),
  ),
  /** Whether it holds people and addresses of webhooks, too: only encrypted ones do. */
  people: z.boolean().optional(),
});
export type Manifest = z.infer<typeof manifestSchema>;
export type BackedUpBoard = Manifest['boards'][number];

/** One file within the archive. */
export interface Part {
  name: string;
  bytes: Buffer;
}

/** Names of the parts, in the order in which they stand in the archive. */
export const manifestName = 'manifest.json';
/** The last one: an archive without it was cut off. */
export const endName = 'end.json';

export const peopleName = 'people.ndjson';
export const addressesName = 'addresses.ndjson';

export const pageName = (board: string, first: number) =>
  `boards/${board}/ledger/${String(first).padStart(12, '0')}.ndjson`;

export const pictureName = (board: string, id: string, size: string) =>
  `boards/${board}/pictures/${id}-${size}.webp`;

const pageForm = /^boards\/([^/]+)\/ledger\/\d{12}\.ndjson$/;
const pictureForm = /^boards\/([^/]+)\/pictures\/([0-9a-f]{64})-(full|small)\.webp$/;

export type PartKind =
  | { kind: 'manifest' }
  | { kind: 'end' }
  | { kind: 'beside'; name: string }
  | { kind: 'page'; board: string }
  | { kind: 'picture'; board: string; id: string; size: 'full' | 'small' }
  | { kind: 'unknown' };

export function kindOf(name: string): PartKind {
  if (name === manifestName) return { kind: 'manifest' };
  if (name === endName) return { kind: 'end' };
  if (name === peopleName || name === addressesName) return { kind: 'beside', name };
  const [, pageBoard] = pageForm.exec(name) ?? [];
  if (pageBoard !== undefined) return { kind: 'page', board: pageBoard };
  const [, board, id, size] = pictureForm.exec(name) ?? [];
  if (board !== undefined && id !== undefined)
    return { kind: 'picture', board, id, size: size === 'small' ? 'small' : 'full' };
  return { kind: 'unknown' };
}
