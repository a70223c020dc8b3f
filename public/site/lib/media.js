import { h } from './dom.js';
import { size } from './format.js';

/** The smallest of a picture's sizes that is at least so wide. */
const sizeOf = ({ formats, url, width, height }, least) => {
  const fitting = Object.values(formats ?? {})
    .filter((format) => format.width >= least)
    .sort((one, other) => one.width - other.width);
  return fitting[0] ?? { url, width, height };
};

/** A picture of the media library, no larger than it is shown. */
export const picture = (file, least = 480, attributes = {}) => {
  if (!file) return null;
  const { url, width, height } = sizeOf(file, least);
  return h('img', {
    src: url,
    width,
    height,
    alt: file.alternativeText ?? '',
    loading: 'lazy',
    decoding: 'async',
    ...attributes,
  });
};

/** Several pictures side by side, each with its words. */
export const gallery = (files) =>
  files?.length
    ? h(
        'ul',
        { class: 'gallery', 'aria-label': '图片' },
        files.map((file) => h('li', {}, h('a', { href: file.url }, picture(file, 480))))
      )
    : null;

/** A film of the media library, or a link to one that is elsewhere. */
export const video = ({ video: file, videoUrl, cover }) => {
  if (file) {
    return h('video', {
      class: 'video',
      src: file.url,
      poster: cover?.url,
      controls: true,
      preload: 'metadata',
      'aria-label': file.alternativeText || '视频',
    });
  }
  if (!videoUrl) return null;
  return h(
    'p',
    {},
    h('a', { class: 'button', href: videoUrl, rel: 'noopener' }, '观看视频（外部网站）')
  );
};

const kindOf = ({ ext }) => (ext ?? '').replace('.', '').toUpperCase() || '文件';

/** A file to download: its name, its kind and its size. */
export const download = (file, name = file.name) =>
  h(
    'a',
    { href: file.url, download: file.name, class: 'download' },
    name,
    ' ',
    h('span', { class: 'quiet' }, `${kindOf(file)}，${size(file.size)}`)
  );

export const downloads = (files, heading = '附件') =>
  files?.length
    ? h(
        'section',
        { class: 'part' },
        h('h2', {}, heading),
        h(
          'ul',
          { class: 'downloads' },
          files.map((file) => h('li', {}, download(file)))
        )
      )
    : null;
