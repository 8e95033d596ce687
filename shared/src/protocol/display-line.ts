import { z } from 'zod';
import { displayIdSchema, type DisplayCommand } from '../vocabulary/display.ts';
import { slugSchema } from '../vocabulary/slug.ts';

/** Most records one report tells of; the rest comes with the next. */
export const maxShown = 32;
/** A delay longer than this says nothing about a screen any more. */
export const maxShownMs = 600_000;

const pixelsSchema = z.int().min(1).max(100_000);
const delaySchema = z.int().min(0).max(maxShownMs);

/** A record that the wall has just had on its screen. */
const shownSchema = z.strictObject({
  epoch: z.string().max(100),
  seq: z.int().min(1),
  /** By the wall's own clock, since the happening reached it. */
  sinceArrivalMs: delaySchema,
  /** Since the server received the result, by the server's clock as the wall reckons it. */
  sinceAnnouncedMs: delaySchema,
});

/** Event `display`: what a wall says of itself, whenever it changes. */
export const displayReportSchema = z.strictObject({
  board: slugSchema,
  id: displayIdSchema,
  build: z.string().max(100),
  scene: z.string().max(200),
  screen: z.strictObject({ width: pixelsSchema, height: pixelsSchema }),
  shown: z.array(shownSchema).max(maxShown).optional(),
});
export type DisplayReport = z.infer<typeof displayReportSchema>;
export type ShownReport = z.infer<typeof shownSchema>;

/** `at`: the server's clock, ISO UTC; `build`: what the server serves. */
export type DisplayReply =
  { ok: true; build: string; at: string } | { ok: false; kind: string; detail: string };

/** Event `command`, to a wall: `call` is the same where it comes twice. */
export interface CommandMessage {
  board: string;
  call: string;
  command: DisplayCommand;
}

export const commandReplySchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), detail: z.string().max(200) }),
]);
export type CommandReply = z.infer<typeof commandReplySchema>;
