import { useTranslation } from 'react-i18next';
import { FittedText } from '../fitted-text.tsx';
import { displayCode } from '../../ui/display-code.ts';
import './identify.css';

/** Who this wall is, large enough to be read from the steward's desk on the other side of the hall. */
export function IdentifyScreen({ id, name }: { id: string; name: string | null }) {
  const { t } = useTranslation('scenes');
  return (
    <section className="identify" role="status">
      <p className="identify-label">{t(name ? 'identify.named' : 'identify.unnamed')}</p>
      <p className="identify-name">
        <FittedText text={name ?? displayCode(id)} max={14} min={4} lines={2} weight={700} />
      </p>
      {name && <p className="identify-code">{displayCode(id)}</p>}
    </section>
  );
}
