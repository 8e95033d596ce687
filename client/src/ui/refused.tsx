import form from './form.module.css';

/** Why something was refused, in the server's words; nothing as long as it was not. */
export function Refused({ why }: { why: string | undefined }) {
  if (why === undefined) return null;
  return (
    <p className={form.wrong} role="alert">
      {why}
    </p>
  );
}
