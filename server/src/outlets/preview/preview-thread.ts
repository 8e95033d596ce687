import satori from 'satori';
import sharp from 'sharp';
import { Typeface } from '../../certificate/typeface.ts';
import { servePress } from '../press/press-thread.ts';
import { drawPreview } from './drawing.ts';
import { logoRoom, previewSize, type PreviewJob, type PreviewLogo } from './preview.ts';

/** Each face under its own name: satori takes a letter from the first that has it, signs from the last. */
const fonts = new Typeface().files().map(({ name, data }) => ({
  name: name.replace(/-(?:bold|regular)$/, ''),
  data,
  weight: name.endsWith('-bold') ? (700 as const) : (500 as const),
  style: 'normal' as const,
}));
const isSigns = (name: string) => name.startsWith('signs');
const names = [...new Set(fonts.map(({ name }) => name))];
const families = [...names.filter((name) => !isSigns(name)), ...names.filter(isSigns)].join(', ');

/** In the size in which it is shown, and never larger than it came. */
async function prepareLogo(bytes: Uint8Array): Promise<PreviewLogo> {
  const { data, info } = await sharp(bytes)
    .resize({ ...logoRoom, fit: 'inside', withoutEnlargement: true })
    .png()
    .toBuffer({ resolveWithObject: true });
  const source = `data:image/png;base64,${data.toString('base64')}`;
  return { source, width: info.width, height: info.height };
}

servePress<PreviewJob, never>(async ({ content, logo }) => {
  const drawnLogo = logo && (await prepareLogo(logo));
  // Its type is that of React elements; the plain form of one is documented as well.
  const element = drawPreview(content, families, drawnLogo) as unknown as Parameters<
    typeof satori
  >[0];
  const svg = await satori(element, { ...previewSize, fonts });
  // A logo brings colours of its own.
  const colours = logo ? 256 : 128;
  return sharp(Buffer.from(svg)).png({ palette: true, colours }).toBuffer();
});
