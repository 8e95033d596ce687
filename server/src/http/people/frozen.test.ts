import { changeAnswerSchema, postedAnswerSchema, type Fact } from '@emulation/shared';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { MemoryLedger } from '../../ledger/memory/memory-ledger.ts';
import { read, TestServer } from '../testing/test-server.ts';
import { callAs, comeIn } from './testing/comers.ts';

const drive: Fact = {
  type: 'drive.put',
  id: 'spring',
  name: 'Spring',
  from: '2026-06-01',
  to: '2026-06-30',
  graceHours: 24,
  eligible: { sectors: ['north'] },
  tasks: [
    { id: 'more', metric: 'output', aggregate: 'best', baseline: '0', target: '1000', weight: '1' },
  ],
  scoring: { kind: 'fulfilment', capPercent: 150 },
};
const moves = (['pledging', 'running', 'frozen'] as const).map((to): Fact => ({
  type: 'drive.moved',
  id: 'spring',
  to,
}));

let server: TestServer;
let leader: string;
const ledger = new MemoryLedger();
beforeAll(async () => {
  server = await TestServer.start({}, { ledger });
  await server.openWorks();
  leader = await comeIn(server, { role: 'leader', units: ['alpha', 'gamma'] });
  const at = new Date(server.clock.now()).toISOString();
  const drafts = [drive, ...moves].map((fact) => ({ fact, actor: 'steward:token', at }));
  await ledger.append({ board: 'works', drafts, onRepeat: 'refuse' });
  await vi.waitFor(
    async () => {
      const { body } = await server.board('/works/drives/spring');
      expect(body).toMatchObject({ state: 'frozen' });
    },
    { timeout: 20_000 },
  );
});
afterAll(() => server.close());

const post = (unit: string, value: string, achievedAt = '2026-06-20T10:00:00Z') => ({
  body: { unit, metric: 'output', value, achievedAt },
});

it('[ID11] a leader’s hidden result is answered without what it did', async () => {
  await server.board('/works/results', post('beta', '500'));
  const posted = await callAs(server, leader, '/works/results', post('alpha', '600'));
  const answer = read(postedAnswerSchema, posted);
  expect(answer).toMatchObject({ hidden: true, records: [], ranking: [], overtakes: [] });
  const seen = await server.board('/works?sight=public');
  expect(answer.seq).toBe((seen.body as { seq: number }).seq);
  const asSteward = await server.board('/works/results', post('alpha', '700'));
  expect(read(postedAnswerSchema, asSteward).records.length).toBeGreaterThan(0);
});

it('[ID11] a leader corrects the own hidden result, and learns nothing of the others by it', async () => {
  const posted = await callAs(server, leader, '/works/results', post('alpha', '650'));
  const { id } = read(postedAnswerSchema, posted);
  for (const query of ['?preview=true', '']) {
    const path = `/works/results/${id}/correction${query}`;
    const body = { value: '640', reason: 'misread' };
    const changed = read(changeAnswerSchema, await callAs(server, leader, path, { body }));
    expect(changed).toMatchObject({ lost: [], gained: [], records: [], ranking: [], drives: [] });
  }
});

it('[ID11] a hidden result of another unit is not there for a leader', async () => {
  const posted = await server.board('/works/results', post('beta', '510'));
  const { id } = read(postedAnswerSchema, posted);
  const body = { value: '1', reason: 'curious' };
  const refused = await callAs(server, leader, `/works/results/${id}/correction`, { body });
  expect(refused.body).toMatchObject({ status: 404, kind: 'unknown-result' });
});

it('[ID11] what the freeze does not hide is answered as everybody sees it', async () => {
  const posted = await callAs(server, leader, '/works/results', post('gamma', '3'));
  const answer = read(postedAnswerSchema, posted);
  expect(answer.hidden).toBeUndefined();
  expect(answer.records.length).toBeGreaterThan(0);
  const found = await server.board(`/works/results/${answer.id}`, { as: 'anonymous' });
  expect(found.body).toMatchObject({ id: answer.id, seq: answer.seq, unit: 'gamma' });
});
