import type { DriveRow } from '@emulation/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StandingsKind } from '../api/drives.ts';
import { TravellingList } from '../motion/travelling-list.tsx';
import button from '../ui/button.module.css';
import { Choice } from '../ui/choice.tsx';
import type { DriveParts } from './drive-parts.ts';
import styles from './drives.module.css';
import { PledgeDialog } from './pledge-dialog.tsx';
import { ProgressStandings } from './progress-standings.tsx';
import { StandingsRow } from './standings-row.tsx';

interface Props extends DriveParts {
  units: readonly DriveRow[];
}

/** Shown at once; the rest on request. */
const firstRows = 25;

function LevelStandings(props: Props & { onPledge: ((unit: string) => void) | undefined }) {
  const { t } = useTranslation('drives');
  const { units } = props;
  const [open, setOpen] = useState('');
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? units : units.slice(0, firstRows);
  const top = Math.max(1, ...units.map((row) => Number(row.score)));
  if (units.length === 0) return <p className={styles.quiet}>{t('standings.none')}</p>;
  return (
    <>
      <TravellingList items={shown} keyOf={({ unit }) => unit} className={styles.standings}>
        {(row) => (
          <StandingsRow
            key={row.unit}
            {...props}
            row={row}
            top={top}
            isOpen={open === row.unit}
            onToggle={() => setOpen(open === row.unit ? '' : row.unit)}
          />
        )}
      </TravellingList>
      {shown.length < units.length && (
        <button type="button" className={button.button} onClick={() => setShowsAll(true)}>
          {t('standings.all', { count: units.length })}
        </button>
      )}
    </>
  );
}

/** The ranking by level, by improvement and by the gap closed: every unit can win something. */
export function Standings(props: Props) {
  const { t } = useTranslation('drives');
  const { drive, isSteward } = props;
  const [by, setBy] = useState<StandingsKind>('level');
  const [pledges, setPledges] = useState<string>();
  const takesPledges = isSteward && drive.state === 'pledging';
  const kinds: StandingsKind[] = ['level', 'improvement', 'gap'];
  return (
    <section className={styles.section} aria-labelledby="standings">
      <header className={styles.sectionHead}>
        <h2 id="standings">{t('standings.label')}</h2>
        <Choice
          label={t('standings.by')}
          value={by}
          options={kinds.map((kind) => ({ value: kind, label: t(`by.${kind}`) }))}
          onChoose={setBy}
        />
        {takesPledges && (
          <button type="button" className={button.button} onClick={() => setPledges('')}>
            {t('pledge.add')}
          </button>
        )}
      </header>
      <p className={styles.quiet}>{t(`how.${by}`)}</p>
      {by === 'level' ? (
        <LevelStandings {...props} onPledge={takesPledges ? setPledges : undefined} />
      ) : (
        <ProgressStandings {...props} by={by} />
      )}
      {pledges !== undefined && (
        <PledgeDialog {...props} unit={pledges} onClose={() => setPledges(undefined)} />
      )}
    </section>
  );
}
