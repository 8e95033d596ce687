import type { MembersForm } from './wizard-form.ts';

interface Unit {
  id: string;
  sector: string;
}

const without = (list: readonly string[], id: string) => list.filter((each) => each !== id);

function isCovered({ everyone, sectors }: MembersForm, { sector }: Unit): boolean {
  return everyone || sectors.includes(sector);
}

export function takesPart(members: MembersForm, unit: Unit): boolean {
  const { units, except } = members;
  return (isCovered(members, unit) || units.includes(unit.id)) && !except.includes(unit.id);
}

/** One unit in or out. What its sector already says is not said again. */
export function toggleUnit(members: MembersForm, unit: Unit): MembersForm {
  const { units, except } = members;
  const isIn = takesPart(members, unit);
  const covered = isCovered(members, unit);
  return {
    ...members,
    units: isIn || covered ? without(units, unit.id) : [...without(units, unit.id), unit.id],
    except: isIn && covered ? [...except, unit.id] : without(except, unit.id),
  };
}

/** A whole sector in or out, with all its units, also those that join it later. */
export function toggleSector(
  members: MembersForm,
  sector: string,
  unitsOfIt: readonly Unit[],
): MembersForm {
  const ids = new Set(unitsOfIt.map(({ id }) => id));
  const rest = (list: readonly string[]) => list.filter((id) => !ids.has(id));
  const sectors = members.sectors.includes(sector)
    ? without(members.sectors, sector)
    : [...members.sectors, sector];
  return {
    everyone: false,
    sectors,
    units: rest(members.units),
    except: rest(members.except),
  };
}
