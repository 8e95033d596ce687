import type { MetricBody } from '@emulation/shared';
import { request } from './request.ts';
import type { WriteHeaders } from './versions.ts';

type VocabularyBody = { name: string } | { name: string; sector: string } | MetricBody;

/** Creates or changes a sector, unit or metric, over the version that the headers name. */
export const putVocabulary = (
  { board, kind, id }: { board: string; kind: 'sectors' | 'units' | 'metrics'; id: string },
  body: VocabularyBody,
  headers: WriteHeaders,
) =>
  request<object>(`/boards/${encodeURIComponent(board)}/${kind}/${encodeURIComponent(id)}`, {
    method: 'PUT',
    body,
    headers,
  });
