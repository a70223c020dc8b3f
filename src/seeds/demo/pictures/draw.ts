import sharp from 'sharp';
import type { Random } from '../random';
import type { Drawing } from './drawing';
import { PALETTES, type Palette } from './palette';
import { HEIGHT, SCENES, WIDTH, type Scene } from './scenes';

const render = async (svg: string): Promise<Buffer> =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">${svg}</svg>`
    )
  )
    .png({ palette: true, effort: 1 })
    .toBuffer();

const draw = async (random: Random, scene: Scene, palette: Palette): Promise<Drawing> => ({
  name: `${scene.name}-${PALETTES.indexOf(palette) + 1}.png`,
  description: scene.description,
  mimetype: 'image/png',
  content: await render(scene.draw(random, palette)),
});

/** Every scene in so many colourings. */
export const drawPictures = async (
  random: Random,
  colourings: number,
  scenes: readonly Scene[] = SCENES
): Promise<Drawing[]> => {
  const pictures: Drawing[] = [];
  for (const scene of scenes) {
    const own = random.fork(scene.name);
    for (const palette of own.sample(PALETTES, colourings)) {
      pictures.push(await draw(own.fork(palette.skyTop), scene, palette));
    }
  }
  return pictures;
};
