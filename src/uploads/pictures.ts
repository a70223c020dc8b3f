import { rename, rm, stat } from 'node:fs/promises';
import sharp, { type Metadata } from 'sharp';

/** What is wrong with a picture, and how many millions of pixels it has. */
export type PictureFault = { fault: 'broken' } | { fault: 'pixels'; megapixels: number };

const MILLION = 1_000_000;
const QUALITY = 92;

/** Reads the header alone; null of what is no picture. */
const headerOf = async (filepath: string): Promise<Metadata | null> => {
  try {
    return await sharp(filepath, { limitInputPixels: false }).metadata();
  } catch {
    return null;
  }
};

/** What a camera writes beside the picture: where, when, with which machine, by whom. */
const tellsOfPeople = ({ exif, iptc, xmp, tifftagPhotoshop, orientation }: Metadata): boolean =>
  [exif, iptc, xmp, tifftagPhotoshop].some((part) => part !== undefined) || (orientation ?? 1) > 1;

/**
 * Writes the picture anew, upright and without what the camera wrote beside it.
 *
 * @returns its new size in bytes
 */
const rewrite = async (filepath: string, { format }: Metadata): Promise<number> => {
  const clean = `${filepath}.clean`;
  try {
    await sharp(filepath, { animated: true })
      .autoOrient()
      .toFormat(format, { quality: QUALITY })
      .toFile(clean);
    await rename(clean, filepath);
  } finally {
    await rm(clean, { force: true });
  }
  return (await stat(filepath)).size;
};

/** Decodes the picture to its last line: what was cut off on its way does not get through. */
const isWhole = async (filepath: string): Promise<boolean> => {
  try {
    await sharp(filepath, { animated: true, sequentialRead: true }).stats();
    return true;
  } catch {
    return false;
  }
};

/**
 * Makes a picture fit to be kept: not larger than `most` megapixels, all frames together, by its header and
 * before it is decoded; whole to its end; upright; without place, time and device.
 *
 * @returns its size in bytes, or what is wrong with it
 */
export const preparePicture = async (
  filepath: string,
  most: number
): Promise<{ size: number } | PictureFault> => {
  const header = await headerOf(filepath);
  if (!header) return { fault: 'broken' };
  const pixels = header.width * header.height * (header.pages ?? 1);
  if (pixels > most * MILLION) {
    return { fault: 'pixels', megapixels: Math.ceil(pixels / MILLION) };
  }
  if (!(await isWhole(filepath))) return { fault: 'broken' };
  if (!tellsOfPeople(header)) return { size: (await stat(filepath)).size };
  return { size: await rewrite(filepath, header) };
};
