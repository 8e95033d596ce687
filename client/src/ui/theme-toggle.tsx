import { useTranslation } from 'react-i18next';
import frame from './frame.module.css';
import { chooseTheme, useTheme } from './theme.ts';

export function ThemeToggle() {
  const { t } = useTranslation();
  const theme = useTheme();
  const other = theme === 'hall' ? 'office' : 'hall';
  return (
    <button
      type="button"
      className={frame.theme}
      onClick={() => chooseTheme(other)}
      aria-label={t(`theme.${other}`)}
      title={t(`theme.${other}`)}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <circle cx="12" cy="12" r="9" fill="none" stroke="currentColor" strokeWidth="2" />
        <path d="M12 3a9 9 0 0 1 0 18z" fill="currentColor" />
      </svg>
    </button>
  );
}
