import { trId } from './translations';

type Messages = Record<string, string>;

interface LocaleMessages {
  locale: string;
  data: Messages;
}

const prefixed = (messages: Messages): Messages =>
  Object.fromEntries(Object.entries(messages).map(([key, message]) => [trId(key), message]));

const CHOICE = 'choice.';

/** The Content Manager's filters look a value of an enumeration up by the bare value. */
const bareChoices = (messages: Messages): Messages =>
  Object.fromEntries(
    Object.entries(messages)
      .filter(([key]) => key.startsWith(CHOICE))
      .map(([key, message]) => [key.slice(CHOICE.length), message])
  );

interface Module {
  default: Messages;
}

const loadLocale = async (locale: string): Promise<LocaleMessages> => {
  try {
    const own = (await import(`../translations/${locale}.json`)) as Module;
    const report = (await import(`../../../shared/translations/${locale}.json`)) as Module;
    const names = (await import(`../translations/content-manager/${locale}.json`)) as Module;
    const texts = { ...own.default, ...report.default };
    return { locale, data: { ...bareChoices(texts), ...names.default, ...prefixed(texts) } };
  } catch {
    // Strapi asks for every language of the admin panel; what the plugin lacks is shown in English.
    return { locale, data: {} };
  }
};

/**
 * The plugin's texts: its own and those that the report shares with its files, under `points.`, and the names of its types and fields under the ids
 * by which the Content Manager looks them up.
 */
export const loadTranslations = ({ locales }: { locales: string[] }): Promise<LocaleMessages[]> =>
  Promise.all(locales.map(loadLocale));
