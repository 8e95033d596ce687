import { anybody, operators, type Rows } from '../row.ts';

const page = { may: anybody() };

/** What concerns no single board, and the pages. */
export const wholeServer: Rows = {
  'GET /healthz': page,
  'GET /readyz': page,
  'GET /metrics': page,
  'GET /openapi.json': page,
  'GET /api/v1/openapi.json': page,
  'GET /api/v1/docs': { may: anybody(302) },
  'GET /': page,
  'GET /*': { fill: { '*': 'b/secret/wall' }, may: anybody() },
  'POST /api/v1/boards': {
    body: { id: 'works', name: 'Works', timeZone: 'Europe/Paris', visibility: 'public' },
    may: operators(200),
  },
  'GET /api/v1/boards': page,
  'GET /api/v1/drive-templates': page,
  'GET /api/v1/backup': { may: operators(), isHeavy: true },
  'POST /api/v1/restore': {
    raw: { type: 'application/x-tar', text: 'no archive' },
    may: operators('invalid'),
  },
};
