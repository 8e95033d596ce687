import type {
  AdoptionBody,
  AdoptionRow,
  ExperienceBody,
  ExperienceText,
  SpreadNode,
} from '@emulation/shared';
import { ApiProblem, type Problem } from '@emulation/client-sdk';
import { request } from './request.ts';

const at = (board: string, path: string) => `/boards/${encodeURIComponent(board)}${path}`;
const ofExperience = (board: string, id: string, path = '') =>
  at(board, `/experiences/${encodeURIComponent(id)}${path}`);

export type ExperienceAnswer = ExperienceText & { adoptions: AdoptionRow[] };

export const putExperience = (board: string, id: string, body: ExperienceBody) =>
  request<ExperienceAnswer>(ofExperience(board, id), { method: 'PUT', body });

export const withdrawExperience = (board: string, id: string, reason: string) =>
  request<ExperienceAnswer>(ofExperience(board, id, '/withdrawal'), {
    method: 'POST',
    body: { reason },
  });

export const moveAdoption = (board: string, id: string, unit: string, body: AdoptionBody) =>
  request<AdoptionRow>(ofExperience(board, id, `/adoptions/${encodeURIComponent(unit)}`), {
    method: 'POST',
    body,
  });

interface ComparedResult {
  result: string;
  value: string;
  achievedAt: string;
}

export type AdoptionDetail = AdoptionRow & {
  compared: { before: ComparedResult[]; after: ComparedResult[] };
};

export const adoptionDetail = (board: string, id: string, unit: string, signal?: AbortSignal) =>
  request<AdoptionDetail>(
    ofExperience(board, id, `/adoptions/${encodeURIComponent(unit)}`),
    signal ? { signal } : {},
  );

const offer = (method: 'PUT' | 'DELETE') => (board: string, id: string, unit: string) =>
  request<unknown>(ofExperience(board, id, `/offers/${encodeURIComponent(unit)}`), { method });
export const addOffer = offer('PUT');
export const removeOffer = offer('DELETE');

export const spread = (board: string, id: string, signal?: AbortSignal) =>
  request<{ seq: number; tree: SpreadNode }>(
    ofExperience(board, id, '/spread'),
    signal ? { signal } : {},
  );

export const pictureAddress = (board: string, id: string, size: 'full' | 'small') =>
  `/api/v1${at(board, `/pictures/${id}`)}?size=${size}`;

export interface UploadedPicture {
  id: string;
  width: number;
  height: number;
}

function problemOf(upload: XMLHttpRequest): ApiProblem {
  const unknown = { kind: 'unknown', title: upload.statusText, detail: upload.statusText };
  let given: Partial<Problem> = {};
  try {
    // The server's own document, or whatever a proxy between says.
    given = JSON.parse(upload.responseText) as Partial<Problem>;
  } catch {
    return new ApiProblem({ status: upload.status, ...unknown });
  }
  return new ApiProblem({ ...unknown, ...given, status: upload.status });
}

const uploadMs = 120_000;
const unreachable = () =>
  new ApiProblem({ status: 0, kind: 'unreachable', title: 'Unreachable', detail: '' });

/**
 * Uploads a picture; `fetch` tells nothing of how far it is. `onProgress` is given 0 to 1.
 * @throws ApiProblem
 */
export function uploadPicture(
  board: string,
  picture: Blob,
  onProgress: (part: number) => void,
): Promise<UploadedPicture> {
  return new Promise((resolve, reject) => {
    const upload = new XMLHttpRequest();
    upload.open('POST', `/api/v1${at(board, '/pictures')}`);
    upload.setRequestHeader('content-type', picture.type);
    upload.timeout = uploadMs;
    upload.upload.addEventListener('progress', ({ loaded, total, lengthComputable }) => {
      if (lengthComputable) onProgress(loaded / total);
    });
    upload.addEventListener('load', () => {
      // The answer of our own server, by its schema.
      if (upload.status === 201) resolve(JSON.parse(upload.responseText) as UploadedPicture);
      else reject(problemOf(upload));
    });
    for (const silence of ['error', 'timeout'] as const)
      upload.addEventListener(silence, () => reject(unreachable()));
    upload.send(picture);
  });
}
