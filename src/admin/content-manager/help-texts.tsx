import { FormattedMessage } from 'react-intl';
import type { EditFieldLayout, EditLayout } from '@strapi/content-manager/strapi-admin';
import pointsLabels from '../../plugins/points/admin/src/translations/content-manager/en.json';
import siteLabels from '../../site/labels/en.json';
import { COLUMN, SITE_TYPES } from './site-types';

const labels = { ...siteLabels, ...pointsLabels };

/** Types of the points plugin that have help texts, by the name that their schemas show. */
const POINTS_TYPES: Readonly<Record<string, string>> = {
  Commission: 'plugin::points.commission',
  Officer: 'plugin::points.officer',
  Submission: 'plugin::points.submission',
};

/** The hook of the Content Manager that lets a form's layout be changed. */
export const EDIT_LAYOUT_HOOK = 'Admin/CM/pages/EditView/mutate-edit-view-layout';

interface LayoutHookArguments {
  layout: EditLayout;
  query: unknown;
}

const withHelp =
  (uid: string) =>
  (field: EditFieldLayout): EditFieldLayout => {
    const id = `help.${uid}.${field.name}`;
    // A hint that a plugin has put there stays.
    if (!(id in labels) || typeof field.hint === 'object') return field;
    // Strapi's type says text; the form shows whatever it is given.
    const hint = (<FormattedMessage id={id} />) as unknown as string;
    return { ...field, hint };
  };

const uidOf = (displayName: string | undefined): string | undefined => {
  if (displayName === COLUMN.name) return COLUMN.uid;
  if (displayName === undefined) return undefined;
  return SITE_TYPES[displayName]?.uid ?? POINTS_TYPES[displayName];
};

/**
 * Puts help below the fields where a clerk could wonder, in the language of the panel: a schema's
 * own descriptions know no translation.
 */
export const addHelpTexts = ({ layout, query }: LayoutHookArguments): LayoutHookArguments => {
  const uid = uidOf(layout.settings.displayName);
  if (uid === undefined) return { layout, query };
  const components = Object.fromEntries(
    Object.entries(layout.components).map(([component, part]) => [
      component,
      { ...part, layout: part.layout.map((row) => row.map(withHelp(component))) },
    ])
  );
  const panels = layout.layout.map((panel) => panel.map((row) => row.map(withHelp(uid))));
  return { layout: { ...layout, layout: panels, components }, query };
};
