import { useEffect, useState } from 'react';

/** What stands above and below the race, and a row, in rem. */
const around = 29;
const perRow = 3.5;
const bounds = { least: 5, most: 12 };

function count(): number {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
  const fit = Math.floor((window.innerHeight / rem - around) / perRow);
  return Math.max(bounds.least, Math.min(bounds.most, fit));
}

/** How many rows of a race can be seen at once beside its date and its player. */
export function useRowCount(): number {
  const [rows, setRows] = useState(count);
  useEffect(() => {
    const read = () => setRows(count());
    window.addEventListener('resize', read);
    return () => window.removeEventListener('resize', read);
  }, []);
  return rows;
}
