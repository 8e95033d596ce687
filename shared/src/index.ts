/** The one entry of this package: the vocabulary, the fold, the live views and the protocol. */
export * from './board/check.ts';
export { applyEntry } from './board/fold.ts';
export * from './board/happening.ts';
export * from './board/outcome.ts';
export { copyForPreview, previewChange } from './board/preview.ts';
export { dueFacts, type DueFact } from './board/due.ts';
export { dumpBoard, foldVersion, loadBoard } from './board/snapshot.ts';
export { createBoardState, type BoardInfo, type BoardState } from './board/state.ts';
export type { MetricState } from './board/metric-state.ts';
export { draftReveal, draftStage, stageHolder, stageMs } from './freeze/draft-reveal.ts';
export { dumpSights, enterEpoch, loadSights } from './freeze/dump.ts';
export { applyToSights, createSights, mayTurn, type SightsApplied } from './freeze/sights.ts';
export { isSeen, type Sights } from './freeze/veil.ts';
export * from './calendar/date.ts';
export * from './calendar/period.ts';
export * from './calendar/zone.ts';
export * from './experiences/credit.ts';
export * from './experiences/draft.ts';
export * from './experiences/experience.ts';
export type * from './experiences/happening.ts';
export * from './experiences/lift.ts';
export type { BookedBody, BookedTask, Drive } from './drives/book.ts';
export { drivesUnderWay, veiledDrives } from './drives/queries.ts';
export { draftDrive } from './drives/draft-drive.ts';
export {
  draftDriveMove,
  draftDriveRemoval,
  draftPledge,
  takesPledges,
} from './drives/draft-move.ts';
export {
  driveHappeningKinds,
  type DriveHappeningBody,
  type DriveHappeningKind,
} from './drives/happening.ts';
export * from './drives/row.ts';
export { dryRun, dryRunPeriod } from './drives/dry-run.ts';
export { driveRanking, driveStandings, nextReveal, revealedRows } from './drives/standings.ts';
export { driveMoves, mayMove } from './drives/states.ts';
export * from './drives/times.ts';
export { draftDecline } from './cooperation/draft.ts';
export * from './cooperation/row.ts';
export { cooperationOf, maxPairs } from './cooperation/view.ts';
export * from './experiences/queries.ts';
export * from './experiences/row.ts';
export { spreadTree } from './experiences/spread.ts';
export * from './feed/queries.ts';
export type { FeedMark, FeedPage } from './feed/feed.ts';
export type { Honour, Title } from './honours/book.ts';
export { consequences, dependentsOf, type Dependents } from './consequences/consequences.ts';
export { candidatesOf } from './honours/candidates.ts';
export { draftHonour } from './honours/check.ts';
export { modelUnits } from './honours/model-units.ts';
export type * from './honours/row.ts';
export * from './ledger/entry.ts';
export * from './protocol/http/board.ts';
export * from './protocol/http/calendar.ts';
export * from './protocol/http/experience.ts';
export * from './protocol/http/feed.ts';
export * from './protocol/http/honour.ts';
export * from './protocol/http/mark.ts';
export * from './protocol/http/problem.ts';
export * from './protocol/http/ranking.ts';
export * from './protocol/http/record.ts';
export * from './protocol/http/result.ts';
export * from './protocol/http/cooperation.ts';
export * from './protocol/http/session.ts';
export * from './protocol/http/standard.ts';
export * from './protocol/http/verification.ts';
export * from './protocol/http/stage.ts';
export * from './protocol/live.ts';
export { rankingRows, type RankingQuery } from './rankings/query.ts';
export { parseTieBreaks, type TieBreak } from './rankings/tie-break.ts';
export { progression, standingRecords, type RecordQuery } from './records/queries.ts';
export { findResult, listResults, type ResultMark, type ResultPage } from './results/list.ts';
export { resultIdOf } from './results/result-id.ts';
export { splitShares } from './results/shares.ts';
export { draftStandard } from './standards/check.ts';
export type { StandardHappening } from './standards/happening.ts';
export { standardDetail, standardRow } from './standards/queries.ts';
export * from './standards/row.ts';
export { createView } from './views/create-view.ts';
export { changeOf } from './views/change.ts';
export { diffRows } from './views/keyed-rows.ts';
export * from './views/row.ts';
export * from './views/view.ts';
export type { ResultShape, ReviewEvent } from './verification/book.ts';
export { compareCases, VerificationCases } from './verification/cases.ts';
export * from './verification/draft.ts';
export { resultHistory, type ResultHistory } from './verification/history.ts';
export { isRatified, type Missing } from './verification/recognition.ts';
export * from './verification/row.ts';
export * from './vocabulary/board.ts';
export * from './vocabulary/calendar.ts';
export * from './vocabulary/decimal-schema.ts';
export * from './vocabulary/decimal.ts';
export * from './vocabulary/experience.ts';
export * from './vocabulary/honour.ts';
export * from './vocabulary/drive.ts';
export * from './vocabulary/limits.ts';
export * from './vocabulary/metric.ts';
export * from './vocabulary/result.ts';
export * from './vocabulary/slug.ts';
export * from './vocabulary/stage.ts';
export * from './vocabulary/verification.ts';
export * from './vocabulary/standard.ts';
