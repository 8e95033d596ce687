import type { Fact } from '@emulation/shared';
import type { Clock } from '../board/clock.ts';
import type { Boards } from '../http/deps.ts';
import type { Beside } from './beside.ts';

/** An older board holds roles of people who were erased since: they go again. */
export async function eraseAgain(
  { boards, beside, clock }: { boards: Pick<Boards, 'get'>; beside: Beside; clock: Clock },
  names: readonly string[],
): Promise<void> {
  const erased = await beside.people.erased();
  for (const name of names) {
    const host = boards.get(name);
    const at = new Date(clock.now()).toISOString();
    const gone = [...(host?.state.books.members.people.keys() ?? [])].filter((id) =>
      erased.has(id),
    );
    for (const person of gone) {
      const fact: Fact = { type: 'member.removed', person, erased: true };
      await host?.commit([{ fact, actor: 'system:restore', at }], 'refuse');
    }
  }
}
