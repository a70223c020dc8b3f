import en from '../../site/labels/en.json';
import zhHans from '../../site/labels/zh-Hans.json';
import { SITE_TYPES, type Section } from './site-types';

/** The hook of the Content Manager that lets the links of its menu be changed. */
export const MENU_HOOK = 'Admin/CM/pages/App/mutate-collection-types-links';

const LANGUAGE_KEY = 'strapi-admin-language';

/** The type in which news is written, which who comes to the content is to find open. */
const FIRST = 'Article';

interface Link {
  uid: string;
  title: string;
}

interface MenuHookArguments<Models> {
  ctLinks: Link[];
  models: Models;
}

/** Set the sections in the order of the site's, which is not that of their names. */
const NUMBERS: Readonly<Record<Section, string>> = {
  news: '①',
  organisation: '②',
  disclosure: '③',
  services: '④',
  features: '⑤',
};

const names = (): Readonly<Record<string, string>> =>
  window.localStorage.getItem(LANGUAGE_KEY) === 'en' ? en : zhHans;

/**
 * Groups the menu by the sections of the site: it is sorted by title, and so the section goes first
 * there, with its number. The title is what the menu's search looks at, too, and is therefore in the panel's language.
 */
export const groupBySection = <Models>({
  ctLinks,
  models,
}: MenuHookArguments<Models>): MenuHookArguments<Models> => {
  const labels = names();
  const grouped = ctLinks.map((link) => {
    const known = SITE_TYPES[link.title];
    if (!known) return link;
    const section = `${NUMBERS[known.section]} ${labels[known.section]}`;
    // A second blank, which is not drawn, sorts before every letter.
    const blank = link.title === FIRST ? '  ' : ' ';
    return { ...link, title: `${section} ·${blank}${labels[link.title]}` };
  });
  return { ctLinks: grouped, models };
};
