import { readFile } from 'node:fs/promises';
import {
  boardBodySchema,
  metricBodySchema,
  sectorBodySchema,
  slugSchema,
  unitBodySchema,
} from '@emulation/shared';
import { z } from 'zod';
import { UsageFault, wordAt, type Command } from './command.ts';

const withId = { id: slugSchema };
const seedSchema = z.strictObject({
  board: boardBodySchema,
  sectors: z.array(sectorBodySchema.extend(withId)).default([]),
  units: z.array(unitBodySchema.extend(withId)).default([]),
  metrics: z.array(metricBodySchema.extend(withId)).default([]),
});

async function readSeed(path: string) {
  const text = await readFile(path, 'utf8');
  const read = seedSchema.safeParse(JSON.parse(text));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new UsageFault(`${path}: ${issue?.path.join('.')}: ${issue?.message}`);
}

export const seed: Command = {
  usage: 'FILE',
  summary: 'Create or change a board with its sectors, units and metrics from a JSON file',
  options: {},
  run: async (run) => {
    const { client, talk } = run;
    const { board, ...parts } = await readSeed(wordAt(run, 0, 'FILE'));
    await client.openBoard(board);
    for (const kind of ['sectors', 'units', 'metrics'] as const)
      for (const { id, ...body } of parts[kind]) await client.put(board.id, kind, id, body);
    const { sectors, units, metrics } = parts;
    talk.say(
      `${board.id}: ${sectors.length} sectors, ${units.length} units, ${metrics.length} metrics`,
    );
    return 0;
  },
};
