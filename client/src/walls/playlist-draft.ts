import {
  displayLimits,
  type Playlist,
  type PlaylistBody,
  type PlaylistItem,
} from '@emulation/shared';

/** An item while it is written: `key` is its own wherever it stands, times are '' where unset. */
export interface DraftItem {
  key: number;
  show: PlaylistItem['show'];
  seconds: string;
  days: readonly number[];
  from: string;
  to: string;
  sectors: readonly string[];
}

export interface DraftPlaylist {
  name: string;
  sound: boolean;
  items: readonly DraftItem[];
  /** Keys given so far. */
  keys: number;
}

export function draftOf(playlist: Playlist | undefined): DraftPlaylist {
  if (!playlist) return addItem({ name: '', sound: false, items: [], keys: 0 });
  const items = playlist.items.map((item, key): DraftItem => ({
    key,
    show: item.show,
    seconds: String(item.seconds),
    days: item.daysOfWeek ?? [],
    from: item.from ?? '',
    to: item.to ?? '',
    sectors: item.sectors ?? [],
  }));
  return { name: playlist.name, sound: playlist.sound, items, keys: items.length };
}

export function addItem(draft: DraftPlaylist): DraftPlaylist {
  const item: DraftItem = {
    key: draft.keys,
    show: { scene: 'ranking' },
    seconds: String(displayLimits.usualSeconds),
    days: [],
    from: '',
    to: '',
    sectors: [],
  };
  return { ...draft, items: [...draft.items, item], keys: draft.keys + 1 };
}

export function changeItem(
  draft: DraftPlaylist,
  key: number,
  change: Partial<DraftItem>,
): DraftPlaylist {
  const items = draft.items.map((item) => (item.key === key ? { ...item, ...change } : item));
  return { ...draft, items };
}

export function removeItem(draft: DraftPlaylist, key: number): DraftPlaylist {
  return { ...draft, items: draft.items.filter((item) => item.key !== key) };
}

/** Puts an item at another place, counted from 0; the places beyond the ends are the ends. */
export function moveItem(draft: DraftPlaylist, key: number, place: number): DraftPlaylist {
  const item = draft.items.find((one) => one.key === key);
  if (!item) return draft;
  const others = draft.items.filter((one) => one.key !== key);
  return { ...draft, items: others.toSpliced(Math.max(0, place), 0, item) };
}

export function toggled<T>(list: readonly T[], one: T): readonly T[] {
  return list.includes(one) ? list.filter((each) => each !== one) : [...list, one];
}

/** Only a ranking that names no sector itself can be narrowed to several. */
export const takesSectors = ({ show }: Pick<DraftItem, 'show'>) =>
  show.scene === 'ranking' && show.sector === undefined;

export function itemOf(draft: DraftItem): PlaylistItem {
  const { show, days, from, to, sectors } = draft;
  return {
    show,
    seconds: Number(draft.seconds),
    ...(days.length > 0 ? { daysOfWeek: [...days].sort((a, b) => a - b) } : {}),
    ...(from === '' ? {} : { from }),
    ...(to === '' ? {} : { to }),
    ...(sectors.length > 0 && takesSectors(draft) ? { sectors: [...sectors] } : {}),
  };
}

export function bodyOf({ name, sound, items }: DraftPlaylist): PlaylistBody {
  return { name, sound, items: items.map(itemOf) };
}
