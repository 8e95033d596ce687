import { versionAnswerSchema } from '@emulation/shared';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { outputMetric, read, TestServer } from './testing/test-server.ts';

let server: TestServer;

beforeEach(async () => {
  server = await TestServer.start();
  await server.openWorks();
});

afterEach(() => server.close());

const put = (path: string, body: object, headers: Record<string, string> = {}) =>
  server.board(`/works/${path}`, { method: 'PUT', body, headers });
const version = async (kind: string, id: string) =>
  read(versionAnswerSchema, await server.board(`/works/versions/${kind}/${id}`));

describe('two stewards who edit the same thing', () => {
  it.each([
    ['sector', 'sectors/north', 'north', { name: 'North' }, { name: 'Old north' }],
    [
      'unit',
      'units/alpha',
      'alpha',
      { name: 'alpha', sector: 'north' },
      { name: 'a', sector: 'south' },
    ],
    ['metric', 'metrics/output', 'output', outputMetric, { ...outputMetric, name: 'Tonnes' }],
    ['look', 'look', '-', { accent: '#003366' }, { language: 'ko' }],
  ])('[ED1] the second to write a %s is told', async (kind, path, id, first, second) => {
    await put(path, first);
    const before = await version(kind, id);
    const condition = { 'if-match': `"${before.version}"` };
    expect((await put(path, second, condition)).status).toBe(200);
    const late = await put(path, { ...second, ...first }, condition);
    expect(late).toMatchObject({ status: 412, body: { kind: 'changed-meanwhile' } });
    const now = await version(kind, id);
    expect(now).toMatchObject({ version: before.version + 1, item: second });
    expect((await put(path, first, { 'if-match': `"${now.version}"` })).status).toBe(200);
    // The same again is no change, whatever version its sender knows.
    expect((await put(path, first, condition)).status).toBe(200);
  });

  it('[ED1] a standard is written over the version that was read', async () => {
    const path = 'metrics/output/standard';
    await put(path, { value: '10' });
    const { version: held } = await version('standard', 'output');
    expect((await put(path, { value: '11' }, { 'if-match': `"${held}"` })).status).toBe(200);
    expect((await put(path, { value: '12' }, { 'if-match': `"${held}"` })).status).toBe(412);
  });

  it('[ED2] what is new is written only where there is none yet; versions are told to stewards', async () => {
    expect(await version('sector', 'west')).toEqual({ version: 0 });
    const fresh = { 'if-none-match': '*' };
    expect((await put('sectors/west', { name: 'West' }, fresh)).status).toBe(201);
    expect((await put('sectors/west', { name: 'Wild west' }, fresh)).status).toBe(412);
    expect((await put('sectors/west', { name: 'West 2' }, { 'if-match': '1' })).status).toBe(400);
    const asked = await server.board('/works/versions/sector/west', { as: 'anonymous' });
    expect(asked.status).toBe(401);
  });
});
