import JSZip from 'jszip';

/**
 * Packs an office file's parts anew, so that the same parts give the same bytes on every machine:
 * in their order, all of the given moment, compressed by code that is the same everywhere (Node's own
 * zlib is not).
 *
 * @param replaced parts whose content is not what stands in the file, by their path
 */
export const repack = async (
  file: Uint8Array,
  moment: Date,
  replaced: Readonly<Record<string, string>> = {}
): Promise<Uint8Array> => {
  const found = await JSZip.loadAsync(file);
  const packed = new JSZip();
  for (const [path, entry] of Object.entries(found.files)) {
    if (entry.dir) continue;
    const content = replaced[path] ?? (await entry.async('uint8array'));
    packed.file(path, content, { date: moment, createFolders: false });
  }
  return packed.generateAsync({
    type: 'uint8array',
    compression: 'DEFLATE',
    compressionOptions: { level: 6 },
    platform: 'DOS',
  });
};
