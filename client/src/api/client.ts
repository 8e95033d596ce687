/** The calls of `@emulation/client-sdk`, to the server that this page came from. */
import { boardCalls, resultCalls, sessionCalls } from '@emulation/client-sdk';
import { request } from './request.ts';

export { ApiProblem, isUnreachable } from '@emulation/client-sdk';
export type {
  BoardSummary,
  Membership,
  PostedResult,
  Problem,
  ResultAnswer,
  ResultsQuery,
  Session,
} from '@emulation/client-sdk';

export const { listBoards, readBoard, removeBoard } = boardCalls(request);
export const { postResult, listResults, progression, rankings, feed } = resultCalls(request);
export const { session, closeSession, openSession } = sessionCalls(request);
