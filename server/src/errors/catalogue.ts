/** What a client does: nothing helps, change the request, or the same again after a while. */
export type Retry = 'never' | 'changed' | 'later';

/** How an error answers and how loud it is in the log. */
export interface ErrorKind {
  status: number;
  retry: Retry;
  title: string;
  /** Said when nothing more exact is known; never holds what was asked for. */
  detail: string;
  log: 'debug' | 'info' | 'warn' | 'error';
}

function define(
  status: number,
  retry: Retry,
  title: string,
  detail: string,
  log: ErrorKind['log'] = 'debug',
): ErrorKind {
  return { status, retry, title, detail, log };
}

/** Every error the server answers with, by its stable kind. */
export const catalogue = {
  invalid: define(
    400,
    'changed',
    'Invalid request',
    'Something in the request is not as it must be; `errors` names what.',
  ),
  'malformed-json': define(400, 'changed', 'Malformed JSON', 'The body is not JSON.'),
  'malformed-request': define(
    400,
    'changed',
    'Malformed request',
    'The request is not well-formed HTTP.',
  ),
  'too-large': define(413, 'changed', 'Body too large', 'The body is larger than this call takes.'),
  'too-many-rows': define(
    400,
    'changed',
    'Too many rows',
    'A workbook holds 50,000 rows; ask for fewer, or for CSV, which holds any number.',
  ),
  'uri-too-long': define(
    414,
    'changed',
    'Address too long',
    'A part of the address is longer than the server reads.',
  ),
  'wrong-content-type': define(
    415,
    'changed',
    'Wrong content type',
    'This call does not take a body of this content type.',
  ),
  'sign-in-required': define(
    401,
    'changed',
    'Sign in first',
    'This takes a bearer token or a session opened with a set-up link.',
  ),
  'unknown-webhook': define(
    404,
    'never',
    'Unknown webhook',
    'This board has no webhook of this id.',
  ),
  'needs-address': define(
    409,
    'changed',
    'No address',
    'The address of this webhook is not kept here; give it again.',
  ),
  'wrong-token': define(
    401,
    'changed',
    'Unknown token',
    'The bearer token is not known here.',
    'warn',
  ),
  'spent-link': define(
    401,
    'changed',
    'Set-up link not valid',
    'The set-up link was used already, is too old, or never existed.',
    'warn',
  ),
  forbidden: define(
    403,
    'never',
    'Not allowed',
    'You are signed in, but this is not yours to do.',
    'info',
  ),
  'foreign-origin': define(
    403,
    'never',
    'Foreign origin',
    'A page of another origin may not act with your session.',
    'warn',
  ),
  'unknown-board': define(
    404,
    'changed',
    'Unknown board',
    'There is no such board, or you may not see it.',
  ),
  'unknown-sector': define(404, 'changed', 'Unknown sector', 'The board has no such sector.'),
  'unknown-unit': define(404, 'changed', 'Unknown unit', 'The board has no such unit.'),
  'unknown-metric': define(404, 'changed', 'Unknown metric', 'The board has no such metric.'),
  'unknown-result': define(404, 'changed', 'Unknown result', 'The board has no such result.'),
  'unknown-title': define(404, 'changed', 'Unknown title', 'The board has no such title.'),
  'unknown-honour': define(404, 'changed', 'Unknown honour', 'The board has no such honour.'),
  'unknown-standard': define(404, 'changed', 'No standard', 'No standard was set for this metric.'),
  'unknown-playlist': define(404, 'changed', 'Unknown playlist', 'The board has no such playlist.'),
  'unknown-display': define(
    404,
    'changed',
    'Unknown display',
    'No wall of this id was named, and none is known to be there.',
  ),
  'unknown-message': define(404, 'changed', 'Unknown message', 'The board has no such message.'),
  'unknown-drive': define(404, 'changed', 'Unknown drive', 'The board has no such drive.'),
  'unknown-partner': define(
    404,
    'changed',
    'Unknown partner',
    'The unit is no partner of this result.',
  ),
  'unknown-objection': define(
    404,
    'changed',
    'Unknown objection',
    'The result has no such objection.',
  ),
  'unknown-experience': define(
    404,
    'changed',
    'Unknown experience',
    'The board has no such experience.',
  ),
  'unknown-picture': define(
    404,
    'changed',
    'Unknown picture',
    'The board has no such picture, or nobody has shown it yet.',
  ),
  'not-found': define(404, 'changed', 'Not found', 'There is nothing at this address.'),
  'method-not-allowed': define(
    405,
    'changed',
    'Method not allowed',
    'This address does not take this method; `Allow` names those it takes.',
  ),
  'board-exists': define(
    409,
    'changed',
    'Board exists',
    'A board of this id exists and is another one.',
  ),
  'honour-exists': define(
    409,
    'changed',
    'Honour exists',
    'An honour of this id was awarded and is another one: an honour never changes.',
  ),
  'honour-withdrawn': define(
    409,
    'never',
    'Honour withdrawn',
    'The honour was withdrawn; it stays readable.',
  ),
  'has-results': define(
    409,
    'changed',
    'Metric has results',
    'Direction and decimals cannot change once a metric has results.',
  ),
  annulled: define(
    409,
    'never',
    'Result annulled',
    'The result is annulled; nothing can be done to it any more.',
  ),
  verified: define(409, 'never', 'Result verified', 'The result is verified already.'),
  'drive-state': define(
    409,
    'changed',
    'Drive in another state',
    'The drive is not in a state in which this can be done.',
  ),
  'standard-fixed': define(
    409,
    'changed',
    'Standard fixed by a drive',
    'A running drive has the metric as a task; its standard stands until the drive is closed.',
  ),
  'drive-fixed': define(
    409,
    'changed',
    'Drive stands',
    'Tasks, scoring and dates of a drive cannot change once it runs, nor a task once pledged to.',
  ),
  'pledges-closed': define(
    409,
    'never',
    'Pledges closed',
    'The drive takes no pledges now: they are not open yet, or the deadline has passed.',
  ),
  'not-eligible': define(
    409,
    'changed',
    'Not taking part',
    'The unit does not take part in this drive.',
  ),
  ratified: define(
    409,
    'never',
    'Result ratified',
    'The result is ratified: it takes no more witnesses and objections.',
  ),
  attested: define(409, 'never', 'Attested already', 'The unit has attested this result already.'),
  settled: define(409, 'never', 'Objection settled', 'The objection is settled already.'),
  declined: define(409, 'never', 'Declined already', 'The unit has declined its part already.'),
  'experience-fixed': define(
    409,
    'changed',
    'Experience written',
    'Unit and metric cannot change once an experience is written.',
  ),
  withdrawn: define(
    409,
    'never',
    'Experience withdrawn',
    'The experience is withdrawn; nothing can be done with it any more.',
  ),
  'not-offered': define(
    409,
    'changed',
    'Never offered',
    'The experience was never offered to this unit; a steward can offer it.',
  ),
  'wrong-move': define(
    409,
    'changed',
    'Not the next step',
    'A unit goes from offered to studying, trial and adopted, or to not-applicable.',
  ),
  'stage-taken': define(
    409,
    'changed',
    'Stage taken',
    'Another presenter is on the stage, or nobody took it yet: take it, knowingly.',
  ),
  'wrong-step': define(
    409,
    'changed',
    'Not the next step',
    'Rows are revealed a step at a time; look which step is the next.',
  ),
  'display-offline': define(
    409,
    'later',
    'Display not connected',
    'The wall is not connected: it can show or do nothing now. Messages and playlists reach it when it is back.',
  ),
  'display-refused': define(
    409,
    'later',
    'Refused by the display',
    'The wall is there and cannot do this now.',
  ),
  'key-conflict': define(
    409,
    'changed',
    'Idempotency key used',
    'The idempotency key was used with another body.',
  ),
  'not-a-demo': define(409, 'never', 'Not a demo board', 'Only a demo board can be removed.'),
  conflict: define(
    409,
    'changed',
    'Overtaken by another change',
    'Another change came first and this one no longer fits; look and decide again.',
    'info',
  ),
  'changed-meanwhile': define(
    412,
    'changed',
    'Changed meanwhile',
    'It is not the version that `If-Match` names: somebody else has changed it. Read it again.',
    'info',
  ),
  timeout: define(408, 'later', 'Request timed out', 'The request did not arrive in time.'),
  'too-many-requests': define(
    429,
    'later',
    'Too many requests',
    'More requests than this address may send; `Retry-After` says when to go on.',
    'info',
  ),
  'headers-too-large': define(
    431,
    'changed',
    'Headers too large',
    'The request headers are larger than the server reads.',
  ),
  internal: define(
    500,
    'later',
    'Internal error',
    'The server failed at this request; it is written in its log.',
    'error',
  ),
  'ledger-unavailable': define(
    503,
    'later',
    'Ledger unavailable',
    'The ledger takes nothing at the moment; try the same again, with the same idempotency key.',
    'warn',
  ),
  'uploads-unavailable': define(
    503,
    'later',
    'Pictures unavailable',
    'Pictures cannot be kept or read at the moment; try again.',
    'warn',
  ),
  'display-silent': define(
    504,
    'later',
    'No answer from the display',
    'The wall is connected and has not answered in time; it may have done it.',
    'warn',
  ),
  busy: define(
    503,
    'later',
    'Too much at once',
    'Too many files or preview images are being made at the moment; try again.',
    'info',
  ),
  closing: define(503, 'later', 'Shutting down', 'This server is shutting down; try again.'),
} as const;

export type Kind = keyof typeof catalogue;
