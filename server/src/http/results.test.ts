import {
  boardAnswerSchema,
  postedAnswerSchema,
  problemSchema,
  resultAnswerSchema,
  resultsAnswerSchema,
} from '@emulation/shared';
import { beforeEach, afterEach, describe, expect, it } from 'vitest';
import { read, TestServer } from './testing/test-server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await TestServer.start();
  await server.openWorks();
});
afterEach(() => server.close());

const good = { unit: 'alpha', metric: 'output', value: '12.30' };
const seqOf = async () => read(boardAnswerSchema, await server.board('/works')).seq;

describe('posting', () => {
  it('[HT4] answers what a result did, as decimal strings', async () => {
    const first = await server.post(good);
    expect(first.status).toBe(201);
    const answer = read(postedAnswerSchema, first);
    expect(answer).toMatchObject({ seq: 8, state: 'provisional', overtakes: [] });
    expect(answer.receivedAt).toBe('2026-06-30T12:00:00.000Z');
    expect(answer.records.map(({ scope, kind }) => [scope, kind])).toEqual([
      ['board', 'broken'],
      ['sector', 'broken'],
      ['unit', 'broken'],
    ]);
    const second = read(
      postedAnswerSchema,
      await server.post({ ...good, unit: 'beta', value: 15 }),
    );
    expect(second.records[0]?.previous).toMatchObject({ value: '12.30', result: answer.id });
    expect(second.ranking).toEqual([{ metric: 'output', unit: 'beta', before: null, after: 1 }]);
    const result = await server.board(`/works/results/${second.id}`, { as: 'anonymous' });
    expect(read(resultAnswerSchema, result)).toMatchObject({ unit: 'beta', value: '15.00' });
  });

  it('[HT4] takes a note, a time with an offset and partners with roles and shares', async () => {
    const body = {
      ...good,
      note: 'first shift',
      achievedAt: '2026-06-30T08:00:00+02:00',
      partners: [{ unit: 'gamma', role: 'lent', share: 0.25 }],
    };
    const { id } = read(postedAnswerSchema, await server.post(body));
    expect((await server.board(`/works/results/${id}`)).body).toMatchObject({
      note: 'first shift',
      achievedAt: '2026-06-30T06:00:00.000Z',
      partners: [{ unit: 'gamma', role: 'lent', share: '0.25' }],
    });
  });

  it('[HT5] the same key and body get the same answer with 200, and nothing is added', async () => {
    const first = await server.post(good, 'key-1');
    await server.post({ ...good, unit: 'beta', value: 99 });
    const before = await seqOf();
    const again = await server.post(good, 'key-1');
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.text).toBe(first.text);
    expect(await seqOf()).toBe(before);
  });

  it('[HT5] the same key with another body is 409', async () => {
    await server.post(good, 'key-1');
    const other = await server.post({ ...good, value: '12.31' }, 'key-1');
    expect(other.body).toMatchObject({ status: 409, kind: 'key-conflict' });
  });

  it('[HT5] one key posted many times at once is one result', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => server.post(good, 'rush')));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(await seqOf()).toBe(8);
  });

  it('[HT6] a body is what was understood, however it is written', async () => {
    const first = await server.post({ ...good, achievedAt: '2026-06-30T08:00:00Z' }, 'key-1');
    const again = await server.post(
      { achievedAt: '2026-06-30T10:00:00+02:00', value: 12.3, metric: 'output', unit: 'alpha' },
      'key-1',
    );
    expect([again.status, again.text]).toEqual([200, first.text]);
  });

  it('[HT5] keys of one board mean nothing on another', async () => {
    await server.openWorks('other');
    await server.post(good, 'key-1');
    expect((await server.post({ ...good, value: 1 }, 'key-1', 'other')).status).toBe(201);
  });

  it.each(['x'.repeat(201), 'a b', 'clé'])('[HT5] the key %j is 400', async (key) => {
    const answer = await server.post(good, key);
    expect(answer.body).toMatchObject({ status: 400, errors: [{ path: 'Idempotency-Key' }] });
  });
});

describe('bad posts', () => {
  const refused = async (change: object, status: number, path: string) => {
    const before = await seqOf();
    const answer = await server.post({ ...good, ...change });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(read(problemSchema, answer).errors?.[0]?.path).toBe(path);
    expect(await seqOf()).toBe(before);
  };

  it.each([
    '1234567890123456',
    '12345678901234.50',
    'NaN',
    'Infinity',
    '-Infinity',
    '',
    ' ',
    'many',
  ])('[HT8] the value %j is 400 and named', async (value) => refused({ value }, 400, 'value'));

  it.each([null, true, [], {}, ['1'], 1e300])(
    '[HT8] the value %j is 400 and named',
    async (value) => refused({ value }, 400, 'value'),
  );

  it('[HT8] a result without a value is 400, as absent is not zero', async () =>
    refused({ value: undefined }, 400, 'value'));

  it.each([
    ['unit', { unit: 'nobody' }],
    ['metric', { metric: 'nothing' }],
    ['partners.0.unit', { partners: [{ unit: 'nobody' }] }],
  ])('[HT7] an unknown %s is 404 and named', async (path, change) => refused(change, 404, path));

  it.each(['2026-06-30T12:05:01Z', '2026-07-01', '2999-01-01'])(
    '[HT9] %s lies in the future: 400',
    async (achievedAt) => refused({ achievedAt }, 400, 'achievedAt'),
  );

  it.each(['2026-06-30T12:05:00Z', '2026-06-30', '2020-02-29', '1999-12-31T23:59:59.999-11:00'])(
    '[HT9] %s does not lie in the future',
    async (achievedAt) => {
      expect((await server.post({ ...good, achievedAt })).status).toBe(201);
    },
  );

  it('[HT9] today is a day of the board, not of the server', async () => {
    server.clock.advance(11 * 3_600_000);
    expect((await server.post({ ...good, achievedAt: '2026-07-01' })).status).toBe(201);
  });

  it.each(['2026-02-30', '2026-13-01', 'yesterday', '2026-06-30T12:00:00', 1, ''])(
    '[HT9] %j is no time: 400',
    async (achievedAt) => refused({ achievedAt }, 400, 'achievedAt'),
  );

  it.each([
    ['partners.0.unit', [{ unit: 'alpha' }]],
    ['partners.1.unit', [{ unit: 'beta' }, { unit: 'beta' }]],
    ['partners.0.share', [{ unit: 'beta', share: 1.5 }]],
    ['partners.0.share', [{ unit: 'beta', share: 0 }]],
    ['partners.0.share', [{ unit: 'beta', share: 'half' }]],
    ['partners.0.role', [{ unit: 'beta', role: 'watched' }]],
    ['partners.0.name', [{ unit: 'beta', name: 'x' }]],
    ['partners', Array.from({ length: 33 }, (_, at) => ({ unit: `u${at}` }))],
    ['partners', 'beta'],
  ])('[HT10] partners that are wrong at %s are 400', async (path, partners) =>
    refused({ partners }, 400, path),
  );

  it('[HT10] shares above the whole are 400', async () => {
    const partners = [
      { unit: 'beta', share: 0.7 },
      { unit: 'gamma', share: 0.7 },
    ];
    const answer = await server.post({ ...good, partners });
    expect(answer.status).toBe(400);
    expect(read(problemSchema, answer).errors?.[0]?.path).toMatch(/^partners\.\d\.share$/);
  });

  it('[HT8] a note above 2,000 characters and an unknown field are 400', async () => {
    await refused({ note: 'x'.repeat(2001) }, 400, 'note');
    await refused({ colour: 'red' }, 400, 'colour');
    expect((await server.post({ ...good, note: 'é'.repeat(2000) })).status).toBe(201);
  });
});

describe('the list', () => {
  const list = async (query = '') =>
    read(resultsAnswerSchema, await server.board(`/works/results${query}`, { as: 'anonymous' }));

  const postDays = async () => {
    for (const day of ['03', '01', '05', '02', '04'])
      for (const unit of ['alpha', 'gamma'])
        await server.post({ ...good, unit, achievedAt: `2026-06-${day}` });
  };

  it('[HT14] is newest first, in pages that follow each other without gap or repetition', async () => {
    await postDays();
    const all = await list();
    const dates = all.results.map(({ achievedAt }) => achievedAt);
    expect(dates).toEqual([...dates].sort().reverse());
    const paged: string[] = [];
    let cursor = '';
    do {
      const page = await list(`?limit=3&cursor=${cursor}`);
      paged.push(...page.results.map(({ id }) => id));
      cursor = page.next ?? '';
    } while (cursor !== '');
    expect(paged).toEqual(all.results.map(({ id }) => id));
    expect(paged).toHaveLength(10);
  });

  it('[HT14] filters by unit, metric and days of the board, inclusive', async () => {
    await postDays();
    const { results } = await list('?unit=gamma&metric=output&from=2026-06-02&to=2026-06-04');
    expect(results.map(({ unit, achievedAt }) => `${unit} ${achievedAt}`)).toEqual([
      'gamma 2026-06-04',
      'gamma 2026-06-03',
      'gamma 2026-06-02',
    ]);
  });

  it.each([
    ['limit', '?limit=0'],
    ['limit', '?limit=501'],
    ['limit', '?limit=ten'],
    ['from', '?from=2026-02-30'],
    ['to', '?from=2026-06-02&to=2026-06-01'],
    ['cursor', '?cursor=zzz'],
    ['unti', '?unti=alpha'],
    ['unit', '?unit=a&unit=b'],
  ])('[HT8] a list with a bad %s is 400 and names it', async (path, query) => {
    const answer = await server.board(`/works/results${query}`);
    expect(answer.status).toBe(400);
    expect(read(problemSchema, answer).errors?.[0]?.path).toBe(path);
  });

  it('[HT7] a list of an unknown unit or metric is 404, an empty filter is none', async () => {
    expect((await server.board('/works/results?unit=nobody')).status).toBe(404);
    expect((await server.board('/works/results?metric=nothing')).status).toBe(404);
    expect((await list('?unit=&metric=')).results).toEqual([]);
  });

  it.each(['zzz', '00000000-0008-8000-8000-000000000000', '../works', '%00'])(
    '[HT7] the result %s is unknown: 404',
    async (id) => {
      const answer = await server.board(`/works/results/${encodeURIComponent(id)}`);
      expect(answer.body).toMatchObject({ status: 404, kind: 'unknown-result' });
    },
  );
});
