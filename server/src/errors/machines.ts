import { define } from './error-kind.ts';

/** What can go wrong with other systems. */
export const machineErrors = {
  'unknown-webhook': define(
    404,
    'never',
    'Unknown webhook',
    'This board has no webhook of this id.',
  ),
  'unknown-mapping': define(
    404,
    'never',
    'Unknown mapping',
    'This board has no mapping of this id.',
  ),
  'unknown-token': define(
    404,
    'never',
    'Unknown token',
    'This board has no token or screen of this id.',
  ),
  'unknown-code': define(
    404,
    'changed',
    'Unknown code',
    'No display shows this code for this board now; it may be too old or have been decided on.',
  ),
  'needs-address': define(
    409,
    'changed',
    'No address',
    'The address of this webhook is not kept here; give it again.',
  ),
  'no-broker': define(
    409,
    'never',
    'No broker',
    'This server is connected to no broker: its operator names one in `MQTT_URL`.',
  ),
  'broker-silent': define(
    504,
    'later',
    'The broker does not answer',
    'The broker could not be reached, or does not let this server listen.',
  ),
  'display-silent': define(
    504,
    'later',
    'No answer from the display',
    'The wall is connected and has not answered in time; it may have done it.',
    'warn',
  ),
  'no-provider': define(
    404,
    'never',
    'No provider',
    'People do not sign in here with an identity provider: its operator sets `OIDC_ISSUER`.',
  ),
  'provider-unavailable': define(
    503,
    'later',
    'Provider unavailable',
    'The identity provider does not answer; try again, or sign in another way.',
    'warn',
  ),
} as const;
