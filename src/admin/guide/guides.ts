import MarkdownIt from 'markdown-it';
import administrator from '../../../docs/guide/administrator.md?raw';
import editor from '../../../docs/guide/editor.md?raw';
import leader from '../../../docs/guide/leader.md?raw';
import office from '../../../docs/guide/office.md?raw';
import officer from '../../../docs/guide/officer.md?raw';

/** The pages of `docs/guide`, one for each kind of person, in the order of their tabs. */
const PAGES = { officer, leader, editor, office, administrator } as const;

export type GuideName = keyof typeof PAGES;

export const GUIDE_NAMES = Object.keys(PAGES) as GuideName[];

const PICTURES = import.meta.glob<string>('../../../docs/guide/images/*.png', {
  eager: true,
  query: '?url',
  import: 'default',
});

const pictureUrl = (source: string): string => PICTURES[`../../../docs/guide/${source}`] ?? source;

const markdown = new MarkdownIt({ html: false });

markdown.renderer.rules.image = (tokens, index, options, _environment, renderer) => {
  const token = tokens[index];
  if (!token) return '';
  token.attrSet('src', pictureUrl(token.attrGet('src') ?? ''));
  token.attrSet('alt', token.content);
  return renderer.renderToken(tokens, index, options);
};

/** A page of the guide as HTML: text of our own, in which HTML is not read as such. */
export const guideHtml = (name: GuideName): string => markdown.render(PAGES[name]);

/** The guide for somebody's roles, by their codes: the first that has one, else the administrator's. */
export const guideFor = (roles: readonly string[]): GuideName =>
  GUIDE_NAMES.find((name) => roles.includes(name)) ?? 'administrator';
