import { describe, expect, it } from 'vitest';
import { Refusal } from '../../errors/refusal.ts';
import type { SheetCell, SheetJob } from '../workbook/workbook.ts';
import { Press } from './press.ts';

const open = (maxWaiting: number) =>
  new Press<SheetJob, SheetCell[][]>({
    script: new URL('../workbook/workbook-thread.ts', import.meta.url),
    maxWaiting,
  });
const job: SheetJob = { columns: [{ id: 'a', kind: 'text' }] };

async function* failing(): AsyncGenerator<SheetCell[][]> {
  yield [['x']];
  throw new Refusal('too-many-rows');
}

const kindOf = (error: unknown) => (error instanceof Refusal ? error.kind : String(error));

describe('a press', () => {
  it('[OT5] refuses whoever comes when enough wait, and serves the others', async () => {
    const press = open(1);
    const made = await Promise.allSettled([press.make(job), press.make(job), press.make(job)]);
    expect(made.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    expect(kindOf(made[2]?.status === 'rejected' && made[2].reason)).toBe('busy');
    await press.close();
  });

  it('[OT5] what fails while it is read is refused, and the next is made', async () => {
    const press = open(4);
    const failed = await press.make(job, failing()).catch(kindOf);
    expect(failed).toBe('too-many-rows');
    expect((await press.make(job)).length).toBeGreaterThan(500);
    await press.close();
    expect(await press.make(job).catch(kindOf)).toBe('closing');
  });
});
