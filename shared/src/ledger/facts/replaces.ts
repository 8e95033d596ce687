import { z } from 'zod';

/** The version it was written over, where its sender named one: the fold refuses what is late. */
export const replacesSchema = z.int().min(0).optional();
