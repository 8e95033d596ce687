import { maxLinks } from '@emulation/shared';
import { useTranslation } from 'react-i18next';
import form from '../ui/form.module.css';
import { AddButton } from '../ui/add-button.tsx';
import { useItemFocus } from '../ui/item-focus.ts';
import type { Draft } from './draft.ts';
import styles from './form.module.css';

interface Props {
  links: Draft['links'];
  onChange: (links: Draft['links']) => void;
}

export function LinkFields({ links, onChange }: Props) {
  const { t } = useTranslation('experience');
  const focus = useItemFocus<HTMLFieldSetElement>();
  const change = (at: number, fields: Partial<Draft['links'][number]>) =>
    onChange(links.map((link, index) => (index === at ? { ...link, ...fields } : link)));
  return (
    <fieldset className={styles.group} ref={focus.area}>
      <legend>{t('links')}</legend>
      {links.map((link, at) => (
        // Links have no identity but their place.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={at} className={styles.link} data-item>
          <label className={form.field}>
            <span>{t('form.link')}</span>
            <input
              type="url"
              inputMode="url"
              placeholder="https://"
              pattern="https?://.+"
              maxLength={2000}
              value={link.url}
              onChange={(event) => change(at, { url: event.target.value })}
            />
          </label>
          <label className={form.field}>
            <span>{t('form.linkTitle')}</span>
            <input
              maxLength={200}
              value={link.title}
              onChange={(event) => change(at, { title: event.target.value })}
            />
          </label>
          <button
            type="button"
            className={styles.quiet}
            data-remove
            onClick={() => {
              focus.removed(at);
              onChange(links.filter((_, index) => index !== at));
            }}
          >
            {t('form.removeLink')}
          </button>
        </div>
      ))}
      {links.length < maxLinks && (
        <AddButton focus={focus} onAdd={() => onChange([...links, { url: '', title: '' }])}>
          {t('form.addLink')}
        </AddButton>
      )}
    </fieldset>
  );
}
