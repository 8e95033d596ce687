import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sectorColour } from '../ui/sector-colour.ts';
import { Choice } from '../ui/choice.tsx';
import form from '../ui/form.module.css';
import { isFieldFixed } from './fixed-fields.ts';
import { takesPart, toggleSector, toggleUnit } from './members.ts';
import { Faults } from './text-field.tsx';
import { useWizard } from './wizard.ts';
import type { MembersForm } from './wizard-form.ts';
import membersCss from './members.module.css';

/** More units than this are easier found by their name. */
const manyUnits = 20;

interface Change {
  isFixed: boolean;
  change: (members: MembersForm) => void;
}

function Sector({ id, search, isFixed, change }: Change & { id: string; search: string }) {
  const { t } = useTranslation('wizard');
  const { form: drive, vocabulary } = useWizard();
  const { members } = drive;
  const units = [...vocabulary.units.values()].filter(({ sector }) => sector === id);
  const found = units.filter(({ name }) => name.toLowerCase().includes(search.toLowerCase()));
  if (found.length === 0) return null;
  const count = units.filter((unit) => takesPart(members, unit)).length;
  const name = vocabulary.sectors.get(id)?.name ?? id;
  return (
    <fieldset
      className={membersCss.sector}
      disabled={isFixed}
      style={{ borderColor: sectorColour(vocabulary.sectors, id) }}
    >
      <legend>
        {members.everyone ? (
          <span>{name}</span>
        ) : (
          <label className={membersCss.tick}>
            <input
              type="checkbox"
              checked={members.sectors.includes(id)}
              onChange={() => change(toggleSector(members, id, units))}
            />
            <span>{t('members.whole', { sector: name })}</span>
          </label>
        )}
        <small>{t('members.of', { count, all: units.length })}</small>
      </legend>
      <div className={membersCss.ticks}>
        {found.map((unit) => (
          <label key={unit.id} className={membersCss.tick}>
            <input
              type="checkbox"
              checked={takesPart(members, unit)}
              onChange={() => change(toggleUnit(members, unit))}
            />
            <span>{unit.name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Who takes part: everyone, whole sectors, single units, and who does not. */
export function MembersStep() {
  const { t } = useTranslation('wizard');
  const { form: drive, edit, vocabulary, saved } = useWizard();
  const [search, setSearch] = useState('');
  const { members } = drive;
  const units = [...vocabulary.units.values()];
  const count = units.filter((unit) => takesPart(members, unit)).length;
  const isFixed = isFieldFixed(saved, 'eligible');
  const change = (next: MembersForm) => edit('eligible', { members: next });
  return (
    <>
      <Choice
        label={t('members.label')}
        value={members.everyone ? 'everyone' : 'named'}
        options={(['everyone', 'named'] as const).map((value) => ({
          value,
          label: t(`members.${value}`),
        }))}
        onChoose={(value) =>
          !isFixed && change({ ...members, everyone: value === 'everyone', except: [] })
        }
      />
      <p className={membersCss.count} role="status">
        {t('members.count', { count, all: units.length })}
      </p>
      <p className={form.hint}>
        {t(members.everyone ? 'members.everyoneHint' : 'members.namedHint')}
      </p>
      <Faults path="eligible" id="eligible-fault" />
      {units.length > manyUnits && (
        <label className={form.field}>
          <span>{t('members.search')}</span>
          <input type="search" value={search} onChange={(event) => setSearch(event.target.value)} />
        </label>
      )}
      {[...vocabulary.sectors.keys()].map((id) => (
        <Sector key={id} id={id} search={search} isFixed={isFixed} change={change} />
      ))}
    </>
  );
}
