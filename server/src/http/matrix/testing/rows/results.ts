import { judges, ofUnit, stewards, type Row, type Rows } from '../row.ts';

const result = { unit: 'alpha', metric: 'output', value: '12.30' };
/** Says what it would change and changes nothing. */
const change = (row: Row): Row => ({ fill: { id: '$result' }, query: '?preview=true', ...row });
const reason = 'checked';

/** Posting, and what is said of results afterwards. */
export const results: Rows = {
  'POST /api/v1/boards/:board/results': { body: result, may: { ...ofUnit(201), poster: 201 } },
  'POST /api/v1/boards/:board/results/batch': {
    // Whether somebody may is answered for each of them: see the test beside this one.
    body: { results: [{ ...result, idempotencyKey: 'batch-$caller' }] },
    may: { ...ofUnit(200), otherLeader: 200, poster: 200 },
  },
  'POST /api/v1/boards/:board/results/:id/verification': change({
    body: { reason },
    may: judges(),
  }),
  'POST /api/v1/boards/:board/results/:id/annulment': change({
    body: { reason },
    may: { ...judges(), leader: 200 },
  }),
  'POST /api/v1/boards/:board/results/:id/correction': change({
    body: { value: '11.00', reason },
    may: ofUnit(),
  }),
  'POST /api/v1/boards/:board/results/:id/decline': change({
    body: { unit: 'alpha' },
    may: ofUnit('unknown-partner'),
  }),
  'POST /api/v1/boards/:board/results/:id/attestation': change({
    fill: { id: '$elsewhere' },
    body: { unit: 'alpha' },
    may: ofUnit(),
  }),
  'POST /api/v1/boards/:board/results/:id/objections': change({
    fill: { id: '$elsewhere' },
    body: { unit: 'alpha', reason },
    may: ofUnit(),
  }),
  'POST /api/v1/boards/:board/results/:id/objections/:objection/settlement': change({
    fill: { id: '$result', objection: '1' },
    body: { decision: 'dismissed', reason },
    may: judges('unknown-objection'),
  }),
  'POST /api/v1/boards/:board/results/:id/rejection': change({ body: { reason }, may: judges() }),
  'PUT /api/v1/boards/:board/verification-rules': {
    body: { witnesses: 0, objectionDays: 0 },
    may: stewards(),
  },
  'POST /api/v1/boards/:board/pictures': {
    raw: { type: 'image/png', text: '<svg onload="steal()"/>' },
    may: {
      ...judges('wrong-content-type'),
      leader: 'wrong-content-type',
      otherLeader: 'wrong-content-type',
      poster: 'wrong-content-type',
    },
  },
};
