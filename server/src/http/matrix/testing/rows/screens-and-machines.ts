import { anybody, stewards, type Rows } from '../row.ts';

const wall = 'a'.repeat(32);

export const screens: Rows = {
  'PUT /api/v1/boards/:board/playlists/:id': {
    fill: { id: 'hall' },
    body: { name: 'Hall', items: [{ show: { scene: 'records' } }] },
    may: stewards(),
  },
  'DELETE /api/v1/boards/:board/playlists/:id': {
    fill: { id: 'nothing' },
    may: stewards('unknown-playlist'),
  },
  'GET /api/v1/boards/:board/displays': { may: stewards() },
  'PUT /api/v1/boards/:board/displays/:id': {
    fill: { id: wall },
    body: { name: 'Hall 3' },
    may: stewards(),
  },
  'DELETE /api/v1/boards/:board/displays/:id': {
    fill: { id: 'b'.repeat(32) },
    may: stewards('unknown-display'),
  },
  'POST /api/v1/boards/:board/displays/:id/commands': {
    fill: { id: 'b'.repeat(32) },
    body: { kind: 'identify' },
    may: stewards('unknown-display'),
  },
  'GET /api/v1/boards/:board/receipts': { may: stewards() },
  'PUT /api/v1/boards/:board/messages/:id': {
    fill: { id: 'meeting' },
    body: { text: 'Meeting at ten', until: '2026-07-05T10:00:00Z' },
    may: stewards(),
  },
  'DELETE /api/v1/boards/:board/messages/:id': {
    fill: { id: 'nothing' },
    may: stewards('unknown-message'),
  },
  'POST /api/v1/device/code': { body: { board: 'secret' }, may: anybody() },
  // Its refusals are those of RFC 8628, not problems of ours.
  'POST /api/v1/device/token': { body: { device_code: 'guess' }, may: anybody(400) },
  'GET /api/v1/boards/:board/screens/:code': {
    fill: { code: 'BBBB-BBBB' },
    may: stewards('unknown-code'),
  },
  'POST /api/v1/boards/:board/screens/:code': {
    fill: { code: 'BBBB-BBBB' },
    body: { decision: 'deny' },
    may: stewards('unknown-code'),
  },
};

const ofNoHook = { fill: { id: 'nothing' }, may: stewards('unknown-webhook') };
const mapping = {
  name: 'Counters',
  filter: 'plant/+/count',
  unit: { from: 'topic', part: 1 },
  metric: { from: 'fixed', id: 'output' },
  value: '/count',
};

export const machines: Rows = {
  'GET /api/v1/boards/:board/webhooks': { may: stewards() },
  'PUT /api/v1/boards/:board/webhooks/:id': {
    fill: { id: 'chat' },
    body: {
      name: 'Chat',
      url: 'https://chat.example/hooks/1',
      kinds: ['record'],
      format: 'json',
      isOn: false,
    },
    may: stewards(),
  },
  'DELETE /api/v1/boards/:board/webhooks/:id': ofNoHook,
  'POST /api/v1/boards/:board/webhooks/:id/secret': ofNoHook,
  'GET /api/v1/boards/:board/webhooks/:id/deliveries': ofNoHook,
  'POST /api/v1/boards/:board/webhooks/:id/test': ofNoHook,
  'GET /api/v1/boards/:board/mappings': { may: stewards() },
  'POST /api/v1/boards/:board/mappings/preview': { body: mapping, may: stewards('no-broker') },
  'PUT /api/v1/boards/:board/mappings/:id': {
    fill: { id: 'counters' },
    body: mapping,
    may: stewards(),
  },
  'DELETE /api/v1/boards/:board/mappings/:id': {
    fill: { id: 'nothing' },
    may: stewards('unknown-mapping'),
  },
  'GET /api/v1/boards/:board/mappings/:id/refused': {
    fill: { id: 'nothing' },
    may: stewards('unknown-mapping'),
  },
  'GET /api/v1/boards/:board/tokens': { may: stewards() },
  'POST /api/v1/boards/:board/tokens': {
    body: { name: 'Reader', right: 'read' },
    may: stewards(201),
  },
  'DELETE /api/v1/boards/:board/tokens/:id': {
    fill: { id: 'nothing' },
    may: stewards('unknown-token'),
  },
};
