import type {
  AcceptedAnswer,
  AccountAnswer,
  DeviceAnswer,
  InvitationAnswer,
  MemberAnswer,
  MemberRole,
  NewInvitationAnswer,
  OpenedInvitation,
  SignedInAnswer,
  WaysInAnswer,
} from '@emulation/shared';
import type { Session } from './client.ts';
import { request } from './request.ts';
import type { WriteHeaders } from './versions.ts';

const at = (board: string, path: string) => `/boards/${encodeURIComponent(board)}/${path}`;
const ofPerson = (board: string, person: string) =>
  at(board, `people/${encodeURIComponent(person)}`);

export interface RoleBody {
  role: MemberRole;
  units?: string[];
}

export const listPeople = (board: string, signal?: AbortSignal) =>
  request<{ people: MemberAnswer[] }>(at(board, 'people'), signal ? { signal } : {});

export const setRole = (board: string, person: string, body: RoleBody, headers: WriteHeaders) =>
  request<MemberAnswer>(ofPerson(board, person), { method: 'PUT', body, headers });

export const removePerson = (board: string, person: string) =>
  request<void>(ofPerson(board, person), { method: 'DELETE' });

export const erasePerson = (board: string, person: string) =>
  request<void>(`${ofPerson(board, person)}/account`, { method: 'DELETE' });

export const listDevices = (board: string, person: string, signal?: AbortSignal) =>
  request<{ devices: DeviceAnswer[] }>(
    `${ofPerson(board, person)}/devices`,
    signal ? { signal } : {},
  );

export const endDevices = (board: string, person: string, device?: string) =>
  request<void>(`${ofPerson(board, person)}/devices${device ? `/${device}` : ''}`, {
    method: 'DELETE',
  });

export const listSignedIn = (board: string, signal?: AbortSignal) =>
  request<{ sessions: SignedInAnswer[] }>(at(board, 'sessions'), signal ? { signal } : {});

/** Everybody of the board but whoever asks. */
export const signOutEverybody = (board: string) =>
  request<void>(at(board, 'sessions'), { method: 'DELETE' });

export const listInvitations = (board: string, signal?: AbortSignal) =>
  request<{ invitations: InvitationAnswer[] }>(at(board, 'invitations'), signal ? { signal } : {});

export const invite = (board: string, body: RoleBody & { uses: number; days: number }) =>
  request<NewInvitationAnswer>(at(board, 'invitations'), { method: 'POST', body });

export const withdrawInvitation = (board: string, id: string) =>
  request<InvitationAnswer>(at(board, `invitations/${id}`), { method: 'DELETE' });

export const signedInDays = (board: string, signal?: AbortSignal) =>
  request<{ days: number }>(at(board, 'sign-in'), signal ? { signal } : {});

export const setSignedInDays = (board: string, days: number, headers: WriteHeaders) =>
  request<{ days: number }>(at(board, 'sign-in'), { method: 'PUT', body: { days }, headers });

export const listAddresses = (board: string, signal?: AbortSignal) =>
  request<{ addresses: string[] }>(at(board, 'addresses'), signal ? { signal } : {});

export const openInvitation = (token: string, signal?: AbortSignal) =>
  request<OpenedInvitation>('/invitations/opening', {
    method: 'POST',
    body: { token },
    ...(signal ? { signal } : {}),
  });

export const acceptInvitation = (token: string, name?: string) =>
  request<AcceptedAnswer>('/invitations/acceptance', {
    method: 'POST',
    body: { token, ...(name === undefined ? {} : { name }) },
  });

export const signIn = (name: string, password: string) =>
  request<Session>('/sign-in', { method: 'POST', body: { name, password } });

export const waysIn = (signal?: AbortSignal) =>
  request<WaysInAnswer>('/sign-in', signal ? { signal } : {});

/** Where the identity provider is, for this browser. */
export const beginProvider = () =>
  request<{ url: string }>('/sign-in/provider', { method: 'POST' });

export const account = (signal?: AbortSignal) =>
  request<AccountAnswer>('/account', signal ? { signal } : {});

export const renameAccount = (name: string) =>
  request<AccountAnswer>('/account', { method: 'PUT', body: { name } });

export const deleteAccount = () => request<void>('/account', { method: 'DELETE' });

export interface PasswordBody {
  signInName: string;
  password: string;
  current?: string;
}

export const setPassword = (body: PasswordBody) =>
  request<AccountAnswer>('/account/password', { method: 'PUT', body });

export const ownDevices = (signal?: AbortSignal) =>
  request<{ devices: DeviceAnswer[] }>('/account/devices', signal ? { signal } : {});

export const endOwnDevices = (device?: string) =>
  request<void>(`/account/devices${device ? `/${device}` : ''}`, { method: 'DELETE' });

export const forgetPasskey = (id: string) =>
  request<void>(`/account/passkeys/${encodeURIComponent(id)}`, { method: 'DELETE' });
