import MarkdownIt from 'markdown-it';
import administrator from '../../../docs/guide/administrator.md?raw';
import editor from '../../../docs/guide/editor.md?raw';
import leader from '../../../docs/guide/leader.md?raw';
import office from '../../../docs/guide/office.md?raw';
import officer from '../../../docs/guide/officer.md?raw';
import type { GuideName } from './guide-names';

const PAGES: Readonly<Record<GuideName, string>> = {
  officer,
  leader,
  editor,
  office,
  administrator,
};

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
