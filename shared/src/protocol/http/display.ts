import { z } from 'zod';
import {
  displayBodySchema,
  messageBodySchema,
  playlistBodySchema,
} from '../../vocabulary/display.ts';

export const playlistAnswerSchema = playlistBodySchema
  .extend({ id: z.string() })
  .meta({ id: 'Playlist' });

export const namedDisplayAnswerSchema = displayBodySchema
  .extend({ id: z.string() })
  .meta({ id: 'NamedDisplay' });

export const messageAnswerSchema = messageBodySchema
  .extend({ id: z.string(), until: z.string(), at: z.string() })
  .meta({ id: 'WallMessage' });

/** A wall that was heard of, whether or not a steward has named it. */
export const wallStatusSchema = z.strictObject({
  id: z.string(),
  online: z.boolean(),
  /** Since when it has been online, or offline; ISO UTC. */
  since: z.string(),
  /** Of the page it runs. */
  build: z.string(),
  /** What it shows, in one word: `ranking:output`, `takeover`, … */
  scene: z.string(),
  /** Pixels. */
  screen: z.strictObject({ width: z.int(), height: z.int() }),
  /** The last record it had on the screen, and when (ISO UTC). */
  lastShown: z.strictObject({ epoch: z.string(), seq: z.int(), at: z.string() }).optional(),
});
export type WallStatus = z.infer<typeof wallStatusSchema>;

const quantilesSchema = z.object({ p50: z.int(), p99: z.int() });

/** For one record: on how many of the connected walls it was shown, and how fast. */
export const receiptSchema = z
  .object({
    epoch: z.string(),
    seq: z.int(),
    /** When the server received the result, ISO UTC. */
    at: z.string(),
    metric: z.string(),
    unit: z.string(),
    value: z.string(),
    result: z.string(),
    /** Walls that were connected when it was announced. */
    connected: z.int(),
    /** Those of them that had it on the screen. */
    shown: z.int(),
    /** Walls that came later, and showed it then. */
    later: z.int(),
    /** ms from the moment the server received the result to the screen; `null`: nowhere yet. */
    sinceAnnounced: quantilesSchema.nullable(),
    /** ms from its arrival at the wall to the screen. */
    sinceArrival: quantilesSchema.nullable(),
  })
  .meta({ id: 'Receipt' });
export type Receipt = z.infer<typeof receiptSchema>;

export const receiptsAnswerSchema = z.object({ seq: z.int(), receipts: z.array(receiptSchema) });

const displayAnswerSchema = z
  .object({
    id: z.string(),
    /** `null`: no steward has named it. */
    name: z.string().nullable(),
    playlist: z.string().nullable(),
    /** `null`: not heard of since the server started. */
    wall: wallStatusSchema.omit({ id: true }).nullable(),
  })
  .meta({ id: 'Display' });

export const displaysAnswerSchema = z.object({
  seq: z.int(),
  /** What the server serves: a wall of another build reloads itself once. */
  build: z.string(),
  displays: z.array(displayAnswerSchema),
  playlists: z.array(playlistAnswerSchema),
  messages: z.array(messageAnswerSchema),
});

export const commandAnswerSchema = z.object({
  display: z.string(),
  /** The wall has done it. */
  done: z.literal(true),
});
