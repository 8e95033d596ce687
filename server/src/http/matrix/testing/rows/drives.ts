import { ofUnit, seers, stewards, type Row, type Rows } from '../row.ts';
import { spring } from '../spring.ts';

const ofSpring: Row = { fill: { id: 'spring' }, may: seers() };
const presenter = 'presenter-1';

export const drives: Rows = {
  'GET /api/v1/boards/:board/drives': ofSpring,
  'GET /api/v1/boards/:board/drives/:id': ofSpring,
  'GET /api/v1/boards/:board/drives/:id/ranking': ofSpring,
  'GET /api/v1/boards/:board/drives/:id/dry-run': ofSpring,
  'PUT /api/v1/boards/:board/drives/:id': {
    fill: { id: 'spring' },
    body: spring,
    may: stewards(),
  },
  'DELETE /api/v1/boards/:board/drives/:id': {
    fill: { id: 'nothing' },
    may: stewards('unknown-drive'),
  },
  'POST /api/v1/boards/:board/drives/:id/state': {
    fill: { id: 'nothing' },
    body: { to: 'pledging' },
    may: stewards('unknown-drive'),
  },
  'PUT /api/v1/boards/:board/drives/:id/pledges/:unit': {
    fill: { id: 'spring', unit: 'alpha' },
    body: { tasks: {} },
    may: ofUnit(),
  },
  'GET /api/v1/boards/:board/drives/:id/stage': {
    fill: { id: 'spring' },
    may: stewards(),
  },
  'POST /api/v1/boards/:board/drives/:id/stage': {
    fill: { id: 'nothing' },
    body: { presenter, name: 'Ada' },
    may: stewards('unknown-drive'),
  },
  'POST /api/v1/boards/:board/drives/:id/reveal': {
    fill: { id: 'nothing' },
    body: { presenter, count: 1 },
    may: stewards('unknown-drive'),
  },
};

export const honours: Rows = {
  'PUT /api/v1/boards/:board/titles/:id': {
    fill: { id: 'model' },
    body: { name: 'Model unit', words: 'Helps others', criterion: { kind: 'words' } },
    may: stewards(),
  },
  'DELETE /api/v1/boards/:board/titles/:id': {
    fill: { id: 'nothing' },
    may: stewards('unknown-title'),
  },
  'PUT /api/v1/boards/:board/honours/:id': {
    fill: { id: 'first' },
    body: { title: 'model', unit: 'alpha', citation: 'For helping.' },
    may: stewards(),
  },
  'POST /api/v1/boards/:board/honours/:id/withdrawal': {
    fill: { id: 'nothing' },
    body: { reason: 'a mistake' },
    may: stewards('unknown-honour'),
  },
};
