import { z } from 'zod';
import type { Happening } from '../board/happening.ts';
import type { CommandMessage, CommandReply, DisplayReply, DisplayReport } from './display-line.ts';
import type { Hello } from './live-version.ts';
import { slugSchema } from '../vocabulary/slug.ts';

/** Most topics of one board that a connection may watch. */
export const maxTopics = 64;
/** A feed watcher that is behind by more than this gets a truncated snapshot. */
export const maxMissedHappenings = 500;

const topicSchema = z.string().min(1).max(200);
const positionSchema = z.int().min(0);

export const watchSchema = z.object({
  board: slugSchema,
  /** A topic named twice is one topic; the size of a message bounds the list itself. */
  topics: z.array(topicSchema).refine((topics) => new Set(topics).size <= maxTopics, {
    error: `at most ${maxTopics} topics`,
  }),
  known: z.record(topicSchema, positionSchema).optional(),
  epoch: z.string().max(64).optional(),
  /** A steward asks for what everybody sees, for a wall; others see nothing else. */
  sight: z.literal('public').optional(),
});
export type WatchRequest = z.infer<typeof watchSchema>;

/** A tap of somebody for a unit or a result: counted, and nothing of who it was. */
export const cheerSchema = z
  .object({
    board: slugSchema,
    unit: z.string().max(200).optional(),
    result: z.string().max(64).optional(),
  })
  .refine(({ unit, result }) => (unit === undefined) !== (result === undefined), {
    path: ['unit'],
    error: 'name a unit or a result, one of the two',
  });
export type CheerRequest = z.infer<typeof cheerSchema>;
export type CheerAnswer = { ok: true } | { ok: false; kind: string; detail: string };

export const unwatchSchema = z.object({ board: slugSchema });

/** A keyed row of a live view; which fields it has depends on the topic. */
export type Row = { [field: string]: unknown };
export type Rows = { [key: string]: Row };

/** Rows as they are at `to`: `set` replaces whole rows. Applies to what is known at `from`. */
export interface Patch {
  board: string;
  epoch: string;
  topic: string;
  from: number;
  to: number;
  set?: Rows;
  remove?: string[];
}

/** `seq` is the position of the topic's last change; the next patch says `from: seq`. */
export type TopicAnswer =
  | { seq: number; snapshot: { rows: Rows }; truncated?: true }
  | { seq: number; patches: (Patch | Happening)[] }
  | { seq: number; upToDate: true };

export type WatchAnswer =
  | { ok: true; epoch: string; seq: number; topics: Record<string, TopicAnswer> }
  | { ok: false; kind: string; detail: string };

export interface Beat {
  board: string;
  epoch: string;
  seq: number;
  at: string;
}

export interface ServerEvents {
  /** First of all, to a client that has said which version of the protocol it speaks. */
  hello: (hello: Hello) => void;
  happening: (happening: Happening) => void;
  patch: (patch: Patch) => void;
  beat: (beat: Beat) => void;
  /** The board was removed: nothing more comes of it, and a watch says `not-found`. */
  gone: (gone: { board: string }) => void;
  /** To a wall that has said what it is. */
  command: (command: CommandMessage, answer: (reply: CommandReply) => void) => void;
}

export interface ClientEvents {
  watch: (request: WatchRequest, answer: (reply: WatchAnswer) => void) => void;
  unwatch: (request: { board: string }, answer: (reply: { ok: boolean }) => void) => void;
  cheer: (request: CheerRequest, answer: (reply: CheerAnswer) => void) => void;
  display: (report: DisplayReport, answer: (reply: DisplayReply) => void) => void;
}
