/** The one entry of this package: calls over HTTP, and boards followed live. */
export { createClient, type BoardClient } from './client.ts';
export { follow, type FollowedBoard, type FollowListener } from './follow.ts';
export * from './http/boards.ts';
export * from './http/files.ts';
export { ApiProblem, isUnreachable, type Problem } from './http/problem.ts';
export { createFetch, createRequest } from './http/request.ts';
export type { Connection, Fetch, Query, Request, RequestOptions } from './http/request.ts';
export * from './http/results.ts';
export * from './http/session.ts';
export { newBoardSync } from './sync/board-question.ts';
export type { BoardSync } from './sync/board-state.ts';
export { stepBoard } from './sync/board-sync.ts';
export { startDriver, type ClientKind, type Driver, type DriverOptions } from './sync/driver.ts';
export type { Listener } from './sync/driver.ts';
export { firstBoard, type FirstBoard } from './sync/first-board.ts';
export { newLink, type Link } from './sync/link.ts';
export { restored, type KeptBoard } from './sync/restored.ts';
export type { Topic } from './sync/topic.ts';
