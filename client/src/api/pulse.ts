import type { Calendar, StandardDetail, StandardBody, UnitPulseAnswer } from '@emulation/shared';
import { request } from './request.ts';
import type { WriteHeaders } from './versions.ts';

const at = (board: string, path: string) => `/boards/${encodeURIComponent(board)}${path}`;
const standardAt = (board: string, metric: string) =>
  at(board, `/metrics/${encodeURIComponent(metric)}/standard`);
const withSignal = (signal?: AbortSignal) => (signal ? { signal } : {});

/** A standard with every active unit before it; 404 where none was set. */
export const readStandard = (board: string, metric: string, signal?: AbortSignal) =>
  request<StandardDetail>(standardAt(board, metric), withSignal(signal));

export const putStandard = (
  board: string,
  metric: string,
  body: StandardBody,
  headers: WriteHeaders,
) => request<StandardDetail>(standardAt(board, metric), { method: 'PUT', body, headers });

/** What a unit's row of the pulse comes from. */
export const readUnitPulse = (board: string, unit: string, signal?: AbortSignal) =>
  request<UnitPulseAnswer>(at(board, `/units/${encodeURIComponent(unit)}/pulse`), {
    ...withSignal(signal),
  });

export const readCalendar = (board: string, signal?: AbortSignal) =>
  request<Calendar>(at(board, '/calendar'), withSignal(signal));

export const putCalendar = (board: string, body: Calendar, headers: WriteHeaders) =>
  request<Calendar>(at(board, '/calendar'), { method: 'PUT', body, headers });
