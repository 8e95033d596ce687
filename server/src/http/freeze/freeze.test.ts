import {
  importRecordsSchema,
  resultsAnswerSchema,
  stageAnswerSchema,
  viewedTopics,
  type Fact,
} from '@emulation/shared';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { read, stewardToken } from '../testing/test-server.ts';
import { addressesOf, differences, readAll, type Known } from './testing/public-walk.ts';
import { Recorder } from './testing/recorder.ts';
import { TwinServers } from './testing/twin-servers.ts';

// Thousands of addresses are read from two servers, each time.
vi.setConfig({ testTimeout: 240_000 });

const units = ['alpha', 'beta', 'gamma'];
const metrics = ['output', 'scrap'];
/** Every topic there is, of every unit, metric, drive and experience; who is looking is none of it. */
const idsOf: Record<string, readonly string[]> = {
  unit: units,
  drive: ['spring'],
  experience: ['open'],
  display: ['hall'],
  ranking: metrics,
  form: metrics,
};
const topics = [
  'feed',
  ...viewedTopics.flatMap((topic) =>
    topic.endsWith(':')
      ? (idsOf[topic.slice(0, -1)] ?? []).flatMap((id) =>
          ['', ':month', ':week'].map((span) => `${topic}${id}${span}`),
        )
      : [topic],
  ),
];

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
const moved = (to: 'pledging' | 'running' | 'frozen' | 'closed'): Fact => ({
  type: 'drive.moved',
  id: 'spring',
  to,
});

let twins: TwinServers;
let recorders: [Recorder, Recorder];
/** Ids of hidden results: a visitor may have guessed or been told them. */
const hidden: string[] = [];
/** Pictures that only something hidden shows. */
const pictures: string[] = [];

const post = (unit: string, metric: string, value: string, more: object = {}) => ({
  body: { unit, metric, value, achievedAt: '2026-06-20T10:00:00Z', ...more },
});
const header = 'sector,unit,metric,unit_of_measure,direction,achieved_at,value,partners,note';
const idOf = ({ body }: { body: unknown }) => (body as { id: string }).id;

const cheers = (
  units: { unit: string; count: number }[],
  results: { result: number; count: number }[] = [],
): Fact => ({ type: 'cheers.counted', units, results });
/** The first twelve digits of an id are where its result stands. */
const positionOf = (id: string) => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);

async function hide(path: string, call: Parameters<TwinServers['hide']>[1]): Promise<string> {
  const id = idOf(await twins.hide(path, call));
  hidden.push(id);
  return id;
}

/** Everything that can become of a result, done to hidden ones; each shows a picture of its own. */
async function judgeHidden(): Promise<void> {
  const picture = await twins.picture();
  pictures.push(picture);
  const evidence = [{ picture }];
  const joint = { partners: [{ unit: 'gamma', role: 'helped', share: '0.5' }] };
  const shown = await hide('/results', post('beta', 'output', '130', { evidence }));
  const seen = { unit: 'alpha', note: 'I was there', evidence };
  await twins.hide(`/results/${shown}/attestation`, { body: seen });
  const doubt = { unit: 'gamma', reason: 'The scale was off', evidence };
  await twins.hide(`/results/${shown}/objections`, { body: doubt });
  const settled = { decision: 'dismissed', reason: 'It was not' };
  await twins.hide(`/results/${shown}/objections/1/settlement`, { body: settled });
  const shared = await hide('/results', post('alpha', 'output', '140', joint));
  await twins.hide(`/results/${shared}/decline`, { body: { unit: 'gamma' } });
  await twins.hide(`/results/${shared}/rejection`, { body: { reason: 'Nobody saw it' } });
}

/** Topics that a board of these facts has. */
let there: string[] = [];

async function watchAll(): Promise<void> {
  for (const recorder of recorders) await recorder.watch(there);
}

async function known(): Promise<Known> {
  const { server } = twins.seen;
  const answer = await server.board('/works/results?limit=500', { as: 'anonymous' });
  const results = read(resultsAnswerSchema, answer).results.map(({ id }) => id);
  return {
    results: [...results, ...hidden],
    units,
    sectors: ['north', 'south'],
    metrics,
    drives: ['spring'],
    others: ['june', 'how', 'best', 'open', 'late', ...pictures],
  };
}

async function comparePublic(as: 'anonymous' | 'steward' = 'anonymous'): Promise<string[]> {
  const addresses = await addressesOf(twins.seen.server, await known());
  expect(addresses.length).toBeGreaterThan(200);
  const [whole, seen] = await Promise.all(
    twins.both.map(({ server }) => readAll(server, addresses, as)),
  );
  return differences(whole ?? new Map(), seen ?? new Map());
}

/** What has been heard since the beginning, what a newcomer is told, and every address. */
async function expectSamePublic(): Promise<void> {
  await watchAll();
  const [whole, seen] = recorders;
  expect(whole.words).toEqual(seen.words);
  for (const [one, other] of [
    [whole, seen],
    [seen, whole],
  ] as const)
    expect(one.beats.filter((beat) => beat.seq > (other.heads().get(beat.epoch) ?? -1))).toEqual(
      [],
    );
  const newcomers = await Promise.all(
    twins.both.map(({ server }) => Recorder.connect(server.listening.url)),
  );
  for (const newcomer of newcomers) await newcomer.watch(there);
  for (const newcomer of newcomers) newcomer.close();
  expect(newcomers[0]?.words).toEqual(newcomers[1]?.words);
  expect(await comparePublic()).toEqual([]);
}

beforeAll(async () => {
  twins = await TwinServers.start();
  for (const { server } of twins.both) {
    await server.openWorks();
    const scrap = {
      name: 'Scrap',
      unitOfMeasure: 't',
      direction: 'lower',
      decimals: 1,
      aggregate: 'best',
    };
    await server.board('/works/metrics/scrap', { method: 'PUT', body: scrap });
  }
  await twins.append(drive, moved('pledging'), moved('running'));
  for (const [unit, value] of [
    ['alpha', '30'],
    ['beta', '40'],
    ['gamma', '35'],
  ] as const)
    await twins.call('/results', post(unit, 'output', value));
  const open = { unit: 'beta', metric: 'output', title: 'Open', change: 'What we changed' };
  await twins.call('/experiences/open', { method: 'PUT', body: open });
  for (const to of ['studying', 'trial', 'adopted'])
    await twins.call('/experiences/open/adoptions/alpha', { body: { to } });
  const [whole, seen] = await Promise.all(
    twins.both.map(({ server }) => Recorder.connect(server.listening.url)),
  );
  if (!whole || !seen) throw new Error('two servers');
  recorders = [whole, seen];
  there = await topicsThere();
  await watchAll();
});

async function topicsThere(): Promise<string[]> {
  const probe = await Recorder.connect(twins.seen.server.listening.url);
  const found: string[] = [];
  for (const topic of topics) {
    await probe.watch([topic]);
    if (!probe.words.at(-1)?.includes('unknown-topic')) found.push(topic);
  }
  probe.close();
  return found;
}

afterAll(async () => {
  for (const recorder of recorders) recorder.close();
  await twins.close();
});

describe('two boards that differ only in what a freeze hides', () => {
  it('[FZ8] are the same to the last byte while nothing is frozen', async () => {
    await expectSamePublic();
  });

  it('[FZ8] are the same to the last public byte, whatever is hidden', async () => {
    await twins.append(moved('frozen'));
    const best = await hide('/results', post('alpha', 'output', '99'));
    await twins.append(cheers([{ unit: 'alpha', count: 3 }]));
    await twins.whole.append(cheers([], [{ result: positionOf(best), count: 2 }]));
    await expectSamePublic();

    await hide('/results', post('beta', 'output', '99', { partners: [{ unit: 'gamma' }] }));
    await hide('/results', post('gamma', 'output', '120', { partners: [{ unit: 'alpha' }] }));
    await twins.hide(`/results/${best}/verification`, { body: {} });
    await twins.call('/results', post('alpha', 'scrap', '5'));
    await twins.call('/results', post('gamma', 'output', '70'));
    await watchAll();
    await twins.hide(`/results/${best}/correction`, { body: { value: '98', reason: 'misread' } });
    const wrong = await hide('/results', post('alpha', 'output', '500'));
    await twins.hide(`/results/${wrong}/annulment`, { body: { reason: 'misread' } });
    await judgeHidden();
    await expectSamePublic();

    await twins.hide('/import', {
      raw: [
        header,
        ...Array.from(
          { length: 230 },
          (_, i) => `North,beta,Output,t,higher,2026-06-21,${60 + i},,`,
        ),
      ].join('\n'),
      headers: { 'content-type': 'text/csv' },
    });
    const line = 'North,beta,Output,t,higher,2026-06-21,1,,';
    const headers = { 'content-type': 'text/csv' };
    await twins.hide('/import', { raw: `${header}\n${line}`, headers });
    const [imported] = importRecordsSchema.parse(
      (await twins.whole.server.board('/works/imports')).body,
    ).imports;
    await twins.hide(`/imports/${imported?.id}/undoing`, { body: { reason: 'misread' } });
    await twins.call('/sectors/south', { method: 'PUT', body: { name: 'The South' } });
    await twins.call('/results', post('beta', 'scrap', '4'));
    await expectSamePublic();
  });

  it('[FZ8] and so are they when other things tell of what is hidden', async () => {
    const title = { name: 'Best', words: 'Leads', criterion: { kind: 'words' } };
    await twins.call('/titles/best', { method: 'PUT', body: title });
    const award = { title: 'best', unit: 'alpha', citation: 'Well done' };
    await twins.hide('/honours/june', { method: 'PUT', body: { ...award, drive: 'spring' } });
    const text = { unit: 'alpha', metric: 'output', title: 'How', change: 'What we changed' };
    await twins.hide('/experiences/how', { method: 'PUT', body: { ...text, proof: hidden[0] } });
    await twins.hide('/experiences/how/withdrawal', { body: { reason: 'too early' } });
    // Whom the board offers it to is decided by what those see who are asked.
    const late = { ...text, unit: 'gamma', title: 'Late' };
    await twins.call('/experiences/late', { method: 'PUT', body: late });
    await twins.call('/honours/other', { method: 'PUT', body: award });
    await expectSamePublic();
    await twins.hide('/honours/june/withdrawal', { body: { reason: 'too early' } });
    await twins.call('/honours/other/withdrawal', { body: { reason: 'a mistake' } });
    await expectSamePublic();
  });

  it('[FZ9] the comparison finds what a steward sees', async () => {
    const found = (await comparePublic('steward')).map((text) => text.split('\n')[0] ?? '');
    const board = '/api/v1/boards/works';
    for (const path of ['/results?', '/records?', '/feed?', '/rankings?metric=output', '?'])
      expect(
        found.some((address) => address.startsWith(`${board}${path}`)),
        path,
      ).toBe(true);
    const [whole, seen] = await Promise.all(
      twins.both.map(({ server }) => Recorder.connect(server.listening.url, stewardToken)),
    );
    await whole?.watch(['records']);
    await seen?.watch(['records']);
    expect(whole?.words).not.toEqual(seen?.words);
    whole?.close();
    seen?.close();
  });

  it('[FZ8] are the same when the drive is closed, until the first row is revealed', async () => {
    await twins.append(moved('closed'));
    await expectSamePublic();
  });

  it('[FZ15] the stage has one presenter; another takes it knowingly', async () => {
    const { server } = twins.whole;
    const stage = (presenter: string, takeOver?: boolean) =>
      server.board('/works/drives/spring/stage', { body: { presenter, name: 'Bo', takeOver } });
    const step = (presenter: string, count: number) =>
      server.board('/works/drives/spring/reveal', { body: { presenter, count } });
    const kindOf = ({ status, body }: { status: number; body: unknown }) =>
      `${status} ${(body as { kind: string }).kind}`;
    expect(kindOf(await step('presenter-one', 1))).toBe('409 stage-taken');
    expect((await stage('presenter-one')).status).toBe(200);
    expect(kindOf(await stage('presenter-two'))).toBe('409 stage-taken');
    expect((await stage('presenter-two', true)).status).toBe(200);
    expect(kindOf(await step('presenter-one', 1))).toBe('409 stage-taken');
    expect(kindOf(await step('presenter-two', 2))).toBe('409 wrong-step');
    twins.advance(10 * 60_000);
    expect((await stage('presenter-of-the-test')).status).toBe(200);
    const anonymous = { as: 'anonymous' as const };
    expect((await server.board('/works/drives/spring/stage', anonymous)).status).toBe(401);
  });

  it('[FZ10] rows come out from the bottom place up, and with the last one everything', async () => {
    const { server } = twins.whole;
    const presenter = 'presenter-of-the-test';
    await twins.hide('/drives/spring/stage', { body: { presenter, name: 'Ann' } });
    const next = async () =>
      read(stageAnswerSchema, await server.board('/works/drives/spring/stage')).next;
    expect(await next()).toEqual({ count: 1, rows: [expect.objectContaining({ unit: 'alpha' })] });
    await twins.hide('/drives/spring/reveal', { body: { presenter, count: 1 } });
    await recorders[0].watch(['feed']);
    const told = recorders[0].words.at(-1) ?? '';
    expect(told).toContain('"left":1,"rows":[{"place":2,"unit":"alpha","score":"12.00"}]');
    expect(told).not.toContain('"place":1');

    const again = await twins.hide('/drives/spring/reveal', { body: { presenter, count: 1 } });
    expect(read(stageAnswerSchema, again)).toMatchObject({ revealed: 1, rows: 2 });
    await twins.hide('/drives/spring/reveal', { body: { presenter, count: 2 } });
    const all = read(
      resultsAnswerSchema,
      await server.board('/works/results?limit=500', { as: 'anonymous' }),
    );
    expect(all.results.map(({ id }) => id)).toEqual(expect.arrayContaining(hidden));
    const steward = await server.board('/works', {});
    expect((await server.board('/works', { as: 'anonymous' })).text).toBe(steward.text);
  });
});
