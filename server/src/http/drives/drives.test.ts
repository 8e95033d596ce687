import {
  boardAnswerSchema,
  driveAnswerSchema,
  driveRankingAnswerSchema,
  drivesAnswerSchema,
  driveTemplatesAnswerSchema,
  dryRunAnswerSchema,
  metricBodySchema,
  pledgeAnswerSchema,
  problemSchema,
} from '@emulation/shared';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { read, TestServer, type Call } from '../testing/test-server.ts';

// The clock of the server stands at 2026-06-30T12:00:00Z.
const body = {
  name: 'June drive',
  from: '2026-06-01',
  to: '2026-06-30',
  tasks: [{ id: 'more', metric: 'output', aggregate: 'sum', baseline: 100, target: '120' }],
  scoring: { kind: 'fulfilment' },
};

let server: TestServer;
beforeEach(async () => {
  server = await TestServer.start();
  await server.openWorks();
});
afterEach(() => server.close());

const drive = (path = '', call: Call = {}) => server.board(`/works/drives/june${path}`, call);
const put = (changes: object = {}) => drive('', { method: 'PUT', body: { ...body, ...changes } });
const move = (to: string) => drive('/state', { body: { to } });
const pledge = (unit: string, tasks: object) =>
  drive(`/pledges/${unit}`, { method: 'PUT', body: { tasks } });

async function run(): Promise<void> {
  await put();
  for (const to of ['pledging', 'running']) await move(to);
}

/** `409 drive-state to`. */
function told(answered: Awaited<ReturnType<typeof put>>): string {
  const { status, kind, errors = [] } = read(problemSchema, answered);
  return [status, kind, ...errors.map(({ path }) => path)].join(' ');
}

describe('writing', () => {
  it('[DR23] PUT writes and changes, and what is as it was asked for adds nothing', async () => {
    const written = await put();
    expect(written.status).toBe(201);
    expect(read(driveAnswerSchema, written)).toMatchObject({
      id: 'june',
      state: 'draft',
      moves: ['pledging'],
      graceHours: 24,
      tasks: [{ id: 'more', aggregate: 'sum', baseline: '100', target: '120', weight: '1' }],
      scoring: { kind: 'fulfilment', capPercent: 150 },
      endsAt: '2026-06-30T22:00:00.000Z',
    });
    const seq = async () => read(boardAnswerSchema, await server.board('/works')).seq;
    const before = await seq();
    expect((await put()).status).toBe(200);
    expect(await seq()).toBe(before);
    expect((await put({ name: 'Another' })).status).toBe(200);
    expect(await seq()).toBe(before + 1);
  });

  it.each([
    ['to', { to: '2026-05-31' }, '400 invalid to'],
    ['a target', { tasks: [{ ...body.tasks[0], target: '100.0' }] }, '400 invalid tasks.0.target'],
    ['a weight', { tasks: [{ ...body.tasks[0], weight: 0 }] }, '400 invalid tasks.0.weight'],
    [
      'a metric',
      { tasks: [{ ...body.tasks[0], metric: 'speed' }] },
      '404 unknown-metric tasks.0.metric',
    ],
    ['a sector', { eligible: { sectors: ['west'] } }, '404 unknown-sector eligible.sectors.0'],
    ['a unit', { eligible: { units: ['omega'] } }, '404 unknown-unit eligible.units.0'],
    ['the freeze', { freezeAt: '2026-07-02T00:00:00Z' }, '400 invalid freezeAt'],
    ['no tasks', { tasks: [] }, '400 invalid tasks'],
    ['a field that is none', { colour: 'red' }, '400 invalid colour'],
    ['a date that does not exist', { from: '2026-06-31' }, '400 invalid from'],
    [
      'two tasks of one metric and aggregate',
      { tasks: [body.tasks[0], { ...body.tasks[0], id: 'again' }] },
      '400 invalid tasks.1.metric',
    ],
  ])(
    '[DR23] %s that cannot be is refused by its path, and nothing is written',
    async (_, changes, problem) => {
      expect(told(await put(changes))).toBe(problem);
      expect((await drive()).status).toBe(404);
    },
  );

  it('[DR23] once it runs a change of plan is 409 naming each path', async () => {
    await run();
    const changed = await put({ to: '2026-07-01', tasks: [{ ...body.tasks[0], target: '130' }] });
    expect(told(changed)).toBe('409 drive-fixed to tasks.0.target');
    expect((await put({ name: 'Another' })).status).toBe(200);
  });

  it('[DR23] a wrong move is 409, an unknown drive 404, and only drafts are removed', async () => {
    expect(told(await move('pledging'))).toBe('404 unknown-drive');
    await put();
    expect(told(await move('running'))).toBe('409 drive-state to');
    expect(told(await move('gone'))).toBe('400 invalid to');
    expect(read(driveAnswerSchema, await move('pledging')).state).toBe('pledging');
    expect(told(await drive('', { method: 'DELETE' }))).toBe('409 drive-state state');
    const other = { method: 'PUT', body };
    await server.board('/works/drives/other', other);
    const removed = await server.board('/works/drives/other', { method: 'DELETE' });
    expect(removed.status).toBe(204);
    expect((await server.board('/works/drives/other')).status).toBe(404);
  });

  it('[DR23] all of it takes the steward, and drafts are shown to nobody else', async () => {
    await put();
    const anonymous = { as: 'anonymous' } as const;
    for (const [path, call] of [
      ['', { method: 'PUT', body }],
      ['', { method: 'DELETE' }],
      ['/state', { body: { to: 'pledging' } }],
      ['/pledges/alpha', { method: 'PUT', body: { tasks: {} } }],
    ] as const)
      expect((await drive(path, { ...call, ...anonymous })).status).toBe(401);
    const list = async (call: Call) =>
      read(drivesAnswerSchema, await server.board('/works/drives', call)).drives.length;
    expect([await list({}), await list(anonymous)]).toEqual([1, 0]);
    for (const path of ['', '/ranking', '/dry-run'])
      expect((await drive(path, anonymous)).status).toBe(404);
    await move('pledging');
    expect(await list(anonymous)).toBe(1);
    expect((await drive('', anonymous)).status).toBe(200);
    const { drives } = read(boardAnswerSchema, await server.board('/works', anonymous));
    expect(drives).toMatchObject([{ id: 'june', state: 'pledging', veiled: false }]);
  });
});

it('[DR23] a pledge is put, put again, and refused by its path', async () => {
  await put({ pledgesUntil: '2026-06-30' });
  expect(told(await pledge('alpha', { more: 130 }))).toBe('409 pledges-closed tasks');
  await move('pledging');
  expect(told(await pledge('alpha', { more: '119' }))).toBe('400 invalid tasks.more');
  expect(told(await pledge('omega', { more: '130' }))).toBe('404 unknown-unit unit');
  expect(told(await pledge('alpha', { more: 'much' }))).toBe('400 invalid tasks.more');
  for (let times = 0; times < 2; times++)
    expect(read(pledgeAnswerSchema, await pledge('alpha', { more: 130 }))).toEqual({
      drive: 'june',
      unit: 'alpha',
      tasks: { more: '130' },
    });
  const { history, pledges } = read(driveAnswerSchema, await drive());
  expect(pledges).toEqual({ alpha: { more: '130' } });
  expect(history.map(({ to }) => to)).toEqual(['draft', 'pledging']);
  // The last day for pledges ends at midnight in Paris.
  server.clock.advance(10 * 3_600_000);
  expect(told(await pledge('alpha', { more: '140' }))).toBe('409 pledges-closed tasks');
});

describe('the ranking', () => {
  it('[DR23] every score opens to its terms, and every term to its results', async () => {
    await run();
    const posted = await server.post({
      unit: 'alpha',
      metric: 'output',
      value: '110',
      achievedAt: '2026-06-10',
    });
    await server.post({ unit: 'beta', metric: 'output', value: '60', achievedAt: '2026-05-10' });
    const { id } = posted.body as { id: string };
    const answer = read(driveRankingAnswerSchema, await drive('/ranking', { as: 'anonymous' }));
    expect(answer).toMatchObject({ drive: 'june', state: 'running', by: 'level', uncounted: [] });
    expect(answer.rows).toMatchObject([
      {
        unit: 'alpha',
        place: 1,
        score: '50.00',
        terms: [{ kind: 'task', task: 'more', value: '110.00', points: '50.00', results: [id] }],
      },
      { unit: 'beta', place: 2, score: '0.00', terms: [{ value: null, results: [] }] },
      { unit: 'gamma', place: 2 },
    ]);
    const one = read(driveRankingAnswerSchema, await drive('/ranking?unit=beta'));
    expect(one.rows.map(({ unit }) => unit)).toEqual(['beta']);
    expect(told(await drive('/ranking?unit=omega'))).toBe('404 unknown-unit');
    expect(told(await drive('/ranking?by=luck'))).toBe('400 invalid by');
    const { rows } = read(driveRankingAnswerSchema, await drive('/ranking?by=improvement'));
    expect(rows).toEqual([]);
  });

  it('[DR30] whoever writes over a text that they have not seen is told', async () => {
    const etag = async () => (await drive('')).headers.get('etag');
    const write = (name: string, headers: Record<string, string>) =>
      drive('', { method: 'PUT', body: { ...body, name }, headers });
    expect((await write('First', { 'if-none-match': '*' })).status).toBe(201);
    expect(await etag()).toBe('"1"');
    expect(told(await write('Other', { 'if-none-match': '*' }))).toBe('412 changed-meanwhile');
    const both = await Promise.all([
      write('Ada’s', { 'if-match': '"1"' }),
      write('Bo’s', { 'if-match': '"1"' }),
    ]);
    expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 412]);
    expect(await etag()).toBe('"2"');
    expect((await write('Cy’s', {})).status).toBe(200);
    expect((await write('Dee’s', { 'if-match': '"3"' })).status).toBe(200);
    // What stands already is no change, whatever was read before.
    expect((await write('Dee’s', { 'if-match': '"1"' })).status).toBe(200);
    expect(told(await write('Ed’s', { 'if-match': 'W/"4"' }))).toBe('400 invalid If-Match');
    const { name, version } = read(driveAnswerSchema, await drive(''));
    expect([name, version]).toEqual(['Dee’s', 4]);
  });

  it('[DR21] a dry run over past days, before it starts', async () => {
    await put({ from: '2026-07-01', to: '2026-07-31' });
    const post = (unit: string, value: string, achievedAt: string) =>
      server.post({ unit, metric: 'output', value, achievedAt });
    await post('beta', '120', '2026-05-10');
    await post('alpha', '110', '2026-06-10');
    const past = read(dryRunAnswerSchema, await drive('/dry-run?from=2026-05-01&to=2026-05-31'));
    expect(past).toMatchObject({ from: '2026-05-01', to: '2026-05-31', state: 'draft' });
    expect(past.rows[0]).toMatchObject({ unit: 'beta', score: '100.00' });
    // 31 days before 1 July, but the last of them is not over.
    const before = read(dryRunAnswerSchema, await drive('/dry-run'));
    expect(before).toMatchObject({ from: '2026-05-30', to: '2026-06-29' });
    expect(before.rows[0]).toMatchObject({ unit: 'alpha', score: '50.00' });
    await post('beta', '60', '2026-04-20');
    const may = '/dry-run?from=2026-05-01&to=2026-05-31';
    const gained = read(dryRunAnswerSchema, await drive(`${may}&by=improvement`));
    expect(gained.rows).toMatchObject([{ unit: 'beta', score: '300.00' }]);
    const closed = read(dryRunAnswerSchema, await drive(`${may}&by=gap`));
    expect(closed.rows).toMatchObject([
      { unit: 'beta', score: '100.00', terms: [{ before: '60.00', value: '120.00' }] },
    ]);
    expect(told(await drive('/dry-run?from=2026-05-01'))).toBe('400 invalid to');
    expect(told(await drive('/dry-run?from=2026-05-02&to=2026-05-01'))).toBe('400 invalid to');
  });
});

it('[DR27] every template makes a drive, once its placeholders are metrics and plans are filled in', async () => {
  const answered = await server.call('/api/v1/drive-templates', { as: 'anonymous' });
  const { templates } = read(driveTemplatesAnswerSchema, answered);
  expect(new Set(templates.map(({ field }) => field)).size).toBeGreaterThan(5);
  for (const { id, body: common, metrics, tasks } of templates) {
    const directions = new Map<string, string>();
    for (const { placeholder, ...metric } of metrics) {
      directions.set(placeholder, metric.direction);
      const metricBody = metricBodySchema.parse(metric);
      await server.board(`/works/metrics/${id}-${placeholder}`, {
        method: 'PUT',
        body: metricBody,
      });
    }
    const filled = tasks.map(({ improvePercent, metric, ...task }) => {
      const by = directions.get(metric) === 'higher' ? improvePercent : -improvePercent;
      return { ...task, metric: `${id}-${metric}`, baseline: '100', target: `${100 + by}` };
    });
    const whole = { ...common, from: '2026-07-01', to: '2026-07-31', tasks: filled };
    const written = await server.board(`/works/drives/${id}`, { method: 'PUT', body: whole });
    expect([id, written.status, written.status === 201 ? '' : written.text]).toEqual([id, 201, '']);
  }
});

it('[DR24] the server moves a drive by its clock', async () => {
  await put({ from: '2026-07-01', to: '2026-07-31' });
  await move('pledging');
  server.clock.advance(10 * 3_600_000);
  await expect
    .poll(async () => read(driveAnswerSchema, await drive()).state, { timeout: 10_000 })
    .toBe('running');
});
