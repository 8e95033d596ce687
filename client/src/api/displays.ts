import type { DisplayBody, DisplayCommand, MessageBody, PlaylistBody } from '@emulation/shared';
import { request } from './request.ts';
import type { WriteHeaders } from './versions.ts';

const at = (board: string, path: string, id: string) =>
  `/boards/${encodeURIComponent(board)}/${path}/${encodeURIComponent(id)}`;

export const putPlaylist = (board: string, id: string, body: PlaylistBody, headers: WriteHeaders) =>
  request<PlaylistBody & { id: string }>(at(board, 'playlists', id), {
    method: 'PUT',
    body,
    headers,
  });

export const removePlaylist = (board: string, id: string) =>
  request<void>(at(board, 'playlists', id), { method: 'DELETE' });

export const nameDisplay = (board: string, id: string, body: DisplayBody, headers: WriteHeaders) =>
  request<DisplayBody & { id: string }>(at(board, 'displays', id), {
    method: 'PUT',
    body,
    headers,
  });

export const forgetDisplay = (board: string, id: string) =>
  request<void>(at(board, 'displays', id), { method: 'DELETE' });

export const sayMessage = (board: string, id: string, body: MessageBody) =>
  request<MessageBody & { id: string }>(at(board, 'messages', id), { method: 'PUT', body });

export const removeMessage = (board: string, id: string) =>
  request<void>(at(board, 'messages', id), { method: 'DELETE' });

/** Resolves when the wall has done it. */
export const commandDisplay = (board: string, id: string, command: DisplayCommand) =>
  request<{ display: string }>(`${at(board, 'displays', id)}/commands`, {
    method: 'POST',
    body: command,
  });
