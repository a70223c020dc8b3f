import { useForm } from '@strapi/strapi/admin';
import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { useIntl } from 'react-intl';
import { Confirmation } from '../shared/Confirmation';
import { Notice } from '../shared/Notice';
import { UID } from '../constants';
import { valueOf } from '../shared/forms';
import { trId } from '../shared/translations';

/** The side panel of an adoption that shows nothing for itself: asks whether that is meant. */
export const EvidencePanel: PanelComponent = ({ model }) => {
  const { formatMessage } = useIntl();
  if (model !== UID.adoption) return null;
  return {
    title: formatMessage({ id: trId('panel.title'), defaultMessage: 'Points' }),
    content: <EvidenceQuestion />,
  };
};

const PROOFS = ['organ', 'reference', 'evidence'];

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

const EvidenceQuestion = () => {
  const { formatMessage } = useIntl();
  const hasNone = useForm('EvidenceQuestion', ({ values }) =>
    PROOFS.every((name) => isEmpty(valueOf(values, name)))
  );
  if (!hasNone) {
    return formatMessage({
      id: trId('evidence.given'),
      defaultMessage: 'The points follow when it is saved.',
    });
  }
  return (
    <Notice
      variant="warning"
      action={
        <Confirmation question="no-evidence">
          {formatMessage({
            id: trId('evidence.confirm'),
            defaultMessage: 'Record it without any of them',
          })}
        </Confirmation>
      }
    >
      {formatMessage({
        id: trId('evidence.missing'),
        defaultMessage:
          'No organ, number or evidence. An adoption of 100 points or more should show one.',
      })}
    </Notice>
  );
};
