import { createRandom } from '../random';
import { drawPictures } from './draw';
import { film } from './film';

/** Start code of a VP8 key frame, after the three bytes of its tag. */
const KEY_FRAME_START = '9d012a';

// Drawing takes its time on a busy machine.
jest.setTimeout(60_000);

describe('film', () => {
  it('is a WebM of key frames, as long as its blocks say', async () => {
    const [drawing] = await drawPictures(createRandom(1), 1);
    if (!drawing) throw new Error('Nothing was drawn.');
    const { name, mimetype, content } = await film(drawing);
    expect([name.endsWith('.webm'), mimetype]).toEqual([true, 'video/webm']);
    const hexadecimal = content.toString('hex');
    expect(hexadecimal.startsWith('1a45dfa3')).toBe(true);
    expect(content.includes('webm') && content.includes('V_VP8')).toBe(true);
    expect(hexadecimal.split(KEY_FRAME_START)).toHaveLength(32 + 1);
  });

  it('draws the same for the same seed', async () => {
    const draw = () => drawPictures(createRandom(5), 1);
    expect(await draw()).toEqual(await draw());
  });
});
