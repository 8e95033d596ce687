import type { ClientEvents, Happening, ServerEvents } from '@emulation/shared';
import { io, type Socket } from 'socket.io-client';
import type { BoardEvent, BoardSync, Effect } from './board-state.ts';
import { newBoardSync } from './board-question.ts';
import { stepBoard } from './board-sync.ts';
import { isDead, newLink, stepLink, type Link, type LinkEvent } from './link.ts';

/** What the driver tells whoever shows it. */
export interface Listener {
  board(state: BoardSync): void;
  link(link: Link): void;
  happening(happening: Happening): void;
}

export interface Driver {
  /** The topics of a board that are wanted from now on; none leaves the board. */
  want(board: string, topics: ReadonlySet<string>): void;
}

const tickMs = 1_000;
const crowdMs = 800;

/** The clock and the socket around the two state machines; it decides nothing itself. */
export function startDriver(listener: Listener, kind: 'display' | 'leader' | 'spectator'): Driver {
  const socket: Socket<ServerEvents, ClientEvents> = io({
    transports: ['websocket'],
    auth: { kind },
    reconnection: true,
    reconnectionAttempts: Infinity,
    reconnectionDelay: 400,
    reconnectionDelayMax: 8_000,
    randomizationFactor: 0.6,
  });
  const boards = new Map<string, BoardSync>();
  let link = newLink;

  const perform = (board: string, effect: Effect) => {
    if (effect.kind === 'announce') return listener.happening(effect.happening);
    if (effect.kind === 'leave') return void socket.emit('unwatch', { board }, () => undefined);
    const { request, body, crowded } = effect;
    const ask = () =>
      socket.emit('watch', body, (answer) => {
        hear();
        feed(board, { type: 'answered', request, answer, now: Date.now() });
      });
    if (crowded) setTimeout(ask, Math.random() * crowdMs);
    else ask();
  };
  const feed = (board: string, event: BoardEvent) => {
    const before = boards.get(board);
    if (!before) return;
    const { state, effects } = stepBoard(before, event);
    boards.set(board, state);
    if (state !== before) listener.board(state);
    for (const effect of effects) perform(board, effect);
  };
  const feedAll = (event: BoardEvent) => {
    for (const board of boards.keys()) feed(board, event);
  };
  const step = (event: LinkEvent) => {
    const before = link;
    link = stepLink(before, event);
    if (link !== before) listener.link(link);
  };
  const hear = () => step({ type: 'heard', now: Date.now() });
  const reconnect = () => {
    socket.disconnect();
    socket.connect();
  };

  socket.on('connect', () => {
    step({ type: 'connected', now: Date.now() });
    feedAll({ type: 'connected', now: Date.now() });
  });
  socket.on('disconnect', (reason) => {
    step({ type: 'disconnected' });
    feedAll({ type: 'disconnected' });
    // Socket.IO takes a disconnect by the server for final; a restarting server means it kindly.
    if (reason === 'io server disconnect') setTimeout(() => socket.connect(), tickMs);
  });
  socket.on('patch', (patch) => {
    hear();
    feed(patch.board, { type: 'patched', patch, now: Date.now() });
  });
  socket.on('happening', (happening) => {
    hear();
    feed(happening.board, { type: 'happened', happening, now: Date.now() });
  });
  socket.on('beat', (beat) => {
    hear();
    feed(beat.board, { type: 'beaten', beat, now: Date.now() });
  });
  socket.on('gone', ({ board }) => feed(board, { type: 'removed', now: Date.now() }));
  setInterval(() => {
    const now = Date.now();
    step({ type: 'ticked', now });
    feedAll({ type: 'ticked', now });
    if (socket.connected && boards.size > 0 && isDead(link, now)) reconnect();
  }, tickMs);

  return {
    want(board, topics) {
      const known = boards.get(board);
      if (!known) {
        if (topics.size === 0) return;
        boards.set(board, newBoardSync(board));
        feed(board, { type: 'wanted', topics, now: Date.now() });
        if (socket.connected) feed(board, { type: 'connected', now: Date.now() });
        return;
      }
      feed(board, { type: 'wanted', topics, now: Date.now() });
    },
  };
}
