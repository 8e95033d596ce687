import type { MergerPreviewAnswer, Retirable } from '@emulation/shared';
import { request } from './request.ts';

export interface Part {
  board: string;
  what: Retirable;
  id: string;
}

const paths = { sector: 'sectors', unit: 'units', metric: 'metrics' } as const;
const at = ({ board, what, id }: Part, act: string) =>
  `/boards/${encodeURIComponent(board)}/${paths[what]}/${encodeURIComponent(id)}/${act}`;

/** Takes nothing new any more; its history stays. */
export const retire = (part: Part, reason: string) =>
  request<object>(at(part, 'retirement'), {
    method: 'PUT',
    body: reason === '' ? {} : { reason },
  });

export const restore = (part: Part) =>
  request<object>(at(part, 'retirement'), { method: 'DELETE' });

const merger = (board: string, id: string) => at({ board, what: 'unit', id }, 'merger');

export const mergeUnit = (board: string, id: string, body: { into: string; reason?: string }) =>
  request<object>(merger(board, id), { method: 'POST', body });

/** What merging would do; nothing is done. */
export const previewMerger = (board: string, id: string, into: string, signal: AbortSignal) =>
  request<MergerPreviewAnswer>(merger(board, id), { query: { into }, signal });
