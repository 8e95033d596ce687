import { z } from 'zod';
import { mappingBodySchema } from '../../machines/mapping.ts';

export const mappingAnswerSchema = mappingBodySchema.extend({ id: z.string() });

const countedMappingSchema = mappingAnswerSchema
  .extend({
    counts: z.object({
      posted: z.int(),
      repeated: z.int().describe('Came again, and added nothing.'),
      refused: z.int(),
      lastAt: z.string().optional(),
    }),
  })
  .meta({ id: 'Mapping' });
export type CountedMapping = z.infer<typeof countedMappingSchema>;

export const mappingsAnswerSchema = z.object({
  seq: z.int(),
  broker: z.object({
    isConfigured: z.boolean().describe('Whether the operator named one in `MQTT_URL`.'),
    state: z.enum(['connected', 'failing']).optional(),
    since: z.string().optional(),
    detail: z.string().optional(),
  }),
  mappings: z.array(countedMappingSchema),
});
export type MappingsAnswer = z.infer<typeof mappingsAnswerSchema>;

const becomesSchema = z.object({
  unit: z.string().optional(),
  metric: z.string().optional(),
  value: z.string().optional(),
  achievedAt: z.string().optional(),
  problem: z
    .object({ path: z.string(), message: z.string() })
    .optional()
    .describe('Why it would be refused.'),
});

export const mappingPreviewAnswerSchema = z.object({
  messages: z.array(
    z.object({
      topic: z.string(),
      payload: z.string().describe('Its first 2,000 characters.'),
      isRetained: z.boolean(),
      becomes: z.array(becomesSchema),
    }),
  ),
});
export type MappingPreview = z.infer<typeof mappingPreviewAnswerSchema>;

export const refusedMessageSchema = z.object({
  at: z.string(),
  topic: z.string(),
  payload: z.string(),
  why: z.string(),
});
export type RefusedMessage = z.infer<typeof refusedMessageSchema>;
export const refusedMessagesAnswerSchema = z.object({ refused: z.array(refusedMessageSchema) });
