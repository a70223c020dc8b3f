import type { ComponentType } from 'react';
import type { StrapiApp, WidgetArgs } from '@strapi/strapi/admin';
import type { ContentManagerPlugin } from '@strapi/content-manager/strapi-admin';
import { Briefcase, Mail, PresentationChart } from '@strapi/icons';
import { WithdrawAction } from './actions/WithdrawAction';
import { ACTIONS, DESK_PATH, INBOX_PATH, PLUGIN_ID, REPORT_PATH } from './constants';
import { FILTERS_HOOK, nameFilters } from './content-manager/filters';
import { changeColumns, COLUMNS_HOOK } from './content-manager/list-view';
import { AdoptionPanel } from './panels/AdoptionPanel';
import { EvidencePanel } from './panels/EvidencePanel';
import { EntryLifePanel } from './panels/EntryLifePanel';
import { LifePanel } from './panels/LifePanel';
import { PrefillPanel } from './panels/PrefillPanel';
import { PointsPanel } from './panels/PointsPanel';
import { SubmissionPanel } from './panels/SubmissionPanel';
import { carryConfirmations } from './services/confirmation';
import { loadTranslations } from './utils/load-translations';
import { trId } from './utils/translations';

type ContentManagerApis = ContentManagerPlugin['config']['apis'];

// Strapi's own type of the API says that inputs take no properties; the Content Manager gives many.
const loadChoiceInput = () =>
  import('./components/ChoiceInput').then((module) => ({
    default: module.default as unknown as ComponentType,
  }));

const WIDGETS: WidgetArgs[] = [
  {
    id: 'inbox',
    pluginId: PLUGIN_ID,
    icon: Mail,
    title: { id: trId('inbox.title'), defaultMessage: 'Inbox' },
    link: {
      label: { id: trId('widget.open'), defaultMessage: 'Open' },
      href: `/${INBOX_PATH}`,
    },
    permissions: [{ action: ACTIONS.readInbox, subject: null }],
    component: async () => (await import('./widgets/InboxWidget')).InboxWidget,
  },
  {
    id: 'desk',
    pluginId: PLUGIN_ID,
    icon: Briefcase,
    title: { id: trId('desk.title'), defaultMessage: 'My desk' },
    link: { label: { id: trId('widget.open'), defaultMessage: 'Open' }, href: `/${DESK_PATH}` },
    permissions: [{ action: ACTIONS.readDesk, subject: null }],
    component: async () => (await import('./widgets/DeskWidget')).DeskWidget,
  },
];

export default {
  register(app: StrapiApp) {
    app.registerPlugin({ id: PLUGIN_ID, name: PLUGIN_ID });
    app.customFields.register({
      name: 'choice',
      pluginId: PLUGIN_ID,
      type: 'enumeration',
      intlLabel: { id: trId('choice-field.label'), defaultMessage: 'Choice' },
      intlDescription: {
        id: trId('choice-field.description'),
        defaultMessage: 'One value of a closed list, shown by its name',
      },
      components: { Input: loadChoiceInput },
    });
    // What somebody comes to work for stands before Strapi's own.
    app.widgets.register((others) => [...WIDGETS, ...others]);
    app.addMenuLink({
      to: INBOX_PATH,
      icon: Mail,
      position: 1,
      intlLabel: { id: trId('inbox.title'), defaultMessage: 'Inbox' },
      permissions: [{ action: ACTIONS.readInbox, subject: null }],
      Component: () => import('./pages/InboxPage'),
    });
    app.addMenuLink({
      to: DESK_PATH,
      icon: Briefcase,
      position: 1,
      intlLabel: { id: trId('desk.title'), defaultMessage: 'My desk' },
      permissions: [{ action: ACTIONS.readDesk, subject: null }],
      Component: () => import('./pages/DeskPage'),
    });
    app.addMenuLink({
      to: REPORT_PATH,
      icon: PresentationChart,
      position: 3,
      intlLabel: { id: trId('report.title'), defaultMessage: 'Points report' },
      permissions: [{ action: ACTIONS.readReport, subject: null }],
      Component: () => import('./pages/ReportPage'),
    });
  },

  bootstrap(app: Pick<StrapiApp, 'getPlugin' | 'registerHook'>) {
    const contentManager = app.getPlugin('content-manager').apis as ContentManagerApis;
    contentManager.addEditViewSidePanel([
      PrefillPanel,
      EntryLifePanel,
      PointsPanel,
      LifePanel,
      SubmissionPanel,
      AdoptionPanel,
      EvidencePanel,
    ]);
    carryConfirmations();
    contentManager.addDocumentAction([WithdrawAction]);
    app.registerHook(COLUMNS_HOOK, changeColumns);
    app.registerHook(FILTERS_HOOK, nameFilters);
  },

  registerTrads: loadTranslations,
};
