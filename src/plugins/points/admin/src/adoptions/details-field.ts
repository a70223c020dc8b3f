import type { EditFieldLayout, EditLayout } from '@strapi/content-manager/strapi-admin';
import { DETAILS_FIELD } from '../constants';

interface LayoutHookArguments {
  layout: EditLayout;
  query: unknown;
}

const withInput = (field: EditFieldLayout): EditFieldLayout => {
  if (field.name !== 'details' || field.attribute.type !== 'json') return field;
  const attribute = Object.assign({}, field.attribute, { customField: DETAILS_FIELD });
  return Object.assign({}, field, { attribute });
};

/** Gives what the rules ask of an adoption an input in words, in place of its JSON. */
export const askInWords = ({ layout, query }: LayoutHookArguments): LayoutHookArguments => ({
  layout: {
    ...layout,
    layout: layout.layout.map((panel) => panel.map((row) => row.map(withInput))),
  },
  query,
});
