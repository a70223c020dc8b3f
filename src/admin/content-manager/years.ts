import type { ComponentType } from 'react';
import type { StrapiApp } from '@strapi/strapi/admin';
import type { EditFieldLayout, EditLayout } from '@strapi/content-manager/strapi-admin';

const YEAR = 'year';

// Strapi's own type of the API says that inputs take no properties; the Content Manager gives many.
const loadYearInput = () =>
  import('./YearInput').then((module) => ({
    default: module.default as unknown as ComponentType,
  }));

/** Makes the input of years known; fields get it by their name, their type stays a whole number. */
export const registerYearInput = (app: StrapiApp): void => {
  app.customFields.register({
    name: YEAR,
    type: 'integer',
    intlLabel: { id: 'site.year.label', defaultMessage: 'Year' },
    intlDescription: { id: 'site.year.description', defaultMessage: 'A year, written plainly' },
    components: { Input: loadYearInput },
  });
};

/** Whether a column or field holds a year. */
export const isYear = ({ name, type }: { name: string; type: string }): boolean =>
  name === YEAR && type === 'integer';

const withYearInput = (field: EditFieldLayout): EditFieldLayout => {
  if (!isYear({ name: field.name, type: field.attribute.type })) return field;
  const attribute = Object.assign({}, field.attribute, { customField: `global::${YEAR}` });
  return Object.assign({}, field, { attribute });
};

interface LayoutHookArguments {
  layout: EditLayout;
  query: unknown;
}

/** Gives the forms' years their own input. */
export const writeYearsPlainly = ({ layout, query }: LayoutHookArguments): LayoutHookArguments => {
  const components = Object.fromEntries(
    Object.entries(layout.components).map(([component, part]) => [
      component,
      { ...part, layout: part.layout.map((row) => row.map(withYearInput)) },
    ])
  );
  const panels = layout.layout.map((panel) => panel.map((row) => row.map(withYearInput)));
  return { layout: { ...layout, layout: panels, components }, query };
};
