export function WallPage({ board }: { board: string }) {
  return <main>{board}</main>;
}
