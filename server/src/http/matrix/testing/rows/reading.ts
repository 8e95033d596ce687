import { seers, stewards, type Row, type Rows } from '../row.ts';

const seen: Row = { may: seers() };
const ofOutput: Row = { query: '?metric=output', may: seers() };
const ofResult: Row = { fill: { id: '$result' }, may: seers() };

/** What a board shows, to those who see it. */
const views: Rows = {
  'GET /api/v1/boards/:board': seen,
  'GET /api/v1/boards/:board/results': seen,
  'GET /api/v1/boards/:board/results/:id': ofResult,
  'GET /api/v1/boards/:board/results/:id/history': ofResult,
  'GET /api/v1/boards/:board/results/:id/names': ofResult,
  'GET /api/v1/boards/:board/experiences/:id/names': { fill: { id: 'tip' }, may: seers() },
  'GET /api/v1/boards/:board/results/distribution': ofOutput,
  'GET /api/v1/boards/:board/verification-rules': seen,
  'GET /api/v1/boards/:board/verification': seen,
  'GET /api/v1/boards/:board/cooperation': seen,
  'GET /api/v1/boards/:board/records': seen,
  'GET /api/v1/boards/:board/records/progression': ofOutput,
  'GET /api/v1/boards/:board/rankings': ofOutput,
  'GET /api/v1/boards/:board/rankings/history': ofOutput,
  'GET /api/v1/boards/:board/rankings/head-to-head': {
    query: '?metric=output&units=alpha,beta',
    may: seers(),
  },
  'GET /api/v1/boards/:board/feed': seen,
  'GET /api/v1/boards/:board/cheers': seen,
  'GET /api/v1/boards/:board/standards': seen,
  'GET /api/v1/boards/:board/metrics/:id/standard': {
    fill: { id: 'output' },
    may: seers(),
  },
  'GET /api/v1/boards/:board/calendar': seen,
  'GET /api/v1/boards/:board/look': seen,
  'GET /api/v1/boards/:board/pulse': seen,
  'GET /api/v1/boards/:board/units/:id/pulse': { fill: { id: 'alpha' }, may: seers() },
  'GET /api/v1/boards/:board/honours': seen,
  'GET /api/v1/boards/:board/model-units': seen,
  'GET /api/v1/boards/:board/pictures/:id': { fill: { id: '$picture' }, may: seers() },
  'GET /api/v1/boards/:board/preview.png': { may: seers(), isHeavy: true },
  'GET /api/v1/boards/:board/feeds/records.atom': seen,
  'GET /api/v1/boards/:board/feeds/records.json': seen,
  'GET /api/v1/boards/:board/honours/:id/certificate.pdf': {
    fill: { id: 'first' },
    may: seers(),
    isHeavy: true,
  },
};

/** Lists as files. */
const lists: Record<string, Row> = {
  rankings: ofOutput,
  'drives/:id/ranking': { fill: { id: 'spring' }, may: seers() },
  records: seen,
  'records/progression': ofOutput,
  results: seen,
  feed: seen,
  pulse: seen,
  'pulse/standstill': seen,
  standards: seen,
  honours: seen,
  'model-units': seen,
  cooperation: seen,
  experiences: seen,
  sectors: seen,
  units: seen,
  metrics: seen,
  audit: { may: stewards() },
  tokens: { may: stewards() },
  imports: { may: stewards() },
  people: { may: stewards() },
  sessions: { may: stewards() },
  invitations: { may: stewards() },
  drives: seen,
  verification: seen,
  displays: { may: stewards() },
  playlists: { may: stewards() },
  messages: { may: stewards() },
  receipts: { may: stewards() },
  mappings: { may: stewards() },
  'mappings/:id/refused': { fill: { id: 'none' }, may: stewards('unknown-mapping') },
  webhooks: { may: stewards() },
  'webhooks/:id/deliveries': { fill: { id: 'none' }, may: stewards('unknown-webhook') },
};

const files: Rows = Object.fromEntries(
  Object.entries(lists).flatMap(([list, row]) => [
    [`GET /api/v1/boards/:board/${list}.csv`, row],
    [`GET /api/v1/boards/:board/${list}.xlsx`, { ...row, isHeavy: true as const }],
  ]),
);

/** The complete exports, and who did what. */
const exports: Rows = {
  'GET /api/v1/boards/:board/ledger': { may: stewards() },
  'GET /api/v1/boards/:board/audit': { may: stewards() },
  'GET /api/v1/boards/:board/audit/verification': { may: stewards() },
};

export const reading: Rows = { ...views, ...files, ...exports };
