import { catalogue, type Kind } from '../../errors/catalogue.ts';
import { nameOf, type Operation, type Route } from './operation.ts';

/** Kinds that a path, or a question, brings with it. */
const byPart: readonly (readonly [pattern: RegExp, ...kinds: Kind[]])[] = [
  [/\{board\}/, 'unknown-board'],
  [/\/results\/\{id\}/, 'unknown-result'],
  [/\/drives\/\{id\}/, 'unknown-drive'],
  [/\/experiences\/\{id\}/, 'unknown-experience'],
  [/\/pictures\/\{id\}/, 'unknown-picture', 'uploads-unavailable'],
  [/\/honours\/\{id\}\//, 'unknown-honour'],
  [/\/mappings\/\{id\}\//, 'unknown-mapping'],
  [/\/webhooks\/\{id\}\//, 'unknown-webhook'],
  [/\/metrics\/\{id\}\//, 'unknown-metric'],
  [/\/units\/\{id\}\//, 'unknown-unit'],
  [/\{unit\}/, 'unknown-unit'],
  [/\{objection\}/, 'unknown-objection'],
];

const byQuestion: Record<string, readonly Kind[]> = {
  metric: ['unknown-metric'],
  unit: ['unknown-unit'],
  units: ['unknown-unit'],
  partner: ['unknown-unit'],
  around: ['unknown-unit'],
  sector: ['unknown-sector'],
  partnerSector: ['unknown-sector'],
};

/** Kinds of single operations, beside those that follow from their address and body. */
const own: Record<string, readonly Kind[]> = {
  'POST /setup': ['spent-link'],
  'POST /sign-in/provider': ['no-provider', 'provider-unavailable'],
  'GET /sign-in/provider/callback': ['no-provider'],
  'POST /boards': ['board-exists'],
  'DELETE /boards/{board}': ['not-a-demo'],
  'PUT /boards/{board}/units/{id}': ['unknown-sector'],
  'PUT /boards/{board}/metrics/{id}': ['unknown-sector', 'has-results'],
  'POST /boards/{board}/results': ['unknown-unit', 'unknown-metric', 'key-conflict'],
  'POST /boards/{board}/results/{id}/verification': ['verified', 'annulled'],
  'POST /boards/{board}/results/{id}/annulment': ['annulled'],
  'POST /boards/{board}/results/{id}/rejection': ['annulled'],
  'POST /boards/{board}/results/{id}/correction': ['annulled', 'unknown-unit'],
  'POST /boards/{board}/results/{id}/decline': [
    'annulled',
    'declined',
    'unknown-partner',
    'unknown-unit',
  ],
  'POST /boards/{board}/results/{id}/attestation': [
    'annulled',
    'attested',
    'ratified',
    'unknown-unit',
  ],
  'POST /boards/{board}/results/{id}/objections': ['annulled', 'ratified', 'unknown-unit'],
  'POST /boards/{board}/results/{id}/objections/{objection}/settlement': ['annulled', 'settled'],
  'PUT /boards/{board}/metrics/{id}/standard': ['standard-fixed', 'unknown-result'],
  'GET /boards/{board}/metrics/{id}/standard': ['unknown-standard'],
  'PUT /boards/{board}/experiences/{id}': [
    'unknown-unit',
    'unknown-metric',
    'unknown-picture',
    'experience-fixed',
    'withdrawn',
  ],
  'POST /boards/{board}/experiences/{id}/withdrawal': ['withdrawn'],
  'POST /boards/{board}/experiences/{id}/adoptions/{unit}': [
    'not-offered',
    'wrong-move',
    'withdrawn',
  ],
  'PUT /boards/{board}/experiences/{id}/offers/{unit}': ['withdrawn'],
  'DELETE /boards/{board}/experiences/{id}/offers/{unit}': ['not-offered', 'wrong-move'],
  'PUT /boards/{board}/drives/{id}': [
    'unknown-unit',
    'unknown-metric',
    'unknown-sector',
    'drive-state',
    'drive-fixed',
    'changed-meanwhile',
  ],
  'DELETE /boards/{board}/drives/{id}': ['drive-state'],
  'POST /boards/{board}/drives/{id}/state': ['drive-state'],
  'PUT /boards/{board}/drives/{id}/pledges/{unit}': ['pledges-closed', 'not-eligible'],
  'POST /boards/{board}/drives/{id}/stage': ['drive-state', 'stage-taken'],
  'POST /boards/{board}/drives/{id}/reveal': ['drive-state', 'stage-taken', 'wrong-step'],
  'DELETE /boards/{board}/titles/{id}': ['unknown-title'],
  'PUT /boards/{board}/honours/{id}': [
    'unknown-title',
    'unknown-unit',
    'unknown-drive',
    'honour-exists',
  ],
  'POST /boards/{board}/honours/{id}/withdrawal': ['honour-withdrawn'],
  'PUT /boards/{board}/people/{person}': ['unknown-person', 'last-steward'],
  'DELETE /boards/{board}/people/{person}': ['unknown-person', 'last-steward'],
  'DELETE /boards/{board}/people/{person}/account': [
    'unknown-person',
    'last-steward',
    'on-other-boards',
  ],
  'DELETE /account': ['last-steward'],
  'DELETE /boards/{board}/tokens/{id}': ['unknown-token'],
  'GET /boards/{board}/screens/{code}': ['unknown-code'],
  'POST /boards/{board}/screens/{code}': ['unknown-code'],
  'POST /boards/{board}/mappings/preview': ['no-broker', 'broker-silent', 'busy'],
  'DELETE /boards/{board}/mappings/{id}': ['unknown-mapping'],
  'POST /boards/{board}/webhooks/{id}/secret': ['needs-address'],
  'POST /boards/{board}/webhooks/{id}/test': ['needs-address'],
  'POST /boards/{board}/pictures': ['uploads-unavailable'],
  'DELETE /boards/{board}/playlists/{id}': ['unknown-playlist'],
  'PUT /boards/{board}/displays/{id}': ['unknown-playlist'],
  'DELETE /boards/{board}/displays/{id}': ['unknown-display'],
  'POST /boards/{board}/displays/{id}/commands': [
    'unknown-display',
    'display-offline',
    'display-refused',
    'display-silent',
  ],
  'DELETE /boards/{board}/messages/{id}': ['unknown-message'],
  'DELETE /boards/{board}/webhooks/{id}': ['unknown-webhook'],
};

function kindsOfBody({ method, operation }: Route): Kind[] {
  if (operation.requestBody === undefined && method === 'GET') return [];
  return ['malformed-json', 'wrong-content-type', 'too-large'];
}

const kindsOfWriting = ({ method }: Route): Kind[] =>
  method === 'GET' ? [] : ['sign-in-required', 'foreign-origin', 'ledger-unavailable'];

function kindsOfParameters({ parameters = [] }: Operation): Kind[] {
  return parameters.flatMap(({ name, in: place }) =>
    place === 'query' ? (byQuestion[name] ?? []) : [],
  );
}

/** The kinds of problems an operation may answer with, in the order of their status. */
export function problemKinds(route: Route): Kind[] {
  const { path, operation } = route;
  const kinds = new Set<Kind>([
    'invalid',
    'wrong-token',
    'too-many-requests',
    'internal',
    'closing',
    ...byPart.flatMap(([pattern, ...found]) => (pattern.test(path) ? found : [])),
    ...kindsOfParameters(operation),
    ...kindsOfBody(route),
    ...kindsOfWriting(route),
    ...(own[nameOf(route)] ?? []),
  ]);
  return [...kinds].sort((a, b) => catalogue[a].status - catalogue[b].status);
}

/** Says on the answers that are problems which they may be. */
export function nameProblems(route: Route): void {
  const kinds = problemKinds(route);
  for (const [status, response] of Object.entries(route.operation.responses ?? {})) {
    const json = response.content?.['application/json'];
    if (!/^[45]/.test(status)) continue;
    // Problems have a media type of their own, which the generator does not know.
    if (json !== undefined) response.content = { 'application/problem+json': json };
    const own = kinds.filter((kind) => String(catalogue[kind].status)[0] === status[0]);
    response['x-problem-kinds'] = own;
    response.description = own
      .map((kind) => `\`${kind}\` (${catalogue[kind].status}): ${catalogue[kind].detail}`)
      .join('\n\n');
  }
}

/** Operations that have kinds of their own: each must be there. */
export const operationsWithKinds: readonly string[] = Object.keys(own);
