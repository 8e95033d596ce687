import type { PartnerRole } from '@emulation/shared';
import type { PostedResult, Problem } from '../api/client.ts';
import { faultText, problemText } from '../ui/say-problem.ts';
import { percentOf, shareOf } from '../ui/percent-share.ts';
import { whenOf, type When } from './achieved-at.ts';

export interface DraftPartner {
  unit: string;
  role: PartnerRole;
  /** Percent of the whole, as typed; empty or absent: an equal part of what is left. */
  share?: string | undefined;
}

/** The form as it is filled in. */
export interface Draft {
  unit: string;
  metric: string;
  /** As typed. */
  value: string;
  when: When;
  partners: DraftPartner[];
  note: string;
  /** Made small already. */
  photo?: Blob | undefined;
}

export type FieldName = 'unit' | 'metric' | 'value' | 'achievedAt' | 'partners' | 'note';
export type FieldErrors = Partial<Record<FieldName, string>>;

const fields: readonly FieldName[] = ['unit', 'metric', 'value', 'achievedAt', 'partners', 'note'];

/** The next result: unit and metric stay, what belonged to the last one goes. */
export function nextDraft({ unit, metric }: Draft): Draft {
  return { unit, metric, value: '', when: { kind: 'now' }, partners: [], note: '' };
}

function partnerOf({ unit, role, share: typed = '' }: DraftPartner) {
  const share = shareOf(typed);
  return { unit, role, ...(share === undefined ? {} : { share }) };
}

export function bodyOf(draft: Draft, value: string, achievedAt: string | undefined): PostedResult {
  const note = draft.note.trim();
  return {
    unit: draft.unit,
    metric: draft.metric,
    value,
    ...(achievedAt === undefined ? {} : { achievedAt }),
    ...(note ? { note } : {}),
    ...(draft.partners.length > 0 ? { partners: draft.partners.map(partnerOf) } : {}),
  };
}

/** A refused result back in the form, to be mended. */
export function draftOf(body: PostedResult, timeZone: string, photo?: Blob): Draft {
  const partners = (body.partners ?? []).map(
    ({ unit, role = 'performed', share }): DraftPartner => ({
      unit,
      role,
      ...(share === undefined ? {} : { share: percentOf(share) }),
    }),
  );
  return {
    unit: body.unit,
    metric: body.metric,
    value: body.value,
    when: whenOf(body.achievedAt, timeZone),
    partners,
    note: body.note ?? '',
    ...(photo ? { photo } : {}),
  };
}

/**
 * What a problem says to each field; `rest` is what no field of the form answers for. The words
 * of problems are loaded already.
 */
export function errorsOf(problem: Problem): { errors: FieldErrors; rest: string[] } {
  const errors: FieldErrors = {};
  let isWhole = !problem.errors?.length;
  for (const { path, message } of problem.errors ?? []) {
    const field = fields.find((name) => path.replace(/^[/.]/, '').startsWith(name));
    if (field) errors[field] ??= faultText(message);
    else isWhole = true;
  }
  // What no field of the form stands for is said at its end.
  const rest = isWhole ? [problemText(problem)] : [];
  return { errors, rest };
}
