import sharp from 'sharp';
import type { Random } from '../random';
import { PALETTES, type Palette } from './palette';
import { HEIGHT, SCENES, WIDTH, type Scene } from './scenes';

export interface Picture {
  /** File name without its ending. */
  name: string;
  description: string;
  png: Buffer;
}

const render = async (svg: string): Promise<Buffer> =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">${svg}</svg>`
    )
  )
    .png({ palette: true, effort: 1 })
    .toBuffer();

const draw = async (random: Random, scene: Scene, palette: Palette): Promise<Picture> => ({
  name: `${scene.name}-${PALETTES.indexOf(palette) + 1}`,
  description: scene.description,
  png: await render(scene.draw(random, palette)),
});

/** Every scene in `perScene` colourings. */
export const drawPictures = async (random: Random, perScene: number): Promise<Picture[]> => {
  const pictures: Picture[] = [];
  for (const scene of SCENES) {
    const own = random.fork(scene.name);
    for (const palette of own.sample(PALETTES, perScene)) {
      pictures.push(await draw(own.fork(palette.skyTop), scene, palette));
    }
  }
  return pictures;
};
