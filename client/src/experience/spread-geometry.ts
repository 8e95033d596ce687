import type { AdoptionState, DescendedRecord, Lift, SpreadNode } from '@emulation/shared';

/** One unit in the tree: it wrote the experience, took it up, or wrote further on its ground. */
export interface SpreadItem {
  key: string;
  kind: 'origin' | 'adopter' | 'further';
  experience: string;
  unit: string;
  title: string;
  metric: string;
  state?: AdoptionState;
  lift?: Lift;
  records: readonly DescendedRecord[];
  parent?: string;
  /** Generations from the origin, which is 0. */
  depth: number;
}

type Branch = Pick<SpreadItem, 'kind' | 'depth'> & { parent?: string };

function itemsOf(node: SpreadNode, { kind, depth, parent }: Branch): SpreadItem[] {
  const { experience, title, unit, metric } = node;
  const of = { experience, title, metric };
  const own: SpreadItem = {
    key: `wrote ${experience}`,
    kind,
    unit,
    ...of,
    records: [],
    ...(parent === undefined ? {} : { parent }),
    depth,
  };
  const adopters = node.adoptions.filter(
    ({ state }) => state === 'adopted' || state === 'sustained',
  );
  const keyOf = (adopter: string) => `took ${experience} ${adopter}`;
  const further = (author: string) => node.descendants.filter((child) => child.unit === author);
  const branches = adopters.flatMap((adoption): SpreadItem[] => {
    const key = keyOf(adoption.unit);
    const { lift, records, state } = adoption;
    const item: SpreadItem = {
      key,
      kind: 'adopter',
      unit: adoption.unit,
      ...of,
      state,
      ...(lift ? { lift } : {}),
      records,
      parent: own.key,
      depth: depth + 1,
    };
    const grown = further(adoption.unit).flatMap((child) =>
      itemsOf(child, { kind: 'further', depth: depth + 2, parent: key }),
    );
    return [item, ...grown];
  });
  const isAdopter = (author: string) => adopters.some((adoption) => adoption.unit === author);
  // Whoever wrote on its ground without having adopted it grows from the experience itself.
  const others = node.descendants
    .filter((child) => !isAdopter(child.unit))
    .flatMap((child) => itemsOf(child, { kind: 'further', depth: depth + 1, parent: own.key }));
  return [own, ...branches, ...others];
}

/** The tree as a list, every branch right behind what it grows from. */
export function spreadItems(tree: SpreadNode): SpreadItem[] {
  return itemsOf(tree, { kind: 'origin', depth: 0 });
}

export interface PlacedItem extends SpreadItem {
  x: number;
  y: number;
  width: number;
}

export interface SpreadLayout {
  items: PlacedItem[];
  /** SVG paths from each item to what it grew from, in the same order without the origin. */
  links: { key: string; path: string; depth: number }[];
  width: number;
  height: number;
}

/** In rem, so that it grows with the type. */
export const itemHeight = 7.5;
const gapY = 1;
const gapX = 4;
const leastColumn = 14;
const mostColumn = 24;
const indent = 1.5;

const round = (value: number) => Math.round(value * 100) / 100;

/** Columns by generation: leaves below one another, every branch beside the middle of its own. */
function layOutColumns(items: readonly SpreadItem[], column: number): SpreadLayout {
  const rows = new Map<string, number>();
  let leaves = 0;
  // Children follow their parent, so from the end on everything below an item is placed already.
  const children = (key: string) => items.filter(({ parent }) => parent === key);
  const place = (item: SpreadItem): number => {
    const below = children(item.key).map(place);
    const [first, last] = [below[0], below.at(-1)];
    const row = first === undefined || last === undefined ? leaves++ : (first + last) / 2;
    rows.set(item.key, row);
    return row;
  };
  const [origin] = items;
  if (origin) place(origin);
  const placed = items.map((item) => ({
    ...item,
    x: item.depth * (column + gapX),
    y: (rows.get(item.key) ?? 0) * (itemHeight + gapY),
    width: column,
  }));
  const byKey = new Map(placed.map((item) => [item.key, item]));
  const links = placed.flatMap(({ key, parent, x, y, depth }) => {
    const from = byKey.get(parent ?? '');
    if (!from) return [];
    const [startX, startY] = [from.x + column, from.y + itemHeight / 2];
    const endY = y + itemHeight / 2;
    const middle = (startX + x) / 2;
    const path = `M${round(startX)} ${round(startY)}C${round(middle)} ${round(startY)} ${round(middle)} ${round(endY)} ${round(x)} ${round(endY)}`;
    return [{ key, path, depth }];
  });
  const depth = Math.max(0, ...items.map((item) => item.depth));
  return {
    items: placed,
    links,
    width: (depth + 1) * column + depth * gapX,
    height: leaves * (itemHeight + gapY) - gapY,
  };
}

/** One below the other, each generation a little further in: for narrow screens. */
function layOutIndented(items: readonly SpreadItem[], width: number): SpreadLayout {
  const placed = items.map((item, row) => {
    // Deep trees stop moving in, or nothing would be left to read.
    const x = Math.min(item.depth, 4) * indent;
    return { ...item, x, y: row * (itemHeight + gapY), width: width - x };
  });
  const byKey = new Map(placed.map((item) => [item.key, item]));
  const links = placed.flatMap(({ key, parent, x, y, depth }) => {
    const from = byKey.get(parent ?? '');
    if (!from) return [];
    const startX = from.x + indent / 2;
    const endY = y + itemHeight / 2;
    const path = `M${round(startX)} ${round(from.y + itemHeight)}V${round(endY)}H${round(x)}`;
    return [{ key, path, depth }];
  });
  return { items: placed, links, width, height: placed.length * (itemHeight + gapY) - gapY };
}

/** Places the tree in a width (rem): in columns where all generations fit beside one another. */
export function layOutSpread(items: readonly SpreadItem[], width: number): SpreadLayout {
  const generations = Math.max(0, ...items.map((item) => item.depth)) + 1;
  const column = (width - (generations - 1) * gapX) / generations;
  if (column < leastColumn) return layOutIndented(items, width);
  return layOutColumns(items, Math.min(mostColumn, column));
}
