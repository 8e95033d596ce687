import { create } from 'zustand';
import { recall, remember } from '../post/device-memory.ts';
import { usualSettings, type NoticeSettings } from './notice-rule.ts';
import type { Heard, UnitNotice } from './unit-notice.ts';

/** Listed on the device at most. */
const most = 40;

export interface KeptNotices extends Heard {
  /** Newest first. */
  notices: readonly UnitNotice[];
  /** Id of the newest one that was looked at; '' for none. */
  seen: string;
  /** ms at which something was told, within the last hour or so. */
  toldAt: readonly number[];
  settings: NoticeSettings;
}

const empty: KeptNotices = {
  notices: [],
  seen: '',
  toldAt: [],
  heardUntil: '',
  heardSeq: 0,
  heardN: 0,
  settings: usualSettings,
};

const name = (unit: string) => `notices.${unit}`;

/** Written by this page alone, in this or an earlier build. */
const isKept = (value: unknown): value is Partial<KeptNotices> =>
  typeof value === 'object' && value !== null && Array.isArray((value as KeptNotices).notices);

function read(board: string, unit: string): KeptNotices {
  return { ...empty, ...recall(board, name(unit), isKept) };
}

const useKept = create<Record<string, KeptNotices>>(() => ({}));
const keyOf = (board: string, unit: string) => `${board} ${unit}`;

/** As another tab may have left it: what it told need not be told twice. */
export function keptNotices(board: string, unit: string): KeptNotices {
  const kept = read(board, unit);
  useKept.setState({ [keyOf(board, unit)]: kept });
  return kept;
}

export function changeNotices(board: string, unit: string, changes: Partial<KeptNotices>): void {
  const next = { ...read(board, unit), ...changes };
  const kept = { ...next, notices: next.notices.slice(0, most), toldAt: next.toldAt.slice(-most) };
  remember(board, name(unit), kept);
  useKept.setState({ [keyOf(board, unit)]: kept });
}

export function useKeptNotices(board: string, unit: string): KeptNotices {
  const kept = useKept((all) => all[keyOf(board, unit)]);
  return kept ?? empty;
}
