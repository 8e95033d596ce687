/** The one entry of this package: the vocabulary, the fold, the live views and the protocol. */
export * from './board/happening.ts';
export * from './calendar/date.ts';
export * from './calendar/period.ts';
export * from './calendar/zone.ts';
export * from './ledger/entry.ts';
export * from './protocol/live.ts';
export * from './views/row.ts';
export * from './views/view.ts';
export * from './vocabulary/board.ts';
export * from './vocabulary/decimal.ts';
export * from './vocabulary/metric.ts';
export * from './vocabulary/result.ts';
export * from './vocabulary/slug.ts';
