export function PostPage({ board }: { board: string }) {
  return <main>{board}</main>;
}
