import sharp from 'sharp';
import type { Drawing } from './drawing';
import { HEIGHT, WIDTH } from './scenes';
import { toWebm, type Frame } from './webm';

const SIZE = { width: 480, height: 270 };
const FRAMES = 32;
const FRAMES_PER_SECOND = 8;
/** How much of the picture is seen at a time. */
const WINDOW = { width: 720, height: 405 };

/** The VP8 picture inside a WebP file. */
const frameOf = (webp: Buffer): Frame => {
  const chunk = webp.indexOf('VP8 ', 12, 'latin1');
  if (chunk < 0) throw new Error('The picture is not a plain WebP.');
  const size = webp.readUInt32LE(chunk + 4);
  return webp.subarray(chunk + 8, chunk + 8 + size);
};

/** The camera moves slowly across the picture. */
const shoot = async (picture: Buffer, index: number): Promise<Frame> => {
  const progress = index / (FRAMES - 1);
  const webp = await sharp(picture)
    .extract({
      left: Math.round((WIDTH - WINDOW.width) * progress),
      top: Math.round((HEIGHT - WINDOW.height) * (1 - progress)),
      ...WINDOW,
    })
    .resize(SIZE.width, SIZE.height)
    .flatten()
    .webp({ quality: 60, effort: 1 })
    .toBuffer();
  return frameOf(webp);
};

/** A film of four seconds made from a drawing. */
export const film = async ({ name, description, content }: Drawing): Promise<Drawing> => {
  const frames: Frame[] = [];
  for (let index = 0; index < FRAMES; index += 1) frames.push(await shoot(content, index));
  return {
    name: name.replace(/\.png$/, '.webm'),
    description,
    mimetype: 'video/webm',
    content: toWebm({ ...SIZE, framesPerSecond: FRAMES_PER_SECOND, frames }),
  };
};
