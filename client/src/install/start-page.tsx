import { Redirect } from 'wouter';
import { lastBoard } from './last-board.ts';

/** Where the installed app opens: on the form of the board this device posted to last. */
export function StartPage() {
  const board = lastBoard();
  return <Redirect to={board === null ? '/' : `/b/${board}/post`} replace />;
}
