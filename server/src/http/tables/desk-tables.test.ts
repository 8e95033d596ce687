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
