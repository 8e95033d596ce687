import type { Applied } from '../board/outcome.ts';
import type { Adoption, Experience } from '../experiences/experience.ts';
import type { FactOf } from '../ledger/entry.ts';
import { dateOfDay, dayNumber } from '../calendar/date.ts';
import { SmallBoard } from './small-board.ts';

/** `2026-04-01` and the days after and before it. */
export const dayAfter = (days: number) => dateOfDay(dayNumber('2026-04-01') + days);

/** A small board on which Ada writes and the others learn; Ada stands at 20, who learns lower. */
export class LearningBoard extends SmallBoard {
  write(id: string, more: Partial<FactOf<'experience.written'>> = {}): Applied {
    return this.add({
      type: 'experience.written',
      id,
      unit: 'ada',
      sector: 'north',
      metric: 'output',
      title: 'Shorter set-up',
      change: 'Tools are laid out before the shift.',
      ...more,
    });
  }

  move(
    experience: string,
    unit: string,
    to: FactOf<'experience.moved'>['to'],
    at = '2026-04-01',
  ): Applied {
    const reason = to === 'not-applicable' ? { reason: 'another machine' } : {};
    return this.add({ type: 'experience.moved', experience, unit, to, at, ...reason });
  }

  /** From the offer to adoption at `at`. */
  adopt(experience: string, unit: string, at = '2026-04-01'): Applied {
    this.move(experience, unit, 'studying', at);
    this.move(experience, unit, 'trial', at);
    return this.move(experience, unit, 'adopted', at);
  }

  /** One result for each `[days from 2026-04-01, value]`. */
  postAt(unit: string, marks: readonly (readonly [number, number])[]): Applied[] {
    return marks.map(([days, value]) => this.post(unit, `${value}`, dayAfter(days)));
  }

  experience(id: string): Experience {
    const found = this.state.books.experiences.byId.get(id);
    if (!found) throw new Error(`no experience ${id}`);
    return found;
  }

  adoption(id: string, unit: string): Adoption {
    const found = this.experience(id).adoptions.get(unit);
    if (!found) throw new Error(`${id} was not offered to ${unit}`);
    return found;
  }
}
