import { outputMetric } from '../../../testing/test-server.ts';
import { ofUnit, seers, stewards, type Row, type Rows } from '../row.ts';

const retirement = (part: string): Rows => {
  const row: Row = { fill: { id: `spare-${part}` }, may: stewards() };
  const address = `/api/v1/boards/:board/${part}s/:id/retirement`;
  return { [`PUT ${address}`]: { ...row, body: {} }, [`DELETE ${address}`]: row };
};

/** The steward's desk: what the board consists of, and how it looks. */
export const vocabulary: Rows = {
  // Only a demo board can be removed.
  'DELETE /api/v1/boards/:board': { may: stewards('not-a-demo') },
  'PUT /api/v1/boards/:board/sectors/:id': {
    fill: { id: 'north' },
    body: { name: 'North' },
    may: stewards(),
  },
  'PUT /api/v1/boards/:board/units/:id': {
    fill: { id: 'alpha' },
    body: { name: 'alpha', sector: 'north' },
    may: stewards(),
  },
  'PUT /api/v1/boards/:board/metrics/:id': {
    fill: { id: 'output' },
    body: outputMetric,
    may: stewards(),
  },
  ...retirement('sector'),
  ...retirement('unit'),
  ...retirement('metric'),
  'POST /api/v1/boards/:board/units/:id/merger': {
    fill: { id: 'nobody' },
    body: { into: 'alpha' },
    may: stewards('unknown-unit'),
  },
  'GET /api/v1/boards/:board/units/:id/merger': {
    fill: { id: 'nobody' },
    query: '?into=alpha',
    may: stewards('unknown-unit'),
  },
  'GET /api/v1/boards/:board/imports': { may: stewards() },
  'POST /api/v1/boards/:board/imports/:id/undoing': {
    fill: { id: 'none' },
    body: { reason: 'the wrong file' },
    may: stewards('unknown-import'),
  },
  'POST /api/v1/boards/:board/import': {
    query: '?preview=true',
    raw: {
      type: 'text/csv',
      text: 'sector,unit,metric,unit_of_measure,direction,achieved_at,value\n',
    },
    may: stewards(),
  },
  'GET /api/v1/boards/:board/versions/:kind/:id': {
    fill: { kind: 'unit', id: 'alpha' },
    may: stewards(),
  },
  'PUT /api/v1/boards/:board/metrics/:id/standard': {
    fill: { id: 'output' },
    body: { value: '500' },
    may: stewards(),
  },
  'PUT /api/v1/boards/:board/calendar': { body: {}, may: stewards() },
  'PUT /api/v1/boards/:board/look': { body: {}, may: stewards() },
  'GET /api/v1/boards/:board/embedding': { may: stewards() },
  'PUT /api/v1/boards/:board/embedding': { body: { origins: [] }, may: stewards() },
};

const experience = {
  unit: 'alpha',
  metric: 'output',
  title: 'Two at the press',
  change: 'One feeds, one watches.',
};
const ofTip: Row = { fill: { id: 'tip', unit: 'beta' }, may: seers() };

/** What units learn from one another. */
export const experiences: Rows = {
  'GET /api/v1/boards/:board/experiences': ofTip,
  'GET /api/v1/boards/:board/experiences/:id': ofTip,
  'GET /api/v1/boards/:board/experiences/:id/spread': ofTip,
  'GET /api/v1/boards/:board/experiences/:id/adoptions/:unit': ofTip,
  'PUT /api/v1/boards/:board/experiences/:id': {
    fill: { id: 'tip' },
    body: experience,
    may: ofUnit(),
  },
  'POST /api/v1/boards/:board/experiences/:id/withdrawal': {
    fill: { id: 'nothing' },
    body: { reason: 'it was luck' },
    may: { ...ofUnit('unknown-experience'), otherLeader: 'unknown-experience' },
  },
  'POST /api/v1/boards/:board/experiences/:id/adoptions/:unit': {
    fill: { id: 'tip', unit: 'beta' },
    body: { to: 'studying' },
    // It stands there already.
    may: { ...stewards(), otherLeader: 200 },
  },
  'PUT /api/v1/boards/:board/experiences/:id/offers/:unit': {
    fill: { id: 'tip', unit: 'beta' },
    may: stewards(),
  },
  'DELETE /api/v1/boards/:board/experiences/:id/offers/:unit': {
    fill: { id: 'tip', unit: 'nobody' },
    may: stewards('unknown-unit'),
  },
};
