import type { StrapiApp, WidgetArgs } from '@strapi/strapi/admin';
import { withTour } from '../tour/withTour';

/** What a widget of Strapi's that is not for everybody takes: who may do this has a use for it. */
const NEEDED: Readonly<Record<string, string>> = {
  // Counts of webhooks, tokens and components; Strapi means it for the super admin alone and shows it to all.
  'key-statistics': 'admin::webhooks.read',
  // How many entries are drafts: for who publishes.
  'chart-entries': 'plugin::content-manager.explorer.publish',
};

/** Everybody has it. */
const PROFILE = 'profile-info';

const forWhoNeedsIt = (widget: WidgetArgs): WidgetArgs => {
  const action = NEEDED[widget.id];
  return action === undefined ? widget : { ...widget, permissions: [{ action, subject: null }] };
};

const bringingTheTour = (widget: WidgetArgs): WidgetArgs =>
  widget.id === PROFILE
    ? { ...widget, component: async () => withTour(await widget.component()) }
    : widget;

/** Strapi's widgets as the bureau's people have a use for them. */
export const suitWidgets = (app: StrapiApp): void =>
  app.widgets.register((widgets) => widgets.map(forWhoNeedsIt).map(bringingTheTour));
