import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MetricInfo } from '../store/board-store.ts';
import button from '../ui/button.module.css';
import type { PulseParts } from './pulse-parts.ts';
import styles from './pulse.module.css';
import standardCss from './standards.module.css';
import { StandardCard } from './standard-card.tsx';
import { StandardDialog } from './standard-dialog.tsx';

/** The level of every metric that all units are asked to reach, and who reaches it. */
export function StandardsPanel(parts: PulseParts) {
  const { t } = useTranslation('pulse');
  const [sets, setSets] = useState<MetricInfo>();
  const { vocabulary, pulse, isSteward } = parts;
  const metrics = [...vocabulary.metrics.values()];
  const without = metrics.filter(({ id }) => !pulse.standards.has(id));
  return (
    <section className={styles.panel} aria-labelledby="standards">
      <h2 id="standards">{t('standards.label')}</h2>
      {pulse.standards.size === 0 && (
        <p className={styles.quiet}>{t(isSteward ? 'standards.noneSteward' : 'standards.none')}</p>
      )}
      <ul className={standardCss.standards}>
        {metrics.map((metric) => {
          const row = pulse.standards.get(metric.id);
          return row && <StandardCard key={metric.id} {...parts} row={row} metric={metric} />;
        })}
      </ul>
      {isSteward && without.length > 0 && (
        <div className={standardCss.without}>
          <p>{t('standards.without')}</p>
          {without.map((metric) => (
            <button
              key={metric.id}
              type="button"
              className={button.button}
              onClick={() => setSets(metric)}
            >
              {metric.name}
            </button>
          ))}
        </div>
      )}
      {sets && <StandardDialog {...parts} metric={sets} onClose={() => setSets(undefined)} />}
    </section>
  );
}
