export function WatchPage({ board }: { board: string }) {
  return <main>{board}</main>;
}
