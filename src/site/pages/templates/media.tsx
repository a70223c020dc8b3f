import type { VNode } from 'preact';
import type { MediaFile, PictureSize } from '../content';
import { fileSize } from './format';
import { safeAddress } from './safe-address';

const sizesOf = ({ formats, url, width, height }: MediaFile): PictureSize[] =>
  [...Object.values(formats ?? {}), ...(width && height ? [{ url, width, height }] : [])].sort(
    (one, other) => one.width - other.width
  );

/** The smallest of a picture's sizes that is at least so wide. */
const fitting = (file: MediaFile, least: number): Partial<PictureSize> & { url: string } =>
  sizesOf(file).find(({ width }) => width >= least) ?? {
    url: file.url,
    width: file.width ?? undefined,
    height: file.height ?? undefined,
  };

interface PictureProps {
  file?: MediaFile | null;
  /** At least so many pixels wide. */
  least?: number;
  /** Instead of the file's own words: empty where the picture stands beside its title. */
  alt?: string;
  isFirst?: boolean;
  shape?: string;
}

/** A picture of the media library, no larger than it is shown. */
export const Picture = ({
  file,
  least = 480,
  alt,
  isFirst = false,
  shape,
}: PictureProps): VNode | null => {
  if (!file) return null;
  const { url, width, height } = fitting(file, least);
  return (
    <img
      src={safeAddress(url)}
      width={width}
      height={height}
      alt={alt ?? file.alternativeText ?? ''}
      class={shape}
      loading={isFirst ? 'eager' : 'lazy'}
      fetchpriority={isFirst ? 'high' : undefined}
      decoding={isFirst ? undefined : 'async'}
    />
  );
};

/** Several pictures side by side, each with its words. */
export const Gallery = ({ files }: { files?: MediaFile[] | null }): VNode | null =>
  files?.length ? (
    <ul class="gallery" aria-label="图片">
      {files.map((file) => (
        <li key={file.url}>
          <figure>
            <a href={safeAddress(file.url)}>
              <Picture file={file} alt={file.alternativeText || file.name} />
            </a>
            {file.caption ? <figcaption>{file.caption}</figcaption> : null}
          </figure>
        </li>
      ))}
    </ul>
  ) : null;

interface Filmed {
  video?: MediaFile | null;
  videoUrl?: string | null;
  cover?: MediaFile | null;
}

export const hasVideo = ({ video, videoUrl }: Filmed): boolean => Boolean(video ?? videoUrl);

/** A film of the media library, or a link to one that is elsewhere. */
export const Video = ({ video, videoUrl, cover }: Filmed): VNode | null => {
  if (video) {
    return (
      <video
        class="video"
        src={safeAddress(video.url)}
        poster={safeAddress(cover?.url)}
        controls
        preload="metadata"
        aria-label={video.alternativeText || '视频'}
      />
    );
  }
  if (!videoUrl) return null;
  return (
    <p>
      <a class="button" href={safeAddress(videoUrl)} rel="noopener">
        观看视频（外部网站）
      </a>
    </p>
  );
};

const kindOf = ({ ext }: MediaFile): string => (ext ?? '').replace('.', '').toUpperCase() || '文件';

/** A file to download: its name, its kind and its size. */
export const Download = ({ file, name }: { file: MediaFile; name?: string }): VNode => (
  <a href={safeAddress(file.url)} download={file.name} class="download">
    {name ?? file.name}{' '}
    <span class="quiet">
      （{kindOf(file)}，{fileSize(file.size)}）
    </span>
  </a>
);

export const Downloads = ({ files }: { files?: MediaFile[] | null }): VNode | null =>
  files?.length ? (
    <section class="part">
      <h2>附件</h2>
      <ul class="downloads">
        {files.map((file) => (
          <li key={file.url}>
            <Download file={file} />
          </li>
        ))}
      </ul>
    </section>
  ) : null;
