import type { LiveSocket } from '../../server/src/gateway/live-socket.ts';
import type { ChannelDeps } from '../../server/src/gateway/board-channel.ts';
import type { Packet, SimWire } from './sim-wire.ts';

type Hear = (event: string, ...args: unknown[]) => void;

/** Rooms of one node, as Socket.IO's adapter keeps them: encoded once, sent in order to each. */
export class SimRooms implements Rooms {
  readonly #members = new Map<string, Set<SimServerSocket>>();

  isEmpty(room: string): boolean {
    return !this.#members.has(room);
  }

  send(room: string, event: string, message: object): number {
    const members = this.#members.get(room);
    if (members === undefined) return 0;
    const text = JSON.stringify(message);
    const body: unknown = JSON.parse(text);
    for (const member of members) member.sendPacket({ event, body });
    return text.length;
  }

  join(room: string, socket: SimServerSocket): void {
    this.#members.set(room, (this.#members.get(room) ?? new Set()).add(socket));
  }

  leave(room: string, socket: SimServerSocket): void {
    const members = this.#members.get(room);
    members?.delete(socket);
    if (members?.size === 0) this.#members.delete(room);
  }

  leaveAll(socket: SimServerSocket): void {
    for (const room of this.#members.keys()) this.leave(room, socket);
  }
}
type Rooms = ChannelDeps['rooms'];

/** The server's end of a connection, in as much of Socket.IO's form as the gateway uses. */
export class SimServerSocket {
  readonly handshake = { auth: { kind: 'spectator' }, headers: {}, address: 'simulated' };
  readonly #wire: SimWire;
  readonly #rooms: SimRooms;
  readonly #gone: (() => void)[] = [];
  /** Arrived and not read: in the order in which they came, whatever wakes the process first. */
  readonly #waiting: Packet[] = [];
  #hear: Hear = () => undefined;

  constructor(wire: SimWire, rooms: SimRooms, stallMs: () => number) {
    this.#wire = wire;
    this.#rooms = rooms;
    wire.attach(
      'server',
      (packet) => {
        this.#waiting.push(packet);
        const waitMs = stallMs();
        if (waitMs > 0) setTimeout(() => this.#takeAll(), waitMs);
        else this.#takeAll();
      },
      () => {
        this.#rooms.leaveAll(this);
        for (const leave of this.#gone) leave();
      },
    );
  }

  /** It has every member of a Socket.IO socket that `serveConnection` and the desk ask for. */
  asLiveSocket(): LiveSocket {
    return this as unknown as LiveSocket;
  }

  get connected(): boolean {
    return this.#wire.isOpen('server');
  }

  onAny(hear: Hear): void {
    this.#hear = hear;
  }

  on(event: string, hear: () => void): void {
    if (event === 'disconnect') this.onGone(hear);
  }

  onGone(run: () => void): void {
    this.#gone.push(run);
  }

  join(rooms: string[]): void {
    for (const room of rooms) this.#rooms.join(room, this);
  }

  leave(room: string): void {
    this.#rooms.leave(room, this);
  }

  emit(event: string, message: object): void {
    this.sendPacket({ event, body: JSON.parse(JSON.stringify(message)) });
  }

  disconnect(): void {
    this.#wire.close('server');
  }

  sendPacket(packet: Packet): void {
    this.#wire.send('server', packet);
  }

  #takeAll(): void {
    for (const packet of this.#waiting.splice(0)) this.#take(packet);
  }

  #take({ event = '', body, ask }: Packet): void {
    if (!this.connected) return;
    const acknowledge = (answer: unknown) => {
      if (ask !== undefined) this.sendPacket({ ask, body: JSON.parse(JSON.stringify(answer)) });
    };
    this.#hear(event, body, acknowledge);
  }
}
