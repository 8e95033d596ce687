import type {
  AttestationBody,
  ChangeAnswer,
  DeclineBody,
  Evidence,
  ObjectionBody,
  PartnerRole,
  ResultHistory,
  SettlementBody,
  VerificationRules,
} from '@emulation/shared';
import { request } from './request.ts';
import type { WriteHeaders } from './versions.ts';

const address = (board: string, path: string) => `/boards/${encodeURIComponent(board)}/${path}`;

/** As it is sent: what is absent stays as it is. */
export interface CorrectionBody {
  value?: string;
  achievedAt?: string;
  note?: string;
  partners?: { unit: string; role: PartnerRole; share?: string }[];
  reason: string;
}

/** What is done to a result, by the last part of its address. */
export interface Judgements {
  verification: { reason?: string; evidence?: Evidence[] };
  rejection: { reason: string };
  annulment: { reason: string };
  correction: CorrectionBody;
  decline: DeclineBody;
  attestation: AttestationBody;
  objections: ObjectionBody;
  [settlement: `objections/${number}/settlement`]: SettlementBody;
}

/** Does it, or with `preview` says what it would do; a signal means that only the answer counts. */
export const judge = <K extends keyof Judgements>(
  board: string,
  result: string,
  how: K,
  body: Judgements[K],
  options: { preview?: boolean; signal?: AbortSignal } = {},
) =>
  request<ChangeAnswer>(address(board, `results/${result}/${how}`), {
    method: 'POST',
    body,
    ...(options.preview ? { query: { preview: 'true' } } : {}),
    ...(options.signal ? { signal: options.signal } : {}),
  });

export const resultHistory = (board: string, result: string, signal?: AbortSignal) =>
  request<ResultHistory>(
    address(board, `results/${encodeURIComponent(result)}/history`),
    signal ? { signal } : {},
  );

export const putRules = (board: string, body: VerificationRules, headers: WriteHeaders) =>
  request<VerificationRules>(address(board, 'verification-rules'), {
    method: 'PUT',
    body,
    headers,
  });
