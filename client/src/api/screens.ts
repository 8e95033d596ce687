import type {
  AskingScreen,
  DeviceCode,
  DeviceError,
  DeviceToken,
  ScreenDecision,
} from '@emulation/shared';
import { tokenCalls } from '@emulation/client-sdk';
import { request } from './request.ts';

export const { listTokens, makeToken, revokeToken } = tokenCalls(request);

interface OwnScreen {
  board?: string;
  display: string;
  screen: { width: number; height: number };
}

/** A code for this screen, which a steward types or scans (RFC 8628). */
export const askCode = (body: OwnScreen, signal: AbortSignal) =>
  request<DeviceCode>('/device/code', { method: 'POST', body, signal });

export type DeviceAnswer = DeviceToken | DeviceError;

/**
 * What became of the code. RFC 8628 answers 400 with a body of its own until there is a token, so it
 * is asked without `request`. @throws Error for any other answer, and where there is none.
 */
export async function askOutcome(deviceCode: string, signal: AbortSignal): Promise<DeviceAnswer> {
  const answer = await fetch('/api/v1/device/token', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ device_code: deviceCode }),
    signal,
  });
  const body: unknown = await answer.json();
  // The two shapes of the contract; a proxy between answers with neither.
  const isOurs = typeof body === 'object' && body !== null && (answer.ok || 'error' in body);
  if (!isOurs) throw new Error(`answered with ${answer.status}`);
  return body as DeviceAnswer;
}

const at = (board: string, code: string) =>
  `/boards/${encodeURIComponent(board)}/screens/${encodeURIComponent(code)}`;

/** The display that shows this code now. */
export const findScreen = (board: string, code: string) => request<AskingScreen>(at(board, code));

export const decideScreen = (board: string, code: string, body: ScreenDecision) =>
  request<void>(at(board, code), { method: 'POST', body });
