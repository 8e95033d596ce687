import { honourAnswerSchema, honoursAnswerSchema, modelUnitsAnswerSchema } from '@emulation/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { read, TestServer } from '../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start();
  await server.openWorks();
});
afterAll(() => server.close());

const title = {
  name: 'Model unit',
  words: 'Sets the example',
  criterion: { kind: 'model-unit', places: 1 },
};
const honour = { title: 'model', unit: 'alpha', citation: 'For June' };
const put = (path: string, body: object) => server.board(`/works${path}`, { method: 'PUT', body });

describe('titles and honours', () => {
  it('[HN1] [HN3] a title is put, an honour awarded once, and both are listed', async () => {
    expect((await put('/titles/model', title)).status).toBe(201);
    expect((await put('/titles/model', title)).status).toBe(200);
    const first = await put('/honours/june', honour);
    expect(first.status).toBe(201);
    expect(read(honourAnswerSchema, first)).toMatchObject({ ...honour, titleName: 'Model unit' });
    expect((await put('/honours/june', honour)).status).toBe(200);
    const list = read(honoursAnswerSchema, await server.board('/works/honours?unit=alpha'));
    expect(list.titles).toMatchObject([{ id: 'model', period: 'month' }]);
    expect(list.honours).toMatchObject([{ id: 'june', unit: 'alpha' }]);
  });

  it('[HN10] what is not known is 404 and a second award of an id 409, each by its kind', async () => {
    const cases = [
      [await put('/honours/july', { ...honour, title: 'nobody' }), 404, 'unknown-title'],
      [await put('/honours/july', { ...honour, unit: 'nobody' }), 404, 'unknown-unit'],
      [await put('/honours/june', { ...honour, unit: 'beta' }), 409, 'honour-exists'],
      [await server.board('/works/honours/none/certificate.pdf'), 404, 'unknown-honour'],
      [await server.board('/works/titles/none', { method: 'DELETE' }), 404, 'unknown-title'],
    ] as const;
    for (const [answer, status, kind] of cases) {
      expect(answer.status).toBe(status);
      expect(answer.body).toMatchObject({ kind });
    }
  });

  it('[HN1] a criterion that does not exist is 400 and names the path', async () => {
    const answer = await put('/titles/odd', { ...title, criterion: { kind: 'luck' } });
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ errors: [{ path: 'criterion.kind' }] });
  });

  it('[HN9] a certificate is served as a PDF', async () => {
    const path = '/works/honours/june/certificate.pdf';
    const answer = await server.board(path, { as: 'anonymous' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.text.startsWith('%PDF-')).toBe(true);
  });

  it('[HN4] a withdrawn honour stays in the list and has no certificate', async () => {
    const path = '/works/honours/june';
    const body = { reason: 'given to the wrong shift' };
    const withdrawn = await server.board(`${path}/withdrawal`, { body });
    expect(read(honourAnswerSchema, withdrawn).withdrawn).toMatchObject(body);
    const again = await server.board(`${path}/withdrawal`, { body });
    expect([again.status, again.body]).toMatchObject([409, { kind: 'honour-withdrawn' }]);
    expect((await server.board(`${path}/certificate.pdf`)).status).toBe(409);
  });
});

describe('model units', () => {
  it('[HN6] are ranked by what they did in the span asked for', async () => {
    const post = (unit: string, value: number, achievedAt: string) =>
      server.board('/works/results', { body: { unit, metric: 'output', value, achievedAt } });
    await post('alpha', 10, '2026-05-01');
    await post('beta', 12, '2026-05-02');
    const rows = async (query: string) =>
      read(modelUnitsAnswerSchema, await server.board(`/works/model-units${query}`)).rows;
    expect(await rows('')).toMatchObject([{ place: 1, unit: 'beta', score: '5.00' }]);
    expect(await rows('?from=2026-05-03')).toEqual([]);
    expect((await server.board('/works/model-units?from=2026-05-03&to=2026-05-01')).status).toBe(
      400,
    );
  });
});
