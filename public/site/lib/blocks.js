import { h } from './dom.js';

const MARKS = [
  ['bold', 'strong'],
  ['italic', 'em'],
  ['underline', 'u'],
  ['strikethrough', 's'],
  ['code', 'code'],
];

const textNode = (node) =>
  MARKS.filter(([mark]) => node[mark]).reduce(
    (inner, [, tag]) => h(tag, {}, inner),
    document.createTextNode(node.text ?? '')
  );

const children = (node) => (node.children ?? []).map(render);

const RENDERERS = {
  text: textNode,
  paragraph: (node) => h('p', {}, children(node)),
  // The page has its one h1 already.
  heading: (node) => h(`h${Math.min(6, Math.max(2, node.level ?? 2))}`, {}, children(node)),
  quote: (node) => h('blockquote', {}, children(node)),
  code: (node) => h('pre', {}, h('code', {}, children(node))),
  list: (node) => h(node.format === 'ordered' ? 'ol' : 'ul', {}, children(node)),
  'list-item': (node) => h('li', {}, children(node)),
  link: (node) => h('a', { href: node.url, rel: 'noopener' }, children(node)),
  image: ({ image }) =>
    h('img', { src: image?.url, alt: image?.alternativeText ?? '', loading: 'lazy' }),
};

const render = (node) => RENDERERS[node.type]?.(node) ?? null;

/** Strapi's rich text as elements; what is not known is left out. */
export const blocks = (content) => h('div', { class: 'prose' }, (content ?? []).map(render));
