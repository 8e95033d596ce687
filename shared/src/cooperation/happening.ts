import type { LostRecord, OfResult } from '../board/told-result.ts';

/** `declined` had been named as a partner and says it had no part; the result is told as it is now. */
export type CooperationHappening = {
  kind: 'partner-declined';
  declined: string;
  /** Its share before, a decimal string. */
  share: string;
  reason: string | null;
  lost: LostRecord[];
} & OfResult;
