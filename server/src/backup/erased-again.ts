import type { Fact } from '@emulation/shared';
import type { Clock } from '../board/clock.ts';
import type { Boards, Host } from '../http/deps.ts';
import type { Beside } from './beside.ts';

/** An older board holds roles of people who were erased since: they go again. */
export async function eraseAgain(
  { boards, beside, clock }: { boards: Pick<Boards, 'get'>; beside: Beside; clock: Clock },
  names: readonly string[],
): Promise<void> {
  const restored = names.flatMap((name) => boards.get(name) ?? []);
  const peopleOf = ({ state }: Host) => [...state.books.members.people.keys()];
  // Where nobody is on the boards nobody is looked up.
  if (restored.every((host) => peopleOf(host).length === 0)) return;
  const erased = await beside.people.erased();
  const at = new Date(clock.now()).toISOString();
  for (const host of restored)
    for (const person of peopleOf(host).filter((id) => erased.has(id))) {
      const fact: Fact = { type: 'member.removed', person, erased: true };
      await host.commit([{ fact, actor: 'system:restore', at }], 'refuse');
    }
}
