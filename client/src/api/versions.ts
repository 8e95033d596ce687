import type { EditedKind } from '@emulation/shared';
import { request } from './request.ts';

export type WriteHeaders = Record<string, string>;

/** What stands now, and the version that a change of it names. */
export const readVersion = <T extends object>(board: string, kind: EditedKind, id: string) =>
  request<{ version: number; item?: T }>(
    `/boards/${encodeURIComponent(board)}/versions/${kind}/${encodeURIComponent(id || '-')}`,
  );

/** Says over which version something is written: 0 where there was none. */
export const writeOver = (version: number): WriteHeaders =>
  version === 0 ? { 'if-none-match': '*' } : { 'if-match': `"${version}"` };

/**
 * No condition: for what is chosen by one press or was made just now. No text of anybody is lost by
 * it; forms are saved through `editing/use-guarded-save.ts`.
 */
export const unconditional: WriteHeaders = {};
