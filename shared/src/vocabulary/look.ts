import { z } from 'zod';
import { lostOn, shapeRatio } from '../look/look.ts';
import { pictureIdSchema } from './picture.ts';

const colourSchema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^#[0-9a-f]{6}$/, { error: 'must be a colour such as #d92a1c' })
  .superRefine((colour, context) => {
    const lost = /^#[0-9a-f]{6}$/.test(colour) ? lostOn(colour) : undefined;
    if (!lost) return;
    const ratio = (Math.floor(lost.ratio * 100) / 100).toFixed(2);
    const message =
      `reaches ${ratio} : 1 on the ${lost.ground} ground and ${shapeRatio} : 1 is needed, ` +
      'which it would not keep its colour for';
    context.addIssue({ code: 'custom', message });
  });

const logoSchema = z.strictObject({
  id: pictureIdSchema,
  /** What it says, for those who do not see it; the board's name where it is left out. */
  alt: z.string().trim().max(200, { error: 'at most 200 characters' }).optional(),
});

/** Body of `PUT …/look`: the whole look; what is left out is as on every board. */
export const lookBodySchema = z.strictObject({
  accent: colourSchema.optional(),
  second: colourSchema.optional(),
  logo: logoSchema.optional(),
  /** BCP 47: what the board speaks to whoever has chosen no language. */
  language: z
    .string()
    .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/, { error: 'must be a language such as de' })
    .optional(),
});
export type LookBody = z.output<typeof lookBodySchema>;

/** A board's look as it stands. */
export interface Look {
  accent?: string | undefined;
  second?: string | undefined;
  logo?: { id: string; width: number; height: number; alt?: string | undefined } | undefined;
  language?: string | undefined;
}
