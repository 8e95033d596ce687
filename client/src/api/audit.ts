import type { AuditAnswer, ChainAnswer } from '@emulation/shared';
import { request } from './request.ts';

export type AuditOrder = 'newest' | 'oldest';

export interface AuditQuery {
  who?: string;
  kind?: string;
  from?: string;
  to?: string;
  text?: string;
  order?: AuditOrder;
  before?: number;
  after?: number;
  limit?: number;
}

const at = (board: string, path = '') => `/boards/${encodeURIComponent(board)}/audit${path}`;

export const readAudit = (board: string, query: AuditQuery, signal?: AbortSignal) =>
  request<AuditAnswer>(at(board), { query: { ...query }, ...(signal ? { signal } : {}) });

/** The next part of the chain after `since`. */
export const verifyChain = (board: string, since: number) =>
  request<ChainAnswer>(at(board, '/verification'), { query: { since } });
