import { unstable_useDocumentLayout as useDocumentLayout } from '@strapi/strapi/admin';
import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { useIntl } from 'react-intl';
import { ACTIONS } from '../constants';
import { useAllowed } from '../shared/permissions';
import { trId } from '../shared/translations';
import { ColumnQuestion } from '../entries/ColumnQuestion';
import { EntryPoints } from './EntryPoints';

const PUBLISH = 'plugin::content-manager.explorer.publish';

/** Whether the Content Manager, which sends of a relation how many it has, says that there are any. */
const hasRelated = (value: unknown): boolean => {
  if (typeof value !== 'object' || value === null) return false;
  return !('count' in value) || value.count !== 0;
};

/** The side panel of every content type that opted in by `pluginOptions.points`. */
export const PointsPanel: PanelComponent = ({ activeTab, document, model }) => {
  const { formatMessage } = useIntl();
  const canRead = useAllowed(ACTIONS.readEntry);
  const mayPublish = useAllowed(PUBLISH, model);
  const { edit } = useDocumentLayout(model);

  if (!('points' in edit.options) || !canRead) return null;

  const isPublishedTab = activeTab === 'published';
  const fields = edit.layout.flat(2).map(({ name }) => name);
  const asksForColumn =
    mayPublish && !isPublishedTab && ['placement', 'column'].every((name) => fields.includes(name));
  return {
    title: formatMessage({ id: trId('panel.title'), defaultMessage: 'Points' }),
    content: (
      <>
        <EntryPoints
          uid={model}
          documentId={document?.documentId}
          isPublishedTab={isPublishedTab}
          mainField={edit.settings.mainField}
          mayPublish={mayPublish}
        />
        {asksForColumn ? (
          <ColumnQuestion isSavedInColumn={hasRelated(document?.column as unknown)} />
        ) : null}
      </>
    ),
  };
};
