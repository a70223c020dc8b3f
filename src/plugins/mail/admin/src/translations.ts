import { PLUGIN_ID } from './constants';

type Messages = Record<string, string>;

interface LocaleMessages {
  locale: string;
  data: Messages;
}

/** The full message id of one of the plugin's own texts: `mail.<key>`. */
export const trId = (key: string): string => `${PLUGIN_ID}.${key}`;

const loadLocale = async (locale: string): Promise<LocaleMessages> => {
  try {
    const { default: own } = (await import(`./translations/${locale}.json`)) as {
      default: Messages;
    };
    const named = Object.entries(own).map(([key, message]) => [trId(key), message]);
    return { locale, data: Object.fromEntries(named) as Messages };
  } catch {
    // Strapi asks for every language of the admin panel; what the plugin lacks is shown in English.
    return { locale, data: {} };
  }
};

/** The plugin's texts, under `mail.`. */
export const loadTranslations = ({ locales }: { locales: string[] }): Promise<LocaleMessages[]> =>
  Promise.all(locales.map(loadLocale));
