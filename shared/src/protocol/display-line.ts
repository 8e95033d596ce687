import { z } from 'zod';
import { displayLimits } from '../displays/display-limits.ts';
import { displayIdSchema, type DisplayCommand } from '../vocabulary/display.ts';
import { slugSchema } from '../vocabulary/slug.ts';

const pixelsSchema = z.int().min(1).max(100_000);
const delaySchema = z.int().min(0).max(displayLimits.shownMs);

/** A record that the wall has just had on its screen. */
const shownSchema = z.strictObject({
  epoch: z.string().max(100),
  seq: z.int().min(1),
  /** By the wall's own clock, since the happening reached it. */
  sinceArrivalMs: delaySchema,
  /** When it stood on the screen, by the server's clock as the wall reckons it. */
  shownAt: z.iso.datetime(),
});

/** Event `display`: what a wall says of itself, whenever it changes. */
export const displayReportSchema = z.strictObject({
  board: slugSchema,
  id: displayIdSchema,
  build: z.string().max(100),
  scene: z.string().max(200),
  screen: z.strictObject({ width: pixelsSchema, height: pixelsSchema }),
  shown: z.array(shownSchema).max(displayLimits.shown).optional(),
});
export type DisplayReport = z.infer<typeof displayReportSchema>;
export type ShownReport = z.infer<typeof shownSchema>;

/** `at`: the server's clock, ISO UTC; `build`: what the server serves. */
export type DisplayReply =
  | { ok: true; build: string; at: string }
  | { ok: false; kind: string; detail: string };

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
