import { z } from 'zod';
import { slugSchema } from '../vocabulary/slug.ts';

/**
 * One scene of a wall, as playlists, stewards and addresses name it. A parameter that is absent
 * leaves the choice to the board: `{scene: 'ranking'}` is every metric that has results, in turn.
 */
export const sceneSchema = z.discriminatedUnion('scene', [
  z.strictObject({
    scene: z.literal('ranking'),
    metric: slugSchema.optional(),
    /** Only the units of this sector. */
    sector: slugSchema.optional(),
  }),
  z.strictObject({ scene: z.literal('records') }),
  z.strictObject({ scene: z.literal('versus'), metric: slugSchema.optional() }),
  z.strictObject({ scene: z.literal('balance') }),
  z.strictObject({ scene: z.literal('drive'), drive: slugSchema.optional() }),
  z.strictObject({ scene: z.literal('unit'), unit: slugSchema.optional() }),
  z.strictObject({ scene: z.literal('experience'), experience: slugSchema.optional() }),
  z.strictObject({ scene: z.literal('cooperation') }),
  z.strictObject({ scene: z.literal('pulse') }),
  z.strictObject({ scene: z.literal('message') }),
  z.strictObject({ scene: z.literal('replay'), metric: slugSchema.optional() }),
]);
export type Scene = z.infer<typeof sceneSchema>;
