import type { Evidence, Picture } from '@emulation/shared';
import { useTranslation } from 'react-i18next';
import form from '../ui/form.module.css';
import { EvidencePictures } from './evidence-pictures.tsx';

/** What is filled in: links as they are typed, and pictures that have been uploaded. */
export interface EvidenceDraft {
  links: string;
  pictures: readonly Picture[];
}

export const noEvidence: EvidenceDraft = { links: '', pictures: [] };

/** One link a line, with words before it if there are any: `Protocol https://…`. */
function readLinks(text: string): Evidence[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const at = line.search(/\S+$/);
      const title = line.slice(0, at).trim();
      return { url: line.slice(at), ...(title ? { title } : {}) };
    });
}

/** As it goes into a body: nothing where nothing is filled in. */
export function evidenceOf({ links, pictures }: EvidenceDraft): { evidence?: Evidence[] } {
  const evidence = [...readLinks(links), ...pictures.map(({ id }) => ({ picture: id }))];
  return evidence.length > 0 ? { evidence } : {};
}

interface Props {
  board: string;
  value: EvidenceDraft;
  onChange: (change: (old: EvidenceDraft) => EvidenceDraft) => void;
}

export function EvidenceField({ board, value, onChange }: Props) {
  const { t } = useTranslation('verification');
  return (
    <>
      <label className={form.field}>
        <span>{t('evidence.label')}</span>
        <textarea
          rows={2}
          value={value.links}
          onChange={({ target }) => onChange((old) => ({ ...old, links: target.value }))}
          placeholder={t('evidence.example')}
        />
        <span className={form.hint}>{t('evidence.hint')}</span>
      </label>
      <EvidencePictures
        board={board}
        pictures={value.pictures}
        onChange={(change) => onChange((old) => ({ ...old, pictures: change(old.pictures) }))}
      />
    </>
  );
}
