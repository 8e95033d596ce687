import { z } from 'zod';
import { boardBodySchema } from '../../vocabulary/board.ts';
import { metricBodySchema } from '../../vocabulary/metric.ts';
import { replacesSchema as replaces } from './replaces.ts';

/** Facts about the board itself: its sectors, units and metrics. */
export const vocabularyFacts = [
  boardBodySchema
    .omit({ id: true })
    .extend({ type: z.literal('board.opened'), demo: z.boolean().optional() }),
  z.strictObject({ type: z.literal('sector.put'), id: z.string(), name: z.string(), replaces }),
  z.strictObject({
    type: z.literal('unit.put'),
    id: z.string(),
    name: z.string(),
    sector: z.string(),
    replaces,
  }),
  metricBodySchema.extend({ type: z.literal('metric.put'), id: z.string(), replaces }),
] as const;
