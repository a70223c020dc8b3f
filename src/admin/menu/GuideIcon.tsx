import type { SVGProps } from 'react';
import { useAuth } from '@strapi/strapi/admin';
import { Lightbulb } from '@strapi/icons';

/** Actions of Strapi's own settings. */
const OF_SETTINGS =
  /^(admin|plugin::(i18n|upload\.(settings|configure)|email|users-permissions|documentation))/;

const HIDDEN = "nav li:has(a[href$='/admin/settings']) { display: none; }";

/**
 * The guide's icon in the menu, which everybody has. Who can do nothing in the settings does not get their entry
 * beside it: Strapi shows it to all, with a page on itself.
 */
export const GuideIcon = (props: SVGProps<SVGSVGElement>) => {
  const isUseful = useAuth('GuideIcon', ({ permissions }) =>
    permissions.some(({ action }) => OF_SETTINGS.test(action))
  );
  return (
    <>
      <Lightbulb {...props} />
      {isUseful ? null : <style>{HIDDEN}</style>}
    </>
  );
};
