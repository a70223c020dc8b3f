import { useIntl } from 'react-intl';
import type { Difference } from '../../../shared/contracts';
import { PanelSection } from '../shared/PanelSection';
import { trId } from '../shared/translations';
import { DifferenceView } from './DifferenceView';

/** What has changed in a submission since it was sent. */
export const DifferenceSection = ({ difference }: { difference: Difference }) => {
  const { formatMessage } = useIntl();
  return (
    <PanelSection
      title={formatMessage({
        id: trId('life.difference'),
        defaultMessage: 'Changed since it was sent',
      })}
    >
      <DifferenceView difference={difference} />
    </PanelSection>
  );
};
