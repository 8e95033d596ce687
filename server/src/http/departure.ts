import { setTimeout as pause } from 'node:timers/promises';

/**
 * A node that is to leave behind a proxy says so first (`GET /readyz`) and serves on for the time the proxy
 * needs to notice; only then does it stop accepting. Meanwhile it closes each connection with its answer: the
 * next request on a kept one might meet a closed door.
 */
export class Departure {
  isAnnounced = false;

  async announce(ms: number): Promise<void> {
    if (ms === 0) return;
    this.isAnnounced = true;
    await pause(ms);
  }
}
