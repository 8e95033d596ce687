import type { AccountAnswer } from '@emulation/shared';
import type { Session } from './client.ts';
import { request } from './request.ts';

/** Whether this browser and this address can have passkeys: not on plain HTTP. */
export const hasPasskeys = (): boolean =>
  'PublicKeyCredential' in window &&
  'parseRequestOptionsFromJSON' in PublicKeyCredential &&
  window.isSecureContext;

async function signed(credential: Promise<Credential | null>): Promise<unknown> {
  const made = await credential;
  if (!(made instanceof PublicKeyCredential))
    throw new DOMException('no passkey was given', 'NotAllowedError');
  return made.toJSON();
}

export async function signInWithPasskey(): Promise<Session> {
  const options = await request<PublicKeyCredentialRequestOptionsJSON>('/sign-in/passkey/options', {
    method: 'POST',
  });
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  const response = await signed(navigator.credentials.get({ publicKey }));
  return request<Session>('/sign-in/passkey', { method: 'POST', body: { response } });
}

export async function addPasskey(): Promise<AccountAnswer> {
  const options = await request<PublicKeyCredentialCreationOptionsJSON>(
    '/account/passkeys/options',
    { method: 'POST' },
  );
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
  const response = await signed(navigator.credentials.create({ publicKey }));
  return request<AccountAnswer>('/account/passkeys', { method: 'POST', body: { response } });
}
