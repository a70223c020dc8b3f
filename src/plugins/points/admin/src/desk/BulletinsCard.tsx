import { Link, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { NavLink } from 'react-router-dom';
import type { DeskBulletin } from '../../../shared/contracts';
import { MY_BULLETINS_PATH } from '../constants';
import { trId } from '../shared/translations';
import { usePeriodLabel } from '../shared/usePeriodLabel';
import { DeskCard } from './DeskCard';

interface BulletinsCardProps {
  bulletins: readonly DeskBulletin[];
}

/** The desk is for work: what else there is to read has a page of its own. */
const MOST_SHOWN = 3;

/** Bulletins that wait for whoever looks to take note of them. Nothing where none does. */
export const BulletinsCard = ({ bulletins }: BulletinsCardProps) => {
  const { formatMessage } = useIntl();
  if (bulletins.length === 0) return null;
  return (
    <DeskCard
      title={formatMessage({
        id: trId('desk.bulletins'),
        defaultMessage: 'Bulletins to be acknowledged',
      })}
      total={bulletins.length}
      moreTo={`/${MY_BULLETINS_PATH}`}
      items={bulletins.slice(0, MOST_SHOWN).map((bulletin) => ({
        key: bulletin.documentId,
        content: <Bulletin bulletin={bulletin} />,
      }))}
    />
  );
};

const Bulletin = ({ bulletin: { issuedAt, month } }: { bulletin: DeskBulletin }) => {
  const { formatDate, formatMessage } = useIntl();
  const periodLabel = usePeriodLabel();
  return (
    <>
      <Link tag={NavLink} to={`/${MY_BULLETINS_PATH}`}>
        {formatMessage(
          { id: trId('my-bulletin.of'), defaultMessage: 'Bulletin of {period}' },
          { period: periodLabel(month) }
        )}
      </Link>{' '}
      <Typography variant="pi" textColor="neutral600">
        {formatDate(issuedAt, { dateStyle: 'medium' })}
      </Typography>
    </>
  );
};
