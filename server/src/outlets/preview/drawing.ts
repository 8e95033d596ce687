import { previewSize, type PreviewContent, type PreviewLogo, type PreviewRow } from './preview.ts';

/** An element as satori takes it; its own type is that of React, which is not here. */
export interface Node {
  type: string;
  props: {
    style: Record<string, string | number>;
    children?: (Node | string)[] | string;
    src?: string;
    width?: number;
    height?: number;
  };
}

/** The tokens of the dark theme. */
const colours = {
  ground: '#0c0e13',
  line: '#2a303c',
  ink: '#f6f3ea',
  quiet: '#aab1bf',
  signal: '#ff4b3a',
  gold: '#ffc53d',
} as const;

type Style = Record<string, string | number>;

const box = (style: Style, ...children: (Node | string)[]): Node => ({
  type: 'div',
  props: { style: { display: 'flex', ...style }, children },
});

const text = (content: string, style: Style): Node => ({
  type: 'div',
  props: { style: { display: 'block', ...style }, children: content },
});

/** On one line, cut with an ellipsis: whoever reads the image can open the page. */
const oneLine: Style = { whiteSpace: 'nowrap', overflow: 'hidden', textOverflow: 'ellipsis' };

/** Wide letters (Korean) count as two. */
function widthOf(content: string): number {
  const wide = content.match(/[\u1100-\uFFFF]/g)?.length ?? 0;
  return content.length + 0.9 * wide;
}

/** The largest of the sizes at which so many letters fit, as the display type runs. */
function sizeFor(content: string, width: number, from: number, to: number): number {
  return Math.max(to, Math.min(from, Math.floor(width / (0.46 * Math.max(1, widthOf(content))))));
}

function ground({ colours: own }: PreviewContent): Node[] {
  const band = (left: number, width: number, colour: string) =>
    box({
      position: 'absolute',
      top: -40,
      left,
      width,
      height: 720,
      backgroundColor: colour,
      transform: 'skewX(-14deg)',
    });
  return [band(-110, 150, own?.band ?? colours.signal), band(58, 16, own?.stripe ?? colours.ink)];
}

function rowOf({ place, name, value }: PreviewRow): Node {
  const isFirst = place === 1;
  return box(
    {
      alignItems: 'center',
      gap: 28,
      height: 62,
      borderTop: `2px solid ${colours.line}`,
      fontSize: 40,
      fontWeight: isFirst ? 700 : 500,
    },
    text(String(place), {
      width: 60,
      textAlign: 'right',
      color: isFirst ? colours.gold : colours.quiet,
    }),
    text(name, { ...oneLine, flex: 1 }),
    text(value, { fontWeight: 700, color: isFirst ? colours.gold : colours.ink }),
  );
}

function body({ rows, figure, none }: PreviewContent): Node {
  if (figure) {
    const size = sizeFor(`${figure.value} ${figure.unitOfMeasure}`, 960, 220, 90);
    return box(
      { alignItems: 'baseline', gap: 28, color: colours.gold, fontWeight: 700 },
      text(figure.value, { fontSize: size, lineHeight: 1 }),
      text(figure.unitOfMeasure, { fontSize: Math.round(size * 0.36), color: colours.ink }),
    );
  }
  if (rows.length === 0 && none !== undefined)
    return text(none, { fontSize: 40, color: colours.quiet });
  return box({ flexDirection: 'column' }, ...rows.map(rowOf));
}

/** Whose it is, at the foot: the board's name, and at the end its logo. */
function foot(board: string, logo: PreviewLogo | undefined): Node {
  const style: Style = { ...oneLine, fontSize: 26, color: colours.quiet };
  if (!logo) return text(board, style);
  const { source, width, height } = logo;
  const picture: Node = { type: 'img', props: { src: source, width, height, style: {} } };
  return box(
    { alignItems: 'flex-end', gap: 28, width: 980 },
    text(board, { ...style, flex: 1 }),
    picture,
  );
}

/** One picture: the diagonal of the board, what it is, and its rows or its number. */
export function drawPreview(content: PreviewContent, families: string, logo?: PreviewLogo): Node {
  const { board, kicker, title, line } = content;
  return box(
    {
      width: previewSize.width,
      height: previewSize.height,
      backgroundColor: colours.ground,
      color: colours.ink,
      fontFamily: families,
      fontWeight: 500,
      position: 'relative',
    },
    ...ground(content),
    box(
      {
        flexDirection: 'column',
        width: 980,
        height: 562,
        margin: '38px 0 0 164px',
        justifyContent: 'space-between',
      },
      box(
        { flexDirection: 'column', width: 980 },
        text(kicker.toUpperCase(), {
          ...oneLine,
          fontSize: 30,
          fontWeight: 700,
          color: content.colours?.words ?? colours.signal,
        }),
        text(title, {
          ...oneLine,
          fontSize: sizeFor(title, 960, 92, 46),
          fontWeight: 700,
          lineHeight: 1.15,
        }),
        text(line, { ...oneLine, fontSize: 30, color: colours.quiet }),
      ),
      body(content),
      foot(board, logo),
    ),
  );
}
