export function BoardsPage() {
  return <main />;
}
