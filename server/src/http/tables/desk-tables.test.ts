import { afterEach, beforeEach, expect, it } from 'vitest';
import { TestServer } from '../testing/test-server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await TestServer.start();
  await server.openWorks();
});
afterEach(() => server.close());

const heads = {
  people: 'person,name,role,units,since,last_seen_at,sessions',
  invitations: 'id,role,units,uses,uses_left,created_at,expires_at,state',
  sessions: 'person,name,role,device,signed_in_at,last_seen_at,expires_at',
  drives: 'id,name,state,from,to',
  verification:
    'result,unit,unit_name,metric,value,achieved_at,breakthrough,missing,since,window_ends_at,open_objections',
  displays: 'id,name,playlist,online,since,build',
  playlists: 'id,name,items,sound',
  messages: 'id,text,displays,display_names,said_at,until',
  receipts:
    'at,result,unit,unit_name,metric,value,connected,shown,later,since_announced_p50_ms,since_announced_p99_ms,since_arrival_p50_ms,since_arrival_p99_ms',
  mappings: 'id,name,filter,is_on,posted,repeated,refused,last_at',
  webhooks: 'id,name,origin,format,kinds,is_on',
  imports:
    'at,file,actor,name,lines,results,duplicates,standing,undone_at,undone_by,undone_reason,id',
};

it('[DK2] every list of a steward is a file, and for whom the list is not, the file is not either', async () => {
  for (const [list, head] of Object.entries(heads)) {
    const { status, text } = await server.board(`/works/${list}.csv`);
    expect([list, status, text.split('\r\n')[0]]).toEqual([list, 200, head]);
  }
  for (const list of ['people', 'invitations', 'sessions', 'webhooks', 'imports'])
    expect((await server.board(`/works/${list}.csv`, { as: 'anonymous' })).status).toBe(401);
});

it('[DK2] the file of messages holds those that stand, with the names of their walls', async () => {
  const hall = 'k3v9x2m4q8w1z7t5';
  const put = (path: string, body: object) =>
    server.board(`/works/${path}`, { method: 'PUT', body });
  const until = (minutes: number) => new Date(server.clock.now() + minutes * 60_000).toISOString();
  await put(`displays/${hall}`, { name: 'Hall 3', playlist: null });
  await put('messages/soon', { text: 'Meet at ten', until: until(10) });
  await put('messages/hall', { text: '=1+1', until: until(60), displays: [hall] });
  server.clock.advance(20 * 60_000);
  const { text } = await server.board('/works/messages.csv');
  const [, ...lines] = text.trim().split('\r\n');
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain(`hall,'=1+1,${hall},Hall 3,`);
  expect((await server.board('/works/messages.xlsx')).status).toBe(200);
  expect((await server.board('/works/messages.csv', { as: 'anonymous' })).status).toBe(401);
});
