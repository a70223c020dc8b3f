import { unstable_useDocumentLayout as useDocumentLayout } from '@strapi/strapi/admin';
import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { useIntl } from 'react-intl';
import { ACTIONS } from '../constants';
import { useAllowed } from '../utils/permissions';
import { trId } from '../utils/translations';
import { EntryPoints } from './EntryPoints';

/** The side panel of every content type that opted in by `pluginOptions.points`. */
export const PointsPanel: PanelComponent = ({ activeTab, document, model }) => {
  const { formatMessage } = useIntl();
  const canRead = useAllowed(ACTIONS.readEntry);
  const { edit } = useDocumentLayout(model);

  if (!('points' in edit.options) || !canRead) return null;

  return {
    title: formatMessage({ id: trId('panel.title'), defaultMessage: 'Points' }),
    content: (
      <EntryPoints
        uid={model}
        documentId={document?.documentId}
        isPublishedTab={activeTab === 'published'}
        mainField={edit.settings.mainField}
      />
    ),
  };
};
