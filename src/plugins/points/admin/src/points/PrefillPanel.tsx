import { useEffect } from 'react';
import { unstable_useDocument as useDocument, useForm } from '@strapi/strapi/admin';
import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Loader, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { useLocation } from 'react-router-dom';
import { prefillOf, type Prefill } from './prefill';
import { trId } from '../shared/translations';

/** The side panel of a new document that was opened from another: fills the form in, and says so. */
export const PrefillPanel: PanelComponent = ({ document, model }) => {
  const { formatMessage } = useIntl();
  const location = useLocation();
  const prefill = prefillOf(location.state, model);
  if (document?.documentId || !prefill) return null;
  return {
    title: formatMessage({ id: trId('prefill.title'), defaultMessage: 'Filled in already' }),
    content: <Prefilled prefill={prefill} />,
  };
};

/** The first key of a list, by which the Content Manager orders what is tied. */
const FIRST = 'a0';

const Prefilled = ({ prefill: { tie, values } }: { prefill: Prefill }) => {
  const { formatMessage } = useIntl();
  const onChange = useForm('Prefilled', (state) => state.onChange);
  const { document, isLoading } = useDocument({
    collectionType: 'collection-types',
    model: tie.uid,
    documentId: tie.documentId,
  });
  const id = document?.id;
  const title = typeof document?.title === 'string' ? document.title : tie.documentId;

  useEffect(() => {
    if (id === undefined) return;
    const { documentId } = tie;
    const item = {
      id,
      documentId,
      title,
      label: title,
      href: `../collection-types/${tie.uid}/${documentId}`,
      apiData: { id, documentId, locale: null, isTemporary: true },
      __temp_key__: FIRST,
    };
    onChange(tie.field, { connect: [item], disconnect: [] });
    for (const [name, value] of Object.entries(values ?? {})) onChange(name, value);
    // Once for each document: what the person changes afterwards stays changed.
  }, [id]);

  if (isLoading) {
    return (
      <Loader small>
        {formatMessage({ id: trId('life.loading'), defaultMessage: 'Reading' })}
      </Loader>
    );
  }
  return (
    <Typography variant="omega">
      {formatMessage(
        {
          id: trId('prefill.text'),
          defaultMessage: 'Tied to “{title}”. Fill in the rest and save.',
        },
        { title }
      )}
    </Typography>
  );
};
