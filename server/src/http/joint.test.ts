import {
  changeAnswerSchema,
  cooperationAnswerSchema,
  feedAnswerSchema,
  postedAnswerSchema,
  rankingAnswerSchema,
  resultAnswerSchema,
  resultsAnswerSchema,
} from '@emulation/shared';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { outputMetric, read, TestServer, type Call } from './testing/test-server.ts';

let server: TestServer;
let joint: string;

beforeEach(async () => {
  server = await TestServer.start();
  await server.openWorks();
  await server.board('/works/metrics/output', {
    method: 'PUT',
    body: { ...outputMetric, aggregate: 'sum' },
  });
  const partners = [
    { unit: 'beta', role: 'helped', share: '0.3' },
    { unit: 'gamma', role: 'lent', share: '0.2' },
  ];
  const posted = await server.post({ unit: 'alpha', metric: 'output', value: 10, partners });
  joint = read(postedAnswerSchema, posted).id;
});
afterEach(() => server.close());

const decline = (body: object, { id = joint, query = '', ...call }: Decline = {}) =>
  server.board(`/works/results/${id}/decline${query}`, { method: 'POST', body, ...call });
type Decline = { id?: string; query?: string } & Call;

const scores = async () =>
  read(rankingAnswerSchema, await server.board('/works/rankings?metric=output')).rows.map(
    ({ unit, score }) => `${unit} ${score}`,
  );

describe('declining', () => {
  it('[JT2] returns the share to the rest, and says what that changed', async () => {
    expect(await scores()).toEqual(['alpha 5.00', 'beta 3.00', 'gamma 2.00']);
    const body = { unit: 'gamma', reason: 'we were not there' };
    const preview = read(changeAnswerSchema, await decline(body, { query: '?preview=true' }));
    expect(await scores()).toEqual(['alpha 5.00', 'beta 3.00', 'gamma 2.00']);
    const done = read(changeAnswerSchema, await decline(body));
    expect(await scores()).toEqual(['alpha 6.25', 'beta 3.75']);
    expect(done.ranking).toContainEqual({
      metric: 'output',
      unit: 'gamma',
      before: 3,
      after: null,
    });
    expect(done).toMatchObject({ lost: preview.lost, records: preview.records });
    expect(read(resultAnswerSchema, await server.board(`/works/results/${joint}`))).toMatchObject({
      partners: [{ unit: 'beta', share: '0.375' }],
      declined: [{ unit: 'gamma', role: 'lent', share: '0.2', reason: 'we were not there' }],
    });
    const feed = read(feedAnswerSchema, await server.board('/works/feed?kind=partner-declined'));
    expect(feed.happenings).toMatchObject([{ declined: 'gamma', reason: 'we were not there' }]);
  });

  it('[JT3] a second time is 409, a unit that is no partner 404, an unknown one 404', async () => {
    await decline({ unit: 'gamma' });
    expect((await decline({ unit: 'gamma' })).body).toMatchObject({
      status: 409,
      kind: 'declined',
      errors: [{ path: 'unit' }],
    });
    expect((await decline({ unit: 'alpha' })).body).toMatchObject({
      status: 404,
      kind: 'unknown-partner',
    });
    expect((await decline({ unit: 'nobody' })).body).toMatchObject({
      status: 404,
      kind: 'unknown-unit',
    });
    expect((await decline({ unit: 'beta' }, { id: 'zzz' })).body).toMatchObject({
      kind: 'unknown-result',
    });
    expect((await decline({})).body).toMatchObject({ status: 400, errors: [{ path: 'unit' }] });
    expect((await decline({ unit: 'beta' }, { as: 'anonymous' })).status).toBe(401);
  });
});

describe('bad partners', () => {
  it.each([
    [
      'partners.1.share',
      400,
      [
        { unit: 'beta', share: '0.7' },
        { unit: 'gamma', share: '0.4' },
      ],
    ],
    ['partners.0.share', 400, [{ unit: 'beta', share: '0' }]],
    ['partners.0.share', 400, [{ unit: 'beta', share: '1.2' }]],
    ['partners.0.unit', 400, [{ unit: 'alpha' }]],
    ['partners.1.unit', 400, [{ unit: 'beta' }, { unit: 'beta' }]],
    ['partners.0.unit', 404, [{ unit: 'nobody' }]],
    ['partners.0.role', 400, [{ unit: 'beta', role: 'watched' }]],
  ])('[JT4] %s: %i, and nothing is posted', async (path, status, partners) => {
    const answer = await server.post({ unit: 'alpha', metric: 'output', value: 1, partners });
    expect(answer.body).toMatchObject({ status, errors: [{ path }] });
    const { results } = read(resultsAnswerSchema, await server.board('/works/results'));
    expect(results).toHaveLength(1);
  });
});

describe('cooperation', () => {
  const network = async (query = '') =>
    read(cooperationAnswerSchema, await server.board(`/works/cooperation${query}`));

  it('[JT5] says who helped and lent to whom, and between which sectors', async () => {
    const { summary, pairs, sectors } = await network();
    expect(summary).toEqual({ results: 1, units: 3, pairs: 2, acrossSectors: 1 });
    expect(pairs).toMatchObject([
      { units: ['alpha', 'beta'], results: 1, together: 0, helped: [0, 1], lent: [0, 0] },
      { units: ['alpha', 'gamma'], results: 1, together: 0, helped: [0, 0], lent: [0, 1] },
    ]);
    expect(sectors).toEqual([
      { from: 'north', to: 'north', performed: 0, helped: 1, lent: 0 },
      { from: 'south', to: 'north', performed: 0, helped: 0, lent: 1 },
    ]);
    expect((await network('?unit=gamma')).pairs).toHaveLength(1);
    expect((await server.board('/works/cooperation?unit=nobody')).status).toBe(404);
  });

  it('[JT10] a number of a sector opens to the results it is counted from', async () => {
    await server.post({ unit: 'alpha', metric: 'output', value: 1 });
    const partners = [{ unit: 'beta', role: 'performed' }];
    const other = await server.post({ unit: 'gamma', metric: 'output', value: 2, partners });
    const { id } = read(postedAnswerSchema, other);
    const list = async (query: string) =>
      read(resultsAnswerSchema, await server.board(`/works/results?${query}`)).results.map(
        (row) => row.id,
      );
    expect(new Set(await list('joint=true'))).toEqual(new Set([joint, id]));
    expect(await list('sector=north&partnerSector=south')).toEqual([joint]);
    expect(await list('sector=south&partnerSector=north')).toEqual([id]);
    expect(await list('sector=north&partnerSector=south&roles=helped')).toEqual([]);
    expect(await list('sector=north&partnerSector=south&roles=helped,lent')).toEqual([joint]);
    const body = { reason: 'not so' };
    await server.board(`/works/results/${id}/annulment`, { method: 'POST', body });
    expect(await list('sector=south&partnerSector=north&valid=true')).toEqual([]);
    const refused = await server.board('/works/results?roles=helped,watched');
    expect(refused.body).toMatchObject({ status: 400, errors: [{ path: 'roles.1' }] });
    expect((await server.board('/works/results?partnerSector=nowhere')).status).toBe(404);
  });

  it('[JT6] opens to the joint results it came from', async () => {
    await server.post({ unit: 'alpha', metric: 'output', value: 1 });
    const list = async (query: string) =>
      read(resultsAnswerSchema, await server.board(`/works/results?${query}`)).results;
    expect(await list('unit=gamma&partner=alpha')).toMatchObject([{ id: joint }]);
    expect(await list('unit=alpha&partner=gamma')).toMatchObject([{ id: joint }]);
    expect(await list('unit=gamma&partner=beta')).toMatchObject([{ id: joint }]);
    await decline({ unit: 'gamma' });
    expect(await list('unit=alpha&partner=gamma')).toEqual([]);
    expect((await network()).summary).toMatchObject({ pairs: 1, acrossSectors: 0 });
    expect((await server.board('/works/results?partner=nobody')).status).toBe(404);
  });
});
