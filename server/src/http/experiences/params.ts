import { slugSchema } from '@emulation/shared';
import { boardParams, ownIdParams } from '../params.ts';

export const experienceParams = ownIdParams;
export const experienceUnitParams = boardParams.extend({ id: slugSchema, unit: slugSchema });
