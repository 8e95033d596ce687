import { boardAnswerSchema, boardsAnswerSchema, problemSchema } from '@emulation/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { outputMetric, read, TestServer } from './testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start();
  await server.openWorks();
});
afterAll(() => server.close());

const seqOf = async () => read(boardAnswerSchema, await server.board('/works')).seq;

describe('boards', () => {
  const body = { id: 'plant', name: 'Plant', timeZone: 'Asia/Seoul', visibility: 'public' };

  it('[HT1] opening a board is 201, the same body again 200, another body 409', async () => {
    const first = await server.board('', { body });
    expect(first.status).toBe(201);
    expect(read(boardAnswerSchema, first)).toMatchObject({ ...body, seq: 1, demo: false });
    expect((await server.board('', { body })).status).toBe(200);
    const other = await server.board('', { body: { ...body, name: 'Another' } });
    expect(other.status).toBe(409);
    expect(other.body).toMatchObject({ kind: 'board-exists' });
  });

  it.each([
    ['timeZone', { timeZone: 'Europe/Nowhere' }],
    ['id', { id: 'No Slug' }],
    ['name', { name: ' ' }],
    ['visibility', { visibility: 'secret' }],
    ['colour', { colour: 'red' }],
  ])('[HT8] a board with a bad %s is 400 and names it', async (path, change) => {
    const answer = await server.board('', { body: { ...body, id: 'bad', ...change } });
    expect(answer.status).toBe(400);
    expect(read(problemSchema, answer).errors?.map((error) => error.path)).toEqual([path]);
  });

  it('[HT2] a board answers with its vocabulary and position', async () => {
    const board = read(boardAnswerSchema, await server.board('/works', { as: 'anonymous' }));
    expect(board).toMatchObject({ id: 'works', seq: 7, drives: [] });
    expect(board.units).toContainEqual({ id: 'gamma', name: 'gamma', sector: 'south' });
    expect(board.metrics).toMatchObject([{ ...outputMetric, id: 'output', results: 0 }]);
    const { boards } = read(boardsAnswerSchema, await server.board(''));
    expect(boards).toContainEqual(board);
  });
});

describe('a private board', () => {
  beforeAll(() => server.openWorks('secret', 'private'));
  const paths = ['', '/results', '/records', '/rankings?metric=output', '/feed', '/ledger'];

  it.each(paths)('[HT12] answers %s with the bytes of an unknown board', async (path) => {
    const hidden = await server.board(`/secret${path}`, { as: 'anonymous' });
    const unknown = await server.board(`/nobody${path}`, { as: 'anonymous' });
    expect(hidden.status).toBe(404);
    expect(hidden.text).toBe(unknown.text);
    const names = (answer: typeof hidden) => [...answer.headers.keys()].sort();
    expect(names(hidden)).toEqual(names(unknown));
    expect((await server.board(`/secret${path}`)).status).toBe(200);
  });

  it('[HT12] is hidden from writers and from the list, too', async () => {
    const body = { unit: 'alpha', metric: 'output', value: 1 };
    const call = { body, as: 'anonymous' } as const;
    const hidden = await server.board('/secret/results', call);
    const unknown = await server.board('/nobody/results', call);
    expect([hidden.status, hidden.text]).toEqual([404, unknown.text]);
    const { boards } = read(boardsAnswerSchema, await server.board('', { as: 'anonymous' }));
    expect(boards.map(({ id }) => id)).not.toContain('secret');
  });
});

describe('vocabulary', () => {
  const put = (path: string, body: object) =>
    server.board(`/works/${path}`, { method: 'PUT', body });

  it('[HT2] a PUT creates with 201, changes with 200, and the same again adds no entry', async () => {
    const before = await seqOf();
    expect((await put('sectors/east', { name: 'East' })).status).toBe(201);
    expect((await put('sectors/east', { name: 'East' })).status).toBe(200);
    expect(await seqOf()).toBe(before + 1);
    expect((await put('sectors/east', { name: 'Far east' })).status).toBe(200);
    expect((await put('units/delta', { name: 'Delta', sector: 'east' })).status).toBe(201);
    expect((await put('units/delta', { name: 'Delta', sector: 'north' })).status).toBe(200);
    expect((await put('units/delta', { name: 'Delta', sector: 'north' })).status).toBe(200);
    expect((await put('metrics/output', outputMetric)).status).toBe(200);
    expect(await seqOf()).toBe(before + 4);
  });

  it('[HT7] a unit of an unknown sector is 404 and names it', async () => {
    const answer = await put('units/epsilon', { name: 'Epsilon', sector: 'nowhere' });
    expect(answer.status).toBe(404);
    expect(answer.body).toMatchObject({ kind: 'unknown-sector', errors: [{ path: 'sector' }] });
  });

  it('[HT3] direction and decimals are free until there are results, then 409', async () => {
    expect((await put('metrics/speed', { ...outputMetric, decimals: 1 })).status).toBe(201);
    const lower = { ...outputMetric, decimals: 3, direction: 'lower' };
    expect((await put('metrics/speed', lower)).status).toBe(200);
    await server.post({ unit: 'alpha', metric: 'speed', value: '1.234' });
    for (const change of [{ decimals: 1 }, { direction: 'higher' }]) {
      const answer = await put('metrics/speed', { ...lower, ...change });
      expect(answer.status).toBe(409);
      expect(answer.body).toMatchObject({
        kind: 'has-results',
        errors: [{ path: Object.keys(change)[0] }],
      });
    }
    expect((await put('metrics/speed', { ...lower, name: 'Pace' })).status).toBe(200);
  });

  it('[HT8] a slug in the address that is none is 400', async () => {
    const answer = await put('sectors/No%20Slug', { name: 'x' });
    expect(answer.body).toMatchObject({ status: 400, errors: [{ path: 'id' }] });
  });
});

it('[HT26] only a demo board can be removed', async () => {
  const answer = await server.board('/works', { method: 'DELETE' });
  expect(answer.body).toMatchObject({ status: 409, kind: 'not-a-demo' });
  const anonymous = await server.board('/works', { method: 'DELETE', as: 'anonymous' });
  expect(anonymous.status).toBe(401);
});
