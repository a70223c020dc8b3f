import type { StrapiApp } from '@strapi/strapi/admin';
import type { ContentManagerPlugin } from '@strapi/content-manager/strapi-admin';
import enLabels from '../site/labels/en.json';
import zhHansLabels from '../site/labels/zh-Hans.json';
import logo from './assets/logo.svg';
import { drawBriefly, LIST_HOOK } from './content-manager/cells';
import { addHelpTexts, EDIT_LAYOUT_HOOK } from './content-manager/help-texts';
import { letTabLeaveTexts } from './content-manager/leave-text';
import { groupBySection, MENU_HOOK } from './content-manager/menu';
import { registerYearInput, writeYearsPlainly } from './content-manager/years';
import { translateHardCodedWords } from './hard-coded-words';
import { suitWidgets } from './home/widgets';
import { GuideIcon } from './menu/GuideIcon';
import { styleLoadingFields } from './loading-fields/style';
import { styleMenu } from './menu/style';
import { sendVersions } from './document-version/send-versions';
import { CorrectAction } from './publication-date/CorrectAction';
import { TrailPanel } from './publication-date/TrailPanel';
import { keepSessions } from './session-renewal';
import { repairContentManagerChinese } from './strapi-chinese';
import { dark, light } from './theme';
import en from './translations/en.json';
import strapiZhHans from './translations/strapi.zh-Hans.json';
import zhHans from './translations/zh-Hans.json';

const LANGUAGE_KEY = 'strapi-admin-language';
const DEFAULT_LANGUAGE = 'zh-Hans';

/**
 * The bureau works in Chinese: whoever has not chosen a language yet sees it, from the login page
 * on. Strapi reads the choice right after plugins and application are registered.
 */
const applyDefaultLanguage = (): string => {
  const language = window.localStorage.getItem(LANGUAGE_KEY) ?? DEFAULT_LANGUAGE;
  window.localStorage.setItem(LANGUAGE_KEY, language);
  document.documentElement.lang = language;
  return language;
};

// Strapi remembers by installation whether its banner was closed; ours has no identifier.
const BANNER_KEYS = ['undefined', 'false'].map(
  (installation) => `STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR_false:${installation}`
);

/** Closes Strapi's banner about its own news: a government site's admin panel advertises nothing. */
const dismissBanner = (): void =>
  BANNER_KEYS.forEach((key) => window.localStorage.setItem(key, 'true'));

export default {
  config: {
    locales: ['zh-Hans'],
    auth: { logo },
    menu: { logo },
    head: { favicon: logo },
    theme: { light, dark },
    translations: {
      en: { ...enLabels, ...en },
      'zh-Hans': { ...strapiZhHans, ...zhHansLabels, ...zhHans },
    },
    notifications: { releases: false },
    tutorials: false,
  },
  register(app: StrapiApp) {
    translateHardCodedWords(applyDefaultLanguage());
    dismissBanner();
    styleMenu();
    styleLoadingFields();
    letTabLeaveTexts();
    keepSessions();
    repairContentManagerChinese(app);
    registerYearInput(app);
    suitWidgets(app);
    app.addMenuLink({
      to: 'guide',
      icon: GuideIcon,
      position: 8,
      intlLabel: { id: 'site.guide.title', defaultMessage: 'Guide' },
      permissions: [],
      Component: () => import('./guide'),
    });
  },
  bootstrap(app: Pick<StrapiApp, 'getPlugin' | 'registerHook'>) {
    const { apis } = app.getPlugin('content-manager');
    const contentManager = apis as ContentManagerPlugin['config']['apis'];
    sendVersions();
    contentManager.addDocumentAction([CorrectAction]);
    contentManager.addEditViewSidePanel([TrailPanel]);
    app.registerHook(EDIT_LAYOUT_HOOK, addHelpTexts);
    app.registerHook(EDIT_LAYOUT_HOOK, writeYearsPlainly);
    app.registerHook(LIST_HOOK, drawBriefly);
    app.registerHook(MENU_HOOK, groupBySection);
  },
};
