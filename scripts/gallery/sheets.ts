/** Sheets of many pictures, to see at a glance what does not belong. */
import { join } from 'node:path';
import sharp from 'sharp';
import { nameOf, type Shot } from './shots.ts';

interface Grid {
  columns: number;
  width: number;
  height: number;
}

/** A wall is seen whole, of a page as much as its shape leaves room for. */
function gridOf({ kind, width, height }: Shot): Grid {
  if (kind === 'page')
    return width < 600
      ? { columns: 8, width: 260, height: 1_100 }
      : { columns: 4, width: 520, height: 640 };
  return width < height
    ? { columns: 6, width: 340, height: 605 }
    : { columns: 3, width: 680, height: 383 };
}

const gap = 12;
const captionHeight = 22;

const caption = (text: string, width: number) =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${captionHeight}"><text y="16" font-family="sans-serif" font-size="14">${text}</text></svg>`,
  );

async function writeSheet(target: string, title: string, shots: readonly Shot[]): Promise<void> {
  const [first] = shots;
  if (!first) return;
  const { columns, width, height } = gridOf(first);
  const parts = shots.map(async (shot, at) => {
    const left = gap + (at % columns) * (width + gap);
    const top = gap + Math.floor(at / columns) * (height + captionHeight + gap);
    const picture = await sharp(join(target, `${nameOf(shot)}.jpg`))
      .resize({ width })
      .toBuffer({ resolveWithObject: true });
    const cut = Math.min(picture.info.height, height);
    const input = await sharp(picture.data)
      .extract({ left: 0, top: 0, width, height: cut })
      .toBuffer();
    const words = `${shot.what} ${shot.language} ${shot.theme}`;
    return [
      { input: caption(words, width), left, top },
      { input, left, top: top + captionHeight },
    ];
  });
  const rows = Math.ceil(shots.length / columns);
  await sharp({
    create: {
      width: gap + Math.min(columns, shots.length) * (width + gap),
      height: gap + rows * (height + captionHeight + gap),
      channels: 3,
      background: '#aaa',
    },
  })
    .composite((await Promise.all(parts)).flat())
    .png()
    .toFile(join(target, `sheet ${title}.png`));
}

/** One for each kind, board and size. */
export async function writeSheets(target: string, shots: readonly Shot[]): Promise<void> {
  const sheets = Map.groupBy(shots, ({ kind, board, width, height }) =>
    [kind, board, `${width}x${height}`].join(' '),
  );
  for (const [title, members] of sheets) await writeSheet(target, title, members);
}
