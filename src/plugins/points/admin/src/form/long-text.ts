import type { EditFieldLayout, EditLayout } from '@strapi/content-manager/strapi-admin';
import { LONG_TEXT_FIELD } from '../constants';

interface LayoutHookArguments {
  layout: EditLayout;
  query: unknown;
}

const withInput = (field: EditFieldLayout): EditFieldLayout => {
  if (field.name !== 'text' || field.attribute.type !== 'text') return field;
  const attribute = Object.assign({}, field.attribute, { customField: LONG_TEXT_FIELD });
  return Object.assign({}, field, { attribute });
};

/** Gives the text of a piece, and the words of a commission, room to be written in. */
export const giveRoom = ({ layout, query }: LayoutHookArguments): LayoutHookArguments => ({
  layout: {
    ...layout,
    layout: layout.layout.map((panel) => panel.map((row) => row.map(withInput))),
  },
  query,
});
