import type { ComponentType } from 'react';
import type { StrapiApp, WidgetArgs } from '@strapi/strapi/admin';
import type { ContentManagerPlugin } from '@strapi/content-manager/strapi-admin';
import {
  Book,
  Briefcase,
  ChartPie,
  Crown,
  Discuss,
  Gift,
  ListPlus,
  Mail,
  PresentationChart,
  Rocket,
} from '@strapi/icons';
import {
  BulletinsIcon,
  CommissionsIcon,
  DeskIcon,
  InboxIcon,
  MyBulletinsIcon,
  NoticesIcon,
  ObjectionsIcon,
} from './menu/icons';
import { WithdrawAction } from './adoptions/WithdrawAction';
import { askInWords } from './adoptions/details-field';
import { TemplatePanel } from './bulletins/TemplatePanel';
import {
  ACTIONS,
  ADOPTIONS_PATH,
  BONUSES_PATH,
  BULLETINS_PATH,
  COMMISSIONS_PATH,
  DESK_PATH,
  INBOX_PATH,
  LEDGER_PATH,
  MY_BULLETINS_PATH,
  NOTICES_PATH,
  OBJECTIONS_PATH,
  OVERVIEW_PATH,
  PEOPLE_PATH,
  PLUGIN_ID,
  REPORT_PATH,
  REVIEWS_PATH,
  RULE_SETS_PATH,
  SETUP_PATH,
  UNITS_PATH,
} from './constants';
import { CommissionPanel } from './commissions/CommissionPanel';
import { EDIT_LAYOUT_HOOK, markForm } from './form/form-marks';
import { FormTop } from './form/FormTop';
import { giveRoom } from './form/long-text';
import { filterNaming, FILTERS_HOOK } from './shared/content-manager/filters';
import { changeColumns, COLUMNS_HOOK } from './shared/content-manager/list-view';
import { AdoptionPanel } from './adoptions/AdoptionPanel';
import { EvidencePanel } from './adoptions/EvidencePanel';
import { EntryWorkflowPanel } from './submissions/EntryWorkflowPanel';
import { WorkflowPanel } from './submissions/WorkflowPanel';
import { AlternativeTextsPanel } from './pictures/AlternativeTextsPanel';
import { PrefillPanel } from './points/PrefillPanel';
import { PointsPanel } from './points/PointsPanel';
import { SubmissionPanel } from './points/SubmissionPointsPanel';
import { AccountPanel } from './setup/AccountPanel';
import { carryConfirmations } from './shared/confirmation';
import { askBeforePublishing } from './taking-down/ask-before-publishing';
import { askReasons, askReasonsOfMany } from './taking-down/ask-reasons';
import { loadTranslations } from './shared/load-translations';
import { trId } from './shared/translations';

type ContentManagerApis = ContentManagerPlugin['config']['apis'];

// Strapi's own type of the API says that inputs take no properties; the Content Manager gives many.
const loadChoiceInput = () =>
  import('./shared/ChoiceInput').then((module) => ({
    default: module.default as unknown as ComponentType,
  }));

const loadChannelInput = () =>
  import('./adoptions/ChannelInput').then((module) => ({
    default: module.default as unknown as ComponentType,
  }));

const loadDetailsInput = () =>
  import('./adoptions/DetailsInput').then((module) => ({
    default: module.default as unknown as ComponentType,
  }));

const loadLongTextInput = () =>
  import('./form/LongTextInput').then((module) => ({
    default: module.default as unknown as ComponentType,
  }));

/** A page that is loaded when it is opened. */
const lazily =
  (load: () => Promise<{ default: ComponentType }>) =>
  async (): Promise<{ Component: ComponentType }> => ({ Component: (await load()).default });

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
    component: async () => (await import('./inbox/InboxWidget')).InboxWidget,
  },
  {
    id: 'desk',
    pluginId: PLUGIN_ID,
    icon: Briefcase,
    title: { id: trId('desk.title'), defaultMessage: 'My desk' },
    link: { label: { id: trId('widget.open'), defaultMessage: 'Open' }, href: `/${DESK_PATH}` },
    permissions: [{ action: ACTIONS.readDesk, subject: null }],
    component: async () => (await import('./desk/DeskWidget')).DeskWidget,
  },
  {
    id: 'objections',
    pluginId: PLUGIN_ID,
    icon: Discuss,
    title: { id: trId('objection.title'), defaultMessage: 'Objections' },
    link: {
      label: { id: trId('widget.open'), defaultMessage: 'Open' },
      href: `/${OBJECTIONS_PATH}`,
    },
    permissions: [{ action: ACTIONS.answerObjections, subject: null }],
    component: async () => (await import('./objections/ObjectionsWidget')).ObjectionsWidget,
  },
  {
    id: 'setup',
    pluginId: PLUGIN_ID,
    icon: Rocket,
    title: { id: trId('setup.begin'), defaultMessage: 'Begin here' },
    link: { label: { id: trId('widget.open'), defaultMessage: 'Open' }, href: `/${SETUP_PATH}` },
    permissions: [{ action: ACTIONS.readSetup, subject: null }],
    component: async () => (await import('./setup/SetupWidget')).SetupWidget,
  },
];

// Of equal positions Strapi sorts by name; its Content Manager has 1, its home page 0.
const BEFORE_CONTENT = 0.5;
const BEFORE_WORK = 0.4;

// What `bootstrap` is given reaches neither the store nor the translations.
let nameFilters: ReturnType<typeof filterNaming>;

export default {
  register(app: StrapiApp) {
    nameFilters = filterNaming(app);
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
    app.customFields.register({
      name: 'channel',
      pluginId: PLUGIN_ID,
      type: 'string',
      intlLabel: { id: trId('channel-field.label'), defaultMessage: 'Channel' },
      intlDescription: {
        id: trId('channel-field.description'),
        defaultMessage: 'A channel that the rules of the day let a hand record',
      },
      components: { Input: loadChannelInput },
    });
    // Given to the field by its form, not by the schema: its type stays JSON.
    app.customFields.register({
      name: 'details',
      pluginId: PLUGIN_ID,
      type: 'json',
      intlLabel: { id: trId('details-field.label'), defaultMessage: 'Details' },
      intlDescription: {
        id: trId('details-field.description'),
        defaultMessage: 'What the rules of the day ask of an adoption, in words',
      },
      components: { Input: loadDetailsInput },
    });
    app.customFields.register({
      name: 'long-text',
      pluginId: PLUGIN_ID,
      type: 'text',
      intlLabel: { id: trId('long-text.label'), defaultMessage: 'Long text' },
      intlDescription: {
        id: trId('long-text.description'),
        defaultMessage: 'A text that is counted while it is written',
      },
      components: { Input: loadLongTextInput },
    });
    // What somebody comes to work for stands before Strapi's own.
    app.widgets.register((others) => [...WIDGETS, ...others]);
    app.addMenuLink({
      to: OVERVIEW_PATH,
      icon: ChartPie,
      position: 1,
      intlLabel: { id: trId('overview.title'), defaultMessage: 'Overview' },
      permissions: [{ action: ACTIONS.readReport, subject: null }],
      Component: () => import('./overview'),
    });
    // Reached from numbers and names, and by their addresses; no entries of the menu.
    app.router.addRoute([
      { path: `${UNITS_PATH}/:documentId`, lazy: lazily(() => import('./profiles/unit')) },
      { path: `${PEOPLE_PATH}/:documentId`, lazy: lazily(() => import('./profiles/person')) },
      { path: LEDGER_PATH, lazy: lazily(() => import('./standings/ledger-page')) },
    ]);
    app.addMenuLink({
      to: NOTICES_PATH,
      icon: NoticesIcon,
      position: BEFORE_WORK,
      intlLabel: { id: trId('notice.title'), defaultMessage: 'Notices' },
      permissions: [{ action: ACTIONS.readNotices, subject: null }],
      Component: () => import('./notices'),
    });
    app.addMenuLink({
      to: INBOX_PATH,
      icon: InboxIcon,
      position: BEFORE_CONTENT,
      intlLabel: { id: trId('inbox.title'), defaultMessage: 'Inbox' },
      permissions: [{ action: ACTIONS.readInbox, subject: null }],
      Component: () => import('./inbox'),
    });
    app.addMenuLink({
      to: DESK_PATH,
      icon: DeskIcon,
      position: BEFORE_CONTENT,
      intlLabel: { id: trId('desk.title'), defaultMessage: 'My desk' },
      permissions: [{ action: ACTIONS.readDesk, subject: null }],
      Component: () => import('./desk'),
    });
    app.addMenuLink({
      to: ADOPTIONS_PATH,
      icon: ListPlus,
      position: 2,
      intlLabel: { id: trId('recording.title'), defaultMessage: 'Record adoptions' },
      permissions: [{ action: ACTIONS.recordAdoptions, subject: null }],
      Component: () => import('./adoptions'),
    });
    app.addMenuLink({
      to: COMMISSIONS_PATH,
      icon: CommissionsIcon,
      position: 2,
      intlLabel: { id: trId('commission.title'), defaultMessage: 'Commissions' },
      permissions: [{ action: ACTIONS.readCommissions, subject: null }],
      Component: () => import('./commissions'),
    });
    app.addMenuLink({
      to: REPORT_PATH,
      icon: PresentationChart,
      position: 3,
      intlLabel: { id: trId('report.title'), defaultMessage: 'Points report' },
      permissions: [{ action: ACTIONS.readReport, subject: null }],
      Component: () => import('./standings'),
    });
    app.addMenuLink({
      to: BONUSES_PATH,
      icon: Gift,
      position: 3,
      intlLabel: { id: trId('by-hand.title'), defaultMessage: 'Bonuses, deductions' },
      permissions: [{ action: ACTIONS.readBonuses, subject: null }],
      Component: () => import('./bonuses'),
    });
    app.addMenuLink({
      to: OBJECTIONS_PATH,
      icon: ObjectionsIcon,
      position: 3,
      intlLabel: { id: trId('objection.title'), defaultMessage: 'Objections' },
      permissions: [{ action: ACTIONS.readObjections, subject: null }],
      Component: () => import('./objections'),
    });
    app.addMenuLink({
      to: BULLETINS_PATH,
      icon: BulletinsIcon,
      position: 3,
      intlLabel: { id: trId('bulletin.title'), defaultMessage: 'Bulletins' },
      permissions: [{ action: ACTIONS.readBulletins, subject: null }],
      Component: () => import('./bulletins'),
    });
    app.addMenuLink({
      to: MY_BULLETINS_PATH,
      icon: MyBulletinsIcon,
      position: 3,
      intlLabel: { id: trId('my-bulletin.title'), defaultMessage: 'Bulletins for me' },
      permissions: [{ action: ACTIONS.readMyBulletins, subject: null }],
      Component: () => import('./my-bulletins'),
    });
    app.addMenuLink({
      to: REVIEWS_PATH,
      icon: Crown,
      position: 3,
      intlLabel: { id: trId('review.title'), defaultMessage: 'Reviews' },
      permissions: [{ action: ACTIONS.readReviews, subject: null }],
      Component: () => import('./reviews'),
    });
    app.addMenuLink({
      to: RULE_SETS_PATH,
      icon: Book,
      position: 3,
      intlLabel: { id: trId('rule-set.title'), defaultMessage: 'Rule sets' },
      permissions: [{ action: ACTIONS.readRuleSets, subject: null }],
      Component: () => import('./rule-sets'),
    });
    app.addMenuLink({
      to: SETUP_PATH,
      icon: Rocket,
      position: 3,
      intlLabel: { id: trId('setup.title'), defaultMessage: 'Setting up' },
      permissions: [{ action: ACTIONS.readSetup, subject: null }],
      Component: () => import('./setup'),
    });
  },

  bootstrap(app: Pick<StrapiApp, 'getPlugin' | 'registerHook'>) {
    const plugin = app.getPlugin('content-manager');
    const contentManager = plugin.apis as ContentManagerApis;
    plugin.injectComponent('editView', 'right-links', { name: 'points-form', Component: FormTop });
    contentManager.addEditViewSidePanel([
      CommissionPanel,
      PrefillPanel,
      AlternativeTextsPanel,
      EntryWorkflowPanel,
      PointsPanel,
      WorkflowPanel,
      SubmissionPanel,
      AdoptionPanel,
      EvidencePanel,
      TemplatePanel,
      AccountPanel,
    ]);
    carryConfirmations();
    contentManager.addDocumentAction([WithdrawAction]);
    contentManager.addDocumentAction((actions) => askBeforePublishing(askReasons(actions)));
    contentManager.addBulkAction(askReasonsOfMany);
    app.registerHook(COLUMNS_HOOK, changeColumns);
    app.registerHook(FILTERS_HOOK, nameFilters);
    app.registerHook(EDIT_LAYOUT_HOOK, markForm);
    app.registerHook(EDIT_LAYOUT_HOOK, askInWords);
    app.registerHook(EDIT_LAYOUT_HOOK, giveRoom);
  },

  registerTrads: loadTranslations,
};
