import { useTranslation } from 'react-i18next';
import { beginProvider, waysIn } from '../api/people.ts';
import button from '../ui/button.module.css';
import { useAsked } from '../ui/use-asked.ts';
import { useSubmit } from '../ui/use-submit.ts';
import styles from './entry.module.css';
import { keepWayBack } from './way-back.ts';
import { Refused } from '../ui/refused.tsx';

/** The button that leads to the identity provider, where the server names one. */
export function ProviderWay() {
  const { t } = useTranslation('join');
  const [asked] = useAsked(waysIn);
  const { isBusy, refused, submit } = useSubmit(() => undefined);
  const provider = asked.kind === 'answered' ? asked.value.provider : undefined;
  if (!provider) return null;
  const leave = async () => {
    const { url } = await beginProvider();
    keepWayBack(location.search);
    location.assign(url);
  };
  return (
    <div className={styles.provider}>
      <button
        type="button"
        className={button.button}
        disabled={isBusy}
        onClick={() => submit(leave)}
      >
        {t('withProvider', { name: provider.name })}
      </button>
      <Refused why={refused} />
    </div>
  );
}
