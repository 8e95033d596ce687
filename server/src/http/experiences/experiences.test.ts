import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  adoptionAnswerSchema,
  adoptionDetailSchema,
  experienceAnswerSchema,
  experiencesAnswerSchema,
  feedAnswerSchema,
  postedAnswerSchema,
  spreadAnswerSchema,
} from '@emulation/shared';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { read, TestServer } from '../testing/test-server.ts';

let server: TestServer;
let dataDir: string;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'board-experience-'));
  server = await TestServer.start({ DATA_DIR: dataDir });
  await server.openWorks();
});

afterEach(async () => {
  await server.close();
  await rm(dataDir, { recursive: true, force: true });
});

const text = { unit: 'alpha', metric: 'output', title: 'Shorter set-up', change: 'Tools first.' };
const at = (path: string) => `/works/experiences/${path}`;
const put = (body: object, id = 'setup', as: 'steward' | 'anonymous' = 'steward') =>
  server.board(at(id), { method: 'PUT', body, as });
const move = (to: string, more: object = {}, unit = 'beta') =>
  server.board(at(`setup/adoptions/${unit}`), { body: { to, ...more } });
const post = (unit: string, value: string, achievedAt: string) =>
  server.post({ unit, metric: 'output', value, achievedAt });

async function startSetup() {
  const posted = await post('alpha', '30', '2026-01-05');
  await post('beta', '10', '2026-01-05');
  const proof = read(postedAnswerSchema, posted).id;
  await put({ ...text, proof });
  return proof;
}

describe('experiences over HTTP', () => {
  it('[EX24] PUT writes or edits; the same again adds nothing', async () => {
    const proof = await startSetup();
    const written = read(experienceAnswerSchema, await server.board(at('setup')));
    expect(written).toMatchObject({
      ...text,
      sector: 'north',
      proof: { result: proof, value: '30.00' },
      adoptions: [{ unit: 'beta', state: 'offered', offeredBy: 'board' }],
    });
    const same = await put({ ...text, proof });
    expect(same.status).toBe(200);
    expect(read(experienceAnswerSchema, same)).toEqual(written);
    const edited = await put({ ...text, proof, needs: 'A rack.' });
    expect(edited.status).toBe(200);
    expect(read(experienceAnswerSchema, edited)).toMatchObject({ needs: 'A rack.' });
    expect(read(experienceAnswerSchema, edited).editedAt).toBeDefined();
    const list = read(experiencesAnswerSchema, await server.board('/works/experiences'));
    expect(list.experiences.map(({ id }) => id)).toEqual(['setup']);
    expect((await put(text, 'setup', 'anonymous')).status).toBe(401);
    expect((await server.board(at('none'))).status).toBe(404);
    expect((await server.board('/works/experiences?metric=none')).status).toBe(404);
  });

  it.each([
    [{ unit: 'nobody' }, 404, 'unknown-unit', 'unit'],
    [{ metric: 'none' }, 404, 'unknown-metric', 'metric'],
    [{ change: ' ' }, 400, 'invalid', 'change'],
    [{ title: '' }, 400, 'invalid', 'title'],
    [{ links: [{ url: 'javascript:alert(1)' }] }, 400, 'invalid', 'links.0.url'],
    [{ links: [{ url: 'data:text/html,x' }] }, 400, 'invalid', 'links.0.url'],
    [{ links: [{ url: '/relative' }] }, 400, 'invalid', 'links.0.url'],
    [{ pictures: [{ id: '../../etc/passwd' }] }, 400, 'invalid', 'pictures.0.id'],
    [{ pictures: [{ id: 'a'.repeat(64) }] }, 404, 'unknown-picture', 'pictures.0.id'],
    [{ proof: 'nothing' }, 404, 'unknown-result', 'proof'],
    [{ basedOn: 'none' }, 404, 'unknown-experience', 'basedOn'],
    [{ color: 'red' }, 400, 'invalid', 'color'],
  ])(
    '[EX25] %j is refused, naming the path, and nothing is written',
    async (bad, status, kind, path) => {
      const answer = await put({ ...text, ...bad });
      expect(answer.status).toBe(status);
      expect(answer.body).toMatchObject({ kind, errors: [{ path }] });
      expect((await server.board(at('setup'))).status).toBe(404);
    },
  );

  it("[EX25] another unit's result, or one of another metric, proves nothing", async () => {
    const other = read(postedAnswerSchema, await post('beta', '10', '2026-01-05')).id;
    expect((await put({ ...text, proof: other })).body).toMatchObject({
      kind: 'invalid',
      errors: [{ path: 'proof' }],
    });
  });

  it('[EX25] unit and metric stay once it is written', async () => {
    await startSetup();
    const answer = await put({ ...text, unit: 'gamma' });
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({ kind: 'experience-fixed', errors: [{ path: 'unit' }] });
  });

  it('[EX26] a unit goes its way; wrong steps and units that were never offered it are refused', async () => {
    await startSetup();
    expect(await move('adopted')).toMatchObject({ status: 409, body: { kind: 'wrong-move' } });
    expect(await move('sustained')).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'to' }] },
    });
    expect(await move('offered')).toMatchObject({ status: 400 });
    expect(await move('not-applicable')).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'reason' }] },
    });
    expect(await move('studying', {}, 'gamma')).toMatchObject({
      status: 409,
      body: { kind: 'not-offered', errors: [{ path: 'unit' }] },
    });
    expect(await move('studying', {}, 'nobody')).toMatchObject({ status: 404 });
    expect(await move('studying', { at: '2027-01-01' })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'at' }] },
    });
    expect((await move('studying')).status).toBe(200);
    const again = read(adoptionAnswerSchema, await move('studying'));
    expect(again.steps.map(({ to }) => to)).toEqual(['offered', 'studying']);
  });

  it('[EX26] a steward offers and takes back; an answered offer stays', async () => {
    await startSetup();
    const offer = (method: string, unit: string) =>
      server.board(at(`setup/offers/${unit}`), { method });
    expect((await offer('PUT', 'gamma')).status).toBe(201);
    expect((await offer('PUT', 'gamma')).status).toBe(200);
    expect((await offer('PUT', 'alpha')).body).toMatchObject({ errors: [{ path: 'unit' }] });
    expect((await offer('DELETE', 'gamma')).status).toBe(204);
    expect(await offer('DELETE', 'gamma')).toMatchObject({
      status: 409,
      body: { kind: 'not-offered' },
    });
    await move('studying');
    expect(await offer('DELETE', 'beta')).toMatchObject({
      status: 409,
      body: { kind: 'wrong-move' },
    });
  });

  it('[EX27] lift, spread and news follow from the results, each open to those it compares', async () => {
    await startSetup();
    for (const [day, value] of [
      ['2026-02-02', '10'],
      ['2026-02-09', '11'],
      ['2026-02-16', '12'],
    ] as const)
      await post('beta', value, day);
    for (const to of ['studying', 'trial', 'adopted']) await move(to, { at: '2026-02-20' });
    for (const [day, value] of [
      ['2026-02-23', '15'],
      ['2026-03-02', '16'],
      ['2026-03-09', '16'],
      ['2026-03-16', '17'],
      ['2026-03-23', '31'],
    ] as const)
      await post('beta', value, day);
    const detail = read(adoptionDetailSchema, await server.board(at('setup/adoptions/beta')));
    expect(detail.lift).toMatchObject({ kind: 'measured', before: { results: 3 }, weeks: 5 });
    expect(detail.compared.before.map(({ value }) => value)).toEqual(['10.00', '11.00', '12.00']);
    expect(detail.compared.after).toHaveLength(5);
    await put({ ...text, unit: 'beta', basedOn: 'setup' }, 'further');
    const { tree } = read(spreadAnswerSchema, await server.board(at('setup/spread')));
    expect(tree).toMatchObject({
      unit: 'alpha',
      adoptions: [{ unit: 'beta', records: [{}, {}, {}, { value: '31.00', scope: 'board' }] }],
      descendants: [{ experience: 'further' }],
    });
    const feed = read(feedAnswerSchema, await server.board('/works/feed?kind=experience-adopted'));
    expect(feed.happenings).toMatchObject([{ unit: 'beta', from: 'alpha', experience: 'setup' }]);
  });

  it('[EX28] a withdrawn experience takes nothing more', async () => {
    await startSetup();
    const away = (body: object) => server.board(at('setup/withdrawal'), { body });
    expect((await away({})).body).toMatchObject({ errors: [{ path: 'reason' }] });
    expect(read(experienceAnswerSchema, await away({ reason: 'unsafe' }))).toMatchObject({
      change: '',
      withdrawn: { reason: 'unsafe' },
    });
    expect(await away({ reason: 'again' })).toMatchObject({
      status: 409,
      body: { kind: 'withdrawn' },
    });
    expect((await move('studying')).status).toBe(409);
    expect((await put(text)).status).toBe(409);
  });
});
