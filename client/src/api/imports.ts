import { ApiProblem, type ImportAnswer } from '@emulation/client-sdk';
import type { ImportRecordsAnswer, UndoAnswer } from '@emulation/shared';
import { request } from './request.ts';

export type { ImportAnswer } from '@emulation/client-sdk';

export const importColumns = [
  'unit',
  'sector',
  'metric',
  'unit_of_measure',
  'direction',
  'achieved_at',
  'value',
  'partners',
  'note',
] as const;
export type ImportColumn = (typeof importColumns)[number];

/** The head of a column of the file, or the same on every line. */
export type ColumnSource = string | { always: string };

/** How a file that is not ours is read; the server's `shape`. */
export interface FileShape {
  columns: Partial<Record<ImportColumn, ColumnSource>>;
  separator: ',' | ';' | '\t';
  decimal: '.' | ',';
  dates: 'iso' | 'dmy' | 'mdy';
}

const at = (board: string, path: string) => `/boards/${encodeURIComponent(board)}${path}`;

export const listImports = (board: string, before?: string, signal?: AbortSignal) =>
  request<ImportRecordsAnswer>(at(board, '/imports'), {
    query: { limit: 200, before },
    ...(signal ? { signal } : {}),
  });

const undo = (isPreview: boolean) => (board: string, id: string, reason: string) =>
  request<UndoAnswer>(at(board, `/imports/${encodeURIComponent(id)}/undoing`), {
    method: 'POST',
    query: { preview: isPreview },
    body: { reason },
  });
export const undoImport = undo(false);
export const previewUndo = undo(true);

interface Sending {
  board: string;
  file: File;
  isWorkbook: boolean;
  /** None: the file has our own columns. */
  shape: FileShape | undefined;
  isPreview: boolean;
  signal: AbortSignal;
  /** Part of the file that was sent, 0 to 1. */
  onSent: (part: number) => void;
}

const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

function problemOf(status: number, text: string): ApiProblem {
  try {
    const body = JSON.parse(text) as Partial<ApiProblem['problem']>; // any of its fields may lack
    const { kind = 'unknown', title = '', detail = '', errors } = body;
    return new ApiProblem({ status, kind, title, detail, ...(errors ? { errors } : {}) });
  } catch {
    return new ApiProblem({ status, kind: 'unknown', title: '', detail: `${status}` });
  }
}

/** Not `fetch`: it cannot tell how much of a body has been sent. */
export function sendImport(sending: Sending): Promise<ImportAnswer> {
  const { board, file, isWorkbook, shape, isPreview, signal, onSent } = sending;
  const query = new URLSearchParams({ name: file.name.slice(0, 200) });
  if (isPreview) query.set('preview', 'true');
  if (shape) query.set('shape', JSON.stringify(shape));
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.open('POST', `/api/v1${at(board, '/import')}?${query.toString()}`);
    call.setRequestHeader('content-type', isWorkbook ? sheetType : 'text/csv');
    call.setRequestHeader('accept', 'application/json');
    call.upload.onprogress = ({ loaded, total }) => onSent(total > 0 ? loaded / total : 0);
    call.upload.onload = () => onSent(1);
    call.onload = () => {
      const { status, responseText } = call;
      if (status === 200) resolve(JSON.parse(responseText) as ImportAnswer); // the contract's answer
      else reject(problemOf(status, responseText));
    };
    call.onerror = () =>
      reject(new ApiProblem({ status: 0, kind: 'unreachable', title: '', detail: '' }));
    call.onabort = () => reject(new DOMException('', 'AbortError'));
    signal.addEventListener('abort', () => call.abort());
    call.send(file);
  });
}
