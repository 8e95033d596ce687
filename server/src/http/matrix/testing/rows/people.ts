import { anybody, people as account, stewards, type Rows } from '../row.ts';

const ofNobody = { fill: { person: 'nobody', device: 'none' }, may: stewards('unknown-person') };

export const people: Rows = {
  'GET /api/v1/boards/:board/people': { may: stewards() },
  'PUT /api/v1/boards/:board/people/:person': {
    ...ofNobody,
    body: { role: 'steward' },
    takes: ['role'],
  },
  'DELETE /api/v1/boards/:board/people/:person': ofNobody,
  'DELETE /api/v1/boards/:board/people/:person/account': ofNobody,
  'GET /api/v1/boards/:board/people/:person/devices': ofNobody,
  'DELETE /api/v1/boards/:board/people/:person/devices': ofNobody,
  'DELETE /api/v1/boards/:board/people/:person/devices/:device': ofNobody,
  'GET /api/v1/boards/:board/sessions': { may: stewards() },
  // It spares the one that asks alone: everybody else of the walk would be gone.
  'DELETE /api/v1/boards/:board/sessions': { may: stewards(204), endsSession: true },
  'GET /api/v1/boards/:board/sign-in': { may: stewards() },
  'PUT /api/v1/boards/:board/sign-in': { body: { days: 90 }, may: stewards() },
  'GET /api/v1/boards/:board/privacy': { may: stewards() },
  'PUT /api/v1/boards/:board/privacy': {
    body: { names: 'hidden', originsDays: 90 },
    may: stewards(),
  },
  'GET /api/v1/boards/:board/addresses': { may: stewards() },
  'GET /api/v1/boards/:board/invitations': { may: stewards() },
  'POST /api/v1/boards/:board/invitations': {
    body: { role: 'spectator' },
    takes: ['role'],
    may: stewards(201),
  },
  'DELETE /api/v1/boards/:board/invitations/:id': {
    fill: { id: 'nothing' },
    may: stewards('unknown-invitation'),
  },
};

const forged = { response: { id: 'x', rawId: 'x', type: 'public-key', response: {} } };

/** Coming in, and the own account: whoever has none is told to sign in, machines that they cannot. */
export const accounts: Rows = {
  'POST /api/v1/setup': { body: { token: 'guess' }, may: anybody('spent-link') },
  'GET /api/v1/session': { may: anybody() },
  'DELETE /api/v1/session': { may: anybody(204), endsSession: true },
  'POST /api/v1/invitations/opening': {
    body: { token: 'guess' },
    may: anybody('unknown-invitation'),
  },
  'POST /api/v1/invitations/acceptance': {
    body: { token: 'guess', name: 'Eve' },
    may: anybody('unknown-invitation'),
  },
  'POST /api/v1/sign-in': {
    body: { name: 'nobody', password: 'guess of $caller' },
    may: anybody('wrong-password'),
    isHeavy: true,
  },
  'GET /api/v1/sign-in': { may: anybody() },
  'POST /api/v1/sign-in/provider': { may: anybody('no-provider') },
  'GET /api/v1/sign-in/provider/callback': { may: anybody('no-provider') },
  'POST /api/v1/sign-in/passkey/options': { may: anybody() },
  'POST /api/v1/sign-in/passkey': { body: forged, may: anybody('wrong-password') },
  'GET /api/v1/account': { may: account() },
  'PUT /api/v1/account': { body: { name: '$caller' }, may: account() },
  'DELETE /api/v1/account': { may: account(204), endsSession: true },
  'PUT /api/v1/account/password': {
    body: { signInName: '$caller', password: 'correct horse' },
    may: account(),
    isHeavy: true,
  },
  'GET /api/v1/account/devices': { may: account() },
  'DELETE /api/v1/account/devices': { may: account(204), endsSession: true },
  'DELETE /api/v1/account/devices/:device': {
    fill: { device: 'none' },
    may: account('unknown-device'),
  },
  'POST /api/v1/account/passkeys/options': { may: account() },
  'POST /api/v1/account/passkeys': { body: forged, may: account('invalid') },
  'DELETE /api/v1/account/passkeys/:passkey': {
    fill: { passkey: 'none' },
    may: account('unknown-device'),
  },
};
