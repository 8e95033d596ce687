import type { Honour, TitleBody } from '@emulation/shared';
import { request } from './request.ts';
import type { WriteHeaders } from './versions.ts';

const at = (board: string, path: string) => `/boards/${encodeURIComponent(board)}${path}`;

export const putTitle = (board: string, id: string, body: TitleBody, headers: WriteHeaders) =>
  request<TitleBody & { id: string }>(at(board, `/titles/${encodeURIComponent(id)}`), {
    method: 'PUT',
    body,
    headers,
  });

export const removeTitle = (board: string, id: string) =>
  request<void>(at(board, `/titles/${encodeURIComponent(id)}`), { method: 'DELETE' });

export interface Award {
  title: string;
  unit: string;
  citation: string;
  drive?: string;
}

export const awardHonour = (board: string, id: string, body: Award) =>
  request<Honour>(at(board, `/honours/${encodeURIComponent(id)}`), { method: 'PUT', body });

export const withdrawHonour = (board: string, id: string, reason: string) =>
  request<Honour>(at(board, `/honours/${encodeURIComponent(id)}/withdrawal`), {
    method: 'POST',
    body: { reason },
  });

export const certificateAddress = (board: string, id: string) =>
  `/api/v1${at(board, `/honours/${encodeURIComponent(id)}/certificate.pdf`)}`;
