import { z } from 'zod';
import { adoptionStateSchema } from '../../vocabulary/experience.ts';
import type { SpreadNode } from '../../experiences/row.ts';
import { scopeSchema } from './mark.ts';

const pictureFields = z.object({
  id: z.string(),
  width: z.int(),
  height: z.int(),
  alt: z.string().optional(),
});

/** An uploaded picture as it is kept. */
export const pictureAnswerSchema = z
  .object({ id: z.string(), width: z.int(), height: z.int(), bytes: z.int() })
  .meta({ id: 'UploadedPicture' });

const sideSchema = z.object({ results: z.int(), mean: z.string().optional() });
const liftCommon = { weeks: z.int(), before: sideSchema, after: sideSchema };

/** Change of the mean after adoption, in the direction of the metric, with its 95 % interval. */
export const liftAnswerSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('too-few'), needed: z.int(), ...liftCommon }),
    z.object({
      kind: z.literal('measured'),
      lift: z.string(),
      low: z.string(),
      high: z.string(),
      percent: z.string().nullable(),
      verdict: z.enum(['better', 'worse', 'unclear']),
      ...liftCommon,
    }),
  ])
  .meta({ id: 'Lift' });

export const adoptionAnswerSchema = z
  .object({
    unit: z.string(),
    state: adoptionStateSchema,
    offeredBy: z.enum(['board', 'steward']),
    steps: z.array(
      z.object({
        to: z.string(),
        at: z.string(),
        seq: z.int(),
        reason: z.string().optional(),
      }),
    ),
    adoptedAt: z.string().optional(),
    sustainedAt: z.string().optional(),
    lift: liftAnswerSchema.optional(),
  })
  .meta({ id: 'Adoption' });

const comparedSchema = z.array(
  z.object({ result: z.string(), value: z.string(), achievedAt: z.string() }),
);

/** An adoption with the results that its lift compares, earliest first. */
export const adoptionDetailSchema = adoptionAnswerSchema
  .extend({ compared: z.object({ before: comparedSchema, after: comparedSchema }) })
  .meta({ id: 'AdoptionDetail' });

const rowFields = {
  id: z.string(),
  title: z.string(),
  unit: z.string(),
  sector: z.string(),
  metric: z.string(),
  seq: z.int(),
  writtenAt: z.string(),
  editedAt: z.string().optional(),
  basedOn: z.string().optional(),
  picture: pictureFields.optional(),
  counts: z.record(adoptionStateSchema, z.int()),
  bestLift: z
    .object({ unit: z.string(), lift: z.string(), percent: z.string().nullable() })
    .optional(),
  withdrawn: z.object({ at: z.string(), reason: z.string() }).optional(),
};

export const experiencesAnswerSchema = z.object({
  seq: z.int(),
  experiences: z.array(z.object(rowFields).meta({ id: 'ExperienceRow' })),
});

export const experienceAnswerSchema = z
  .object({
    ...rowFields,
    change: z.string(),
    needs: z.string().optional(),
    links: z.array(z.object({ url: z.string(), title: z.string().optional() })),
    pictures: z.array(pictureFields),
    proof: z.object({ result: z.string(), value: z.string(), achievedAt: z.string() }).optional(),
    adoptions: z.array(adoptionAnswerSchema),
  })
  .meta({ id: 'Experience' });

const descendedSchema = z.object({
  unit: z.string(),
  result: z.string(),
  scope: scopeSchema,
  value: z.string(),
  achievedAt: z.string(),
});

const spreadNodeSchema: z.ZodType<SpreadNode> = z
  .object({
    experience: z.string(),
    title: z.string(),
    unit: z.string(),
    metric: z.string(),
    writtenAt: z.string(),
    withdrawn: z.literal(true).optional(),
    adoptions: z.array(adoptionAnswerSchema.extend({ records: z.array(descendedSchema) })),
    get descendants() {
      return z.array(spreadNodeSchema);
    },
  })
  .meta({ id: 'SpreadNode' }) as unknown as z.ZodType<SpreadNode>;

/** The tree of who learned from whom, from one experience on. */
export const spreadAnswerSchema = z.object({ seq: z.int(), tree: spreadNodeSchema });
