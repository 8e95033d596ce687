import { displayLimits, type WallStatus } from '@emulation/shared';

interface NodeReport {
  status: WallStatus;
  /** ms, of a clock that never goes back. */
  heardAt: number;
}

/** What is known of the walls of one board, by wall and by the node that said it. */
type Walls = Map<string, Map<string, NodeReport>>;

/** The newest of what nodes say of one wall: it is online when it is so on any of them. */
function merge(reports: Iterable<NodeReport>): WallStatus | undefined {
  let best: WallStatus | undefined;
  for (const { status } of reports) {
    const isBetter =
      best === undefined ||
      (status.online === best.online ? status.since > best.since : status.online);
    if (isBetter) best = status;
  }
  return best;
}

/**
 * Which walls are there, on all nodes. Walls that left are remembered, the newest of them; those
 * that are there and those that a steward has named always have their place.
 */
export class WallBook {
  readonly #boards = new Map<string, Walls>();

  get(board: string, id: string): WallStatus | undefined {
    return merge(this.#boards.get(board)?.get(id)?.values() ?? []);
  }

  /** What one node says of a wall. */
  own(board: string, node: string, id: string): WallStatus | undefined {
    return this.#boards.get(board)?.get(id)?.get(node)?.status;
  }

  /** Nodes on which a wall is online. */
  nodesOf(board: string, id: string): string[] {
    const reports = this.#boards.get(board)?.get(id) ?? new Map<string, NodeReport>();
    return [...reports].filter(([, { status }]) => status.online).map(([node]) => node);
  }

  all(board: string): WallStatus[] {
    const walls = this.#boards.get(board) ?? new Map<string, Map<string, NodeReport>>();
    return [...walls.values()].flatMap((reports) => merge(reports.values()) ?? []);
  }

  countOnline(board: string): number {
    return this.all(board).filter(({ online }) => online).length;
  }

  note(board: string, node: string, status: WallStatus, heardAt: number): void {
    const walls = this.#boards.get(board) ?? new Map<string, Map<string, NodeReport>>();
    this.#boards.set(board, walls);
    const reports = walls.get(status.id) ?? new Map<string, NodeReport>();
    walls.set(status.id, reports.set(node, { status, heardAt }));
    if (walls.size > displayLimits.displays * 2) this.#dropOldest(walls);
  }

  forget(board: string): void {
    this.#boards.delete(board);
  }

  /** Walls of nodes that fell silent are not there any more. Answers with the boards that changed. */
  sweep(ownNode: string, heardBefore: number, now: string): Set<string> {
    const changed = new Set<string>();
    for (const [board, walls] of this.#boards)
      for (const reports of walls.values())
        for (const [node, report] of reports) {
          if (node === ownNode || !report.status.online || report.heardAt >= heardBefore) continue;
          report.status = { ...report.status, online: false, since: now };
          changed.add(board);
        }
    return changed;
  }

  #dropOldest(walls: Walls): void {
    const left = [...walls].flatMap(([id, reports]) => {
      const status = merge(reports.values());
      return status && !status.online ? [[id, status.since] as const] : [];
    });
    left.sort(([, a], [, b]) => (a < b ? -1 : 1));
    for (const [id] of left.slice(0, walls.size - displayLimits.displays * 2)) walls.delete(id);
  }
}
