import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { stewardToken, TestServer } from '../../server/src/http/testing/test-server.ts';
import { runBoard } from './command-line.ts';

let server: TestServer;
let folder: string;
beforeAll(async () => {
  server = await TestServer.start();
  await server.openWorks();
  folder = await mkdtemp(join(tmpdir(), 'board-command-'));
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

async function board(...args: string[]) {
  let [out, said] = ['', ''];
  const env = { BOARD_URL: server.listening.url, BOARD_TOKEN: stewardToken };
  const talk = {
    out: (text: string) => void (out += text),
    say: (text: string) => void (said += text),
  };
  const code = await runBoard(args, env, talk);
  return { code, out, said };
}
const postArgs = ['post', 'works', '--unit', 'alpha', '--metric', 'output', '--value'];
const file = async (name: string, text: string) => {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
};

it('[CL1] every command explains itself; what is typed wrongly is told with the usage, exit 2', async () => {
  const { code, out } = await board('--help');
  expect(code).toBe(0);
  for (const name of ['post', 'import', 'export', 'verify', 'backup', 'restore', 'token', 'seed']) {
    expect(out).toContain(`  ${name}`);
    expect((await board(name, '--help')).out).toMatch(new RegExp(`^usage: board ${name}`));
  }
  expect(await board('dance')).toMatchObject({
    code: 2,
    said: expect.stringContaining('no command dance'),
  });
  expect(await board('post', 'works', '--colour', 'red')).toMatchObject({ code: 2 });
  expect((await board('post', 'works')).said).toContain('--unit is missing');
  expect(await board('import', 'works', '/nowhere.csv')).toMatchObject({ code: 2 });
});

it('[CL2] what the server refuses exits 1 and names the field, no answer exits 3', async () => {
  const refused = await board(...postArgs, 'many');
  expect([refused.code, refused.said]).toEqual([1, expect.stringContaining('value:')]);
  const talk = { out: () => undefined, say: () => undefined };
  expect(await runBoard(['verify'], { BOARD_URL: 'http://127.0.0.1:1' }, talk)).toBe(3);
  const stranger = { BOARD_URL: server.listening.url, BOARD_TOKEN: 'wrong' };
  expect(await runBoard([...postArgs, '1'], stranger, talk)).toBe(1);
});

it('[CL3] posts, imports, exports and seeds', async () => {
  const posted = await board(...postArgs, '12.5', '--key', 'one');
  expect([posted.code, JSON.parse(posted.out)]).toMatchObject([0, { state: 'provisional' }]);
  expect((await board(...postArgs, '12.5', '--key', 'one')).out).toBe(posted.out);
  const csv = await file('june.csv', 'Team;Menge\nalpha;-7,5\n');
  const always = (text: string) => ({ always: text });
  const columns = {
    sector: always('North'),
    unit: 'Team',
    metric: always('Output'),
    unit_of_measure: always('t'),
    direction: always('higher'),
    achieved_at: always('2026-06-29'),
    value: 'Menge',
  };
  const shape = await file('shape.json', JSON.stringify({ columns, separator: ';', decimal: ',' }));
  expect((await board('import', 'works', csv, '--preview')).code).toBe(1);
  expect(await board('import', 'works', csv, '--shape', shape)).toMatchObject({
    code: 0,
    said: '',
  });
  expect((await board('export', 'works', 'results')).out).toContain('-7.50');
  expect((await board('export', 'works', 'ledger')).out).toContain('"type":"import.opened"');
  const given = { id: 'new', name: 'New', timeZone: 'UTC', visibility: 'public' };
  const sectors = [{ id: 'a', name: 'A' }];
  const seed = await file('seed.json', JSON.stringify({ board: given, sectors }));
  expect((await board('seed', seed)).code).toBe(0);
  expect((await board('seed', seed)).code).toBe(0);
});

it('[CL4] [BK11] backs up, encrypted to a passphrase, restores, and verifies every hash', async () => {
  const secret = await file('secret', 'correct horse battery staple\n');
  const plain = await board('backup', '--output', join(folder, 'plain.tar'));
  expect(plain.said).toContain('left out: people');
  const path = join(folder, 'all.tar.age');
  const keyed = ['--passphrase-file', secret];
  expect(await board('backup', '--output', path, ...keyed)).toMatchObject({
    ...{ code: 0, said: expect.not.stringContaining('left out') },
  });
  const verified = await board('verify', 'works');
  expect([verified.code, verified.out]).toEqual([0, expect.stringMatching(/^works: ok/)]);
  await board(...postArgs, '99', '--key', 'late');
  expect((await board('restore', path)).code).toBe(1);
  const restored = await board('restore', path, '--board', 'works', ...keyed);
  expect(restored.code).toBe(0);
  expect((await board('verify', 'works')).out).toBe(verified.out);
});

it('[CL5] makes, lists and revokes tokens; the secret alone is what is put out', async () => {
  const terms = ['--right', 'post', '--units', 'alpha', '--days', '7'];
  const made = await board('token', 'make', 'works', '--name', 'Press 7', ...terms);
  const secret = made.out.trim();
  expect([made.code, secret]).toEqual([0, expect.stringMatching(/^t~works~\S+$/)]);
  expect((await board(...postArgs, '3', '--token', secret)).code).toBe(0);
  const listed = await board('token', 'list', 'works');
  const [id = '', ...rest] = listed.out.trim().split('\t');
  expect(rest).toEqual([
    'post',
    'alpha *',
    expect.stringMatching(/^until 2/),
    expect.stringMatching(/^used /),
    'Press 7',
  ]);
  expect(listed.out).not.toContain(secret);
  expect((await board('token', 'list', 'works', '--displays')).out).toBe('');
  expect((await board('token', 'revoke', 'works', id)).code).toBe(0);
  expect((await board(...postArgs, '4', '--token', secret)).code).toBe(1);
  expect((await board('token', 'revoke', 'works', id)).code).toBe(1);
  expect((await board('token', 'make', 'works', '--name', 'A', '--days', 'many')).code).toBe(1);
  expect((await board('token', 'dance', 'works')).code).toBe(2);
  expect((await board('token', 'make', 'works')).said).toContain('--name is missing');
});
