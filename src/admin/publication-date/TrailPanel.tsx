import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { useGetPublicationDateCorrectionsQuery, type Correction } from './service';

const Line = (correction: Correction) => {
  const { at, previousDate, correctedDate, reason, personName, adoptions } = correction;
  const { formatDate, formatMessage } = useIntl();
  const shown = (moment: string): string =>
    formatDate(moment, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <Flex tag="li" direction="column" alignItems="flex-start" gap={1}>
      <Typography variant="omega" textColor="neutral800">
        {formatMessage(
          { id: 'site.correction.line' },
          { from: shown(previousDate), to: shown(correctedDate) }
        )}
      </Typography>
      {adoptions ? (
        <Typography variant="pi" textColor="neutral800">
          {formatMessage({ id: 'site.correction.with-adoptions' })}
        </Typography>
      ) : null}
      <Typography variant="pi" textColor="neutral600">
        {`${personName} · ${shown(at)}`}
      </Typography>
      <Typography variant="pi" textColor="neutral600">
        {reason}
      </Typography>
    </Flex>
  );
};

const Trail = ({ corrections }: { corrections: readonly Correction[] }) => (
  <Flex tag="ul" direction="column" alignItems="stretch" gap={3} width="100%">
    {corrections.map((correction) => (
      <Line key={correction.at} {...correction} />
    ))}
  </Flex>
);

/** What was corrected in an entry's publication date, by whom and why; nothing while nothing was. */
export const TrailPanel: PanelComponent = ({ document, documentId, model }) => {
  const { formatMessage } = useIntl();
  const isDated = Boolean(document?.publicationDate) && model.startsWith('api::');
  const { data } = useGetPublicationDateCorrectionsQuery(
    { uid: model, documentId: documentId ?? '' },
    { skip: !isDated || !documentId }
  );
  if (!isDated || !data || data.length === 0) return null;
  return {
    title: formatMessage({ id: 'site.correction.trail' }),
    content: <Trail corrections={data} />,
  };
};
