import type { StrapiApp } from '@strapi/strapi/admin';

const CONTENT_MANAGER = 'content-manager';
const TWICE = `${CONTENT_MANAGER}.${CONTENT_MANAGER}.`;

const withPrefixOnce = (messages: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(messages).map(([id, message]) => [
      id.startsWith(TWICE) ? id.slice(CONTENT_MANAGER.length + 1) : id,
      message,
    ])
  );

/**
 * Strapi 5.54 ships its Content Manager's Chinese with the prefix already on every id, and then
 * prefixes it again, so that none of it is found. This takes the second prefix off.
 */
export const repairContentManagerChinese = (app: StrapiApp): void => {
  const plugin = app.appPlugins[CONTENT_MANAGER];
  const registerTrads = plugin?.registerTrads;
  if (!plugin || !registerTrads) return;
  plugin.registerTrads = async (args) => {
    const translations = await registerTrads(args);
    return translations.map(({ locale, data }) => ({ locale, data: withPrefixOnce(data) }));
  };
};
