export function UnitPage({ board, unit }: { board: string; unit: string }) {
  return (
    <main>
      {board} {unit}
    </main>
  );
}
