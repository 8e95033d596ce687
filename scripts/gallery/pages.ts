/** Every page of the product by name, with what its address names in braces (see places.ts). */

/** Below `/b/{board}`. */
export const boardPages = {
  rankings: '',
  records: '/records',
  metric: '/m/{metric}',
  compare: '/compare?units={unit},{other}',
  replay: '/replay?metric={metric}',
  unit: '/u/{unit}',
  result: '/r/{result}',
  post: '/post',
  drives: '/drives',
  drive: '/drives/{drive}',
  present: '/drives/{drive}/present',
  wizard: '/drives/_new',
  edit: '/drives/{drive}/edit',
  pulse: '/pulse',
  honours: '/honours',
  cooperation: '/cooperation',
  verification: '/verification',
  experiences: '/experience',
  experience: '/experience/{experience}',
  write: '/experience/_new',
  rewrite: '/experience/{experience}/edit',
  walls: '/walls',
  people: '/people',
  machines: '/machines',
  appearance: '/appearance',
  desk: '/desk',
  'desk-sectors': '/desk/sectors',
  'desk-units': '/desk/units',
  'desk-metrics': '/desk/metrics',
  'desk-experiences': '/desk/experiences',
  'desk-standstill': '/desk/standstill',
  'desk-audit': '/desk/audit',
} as const;

/** Of the server, whichever boards it has. */
export const serverPages = {
  boards: '/',
  setup: '/setup',
  join: '/join',
  'sign-in': '/sign-in',
  account: '/account',
  start: '/start',
  look: '/look',
  'not-found': '/nowhere',
} as const;
