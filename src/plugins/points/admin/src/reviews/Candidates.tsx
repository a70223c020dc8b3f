import { Badge } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { AWARD_CLASSES } from '../../../shared/contracts';
import type { AwardCandidate, ReviewResponse } from '../../../shared/contracts';
import { reasonValues } from '../../../shared/review-reasons';
import { Amount } from '../shared/Amount';
import { Figure, Name, Rank } from '../shared/dense-table';
import { ListTable } from '../shared/ListTable';
import { trId } from '../shared/translations';
import { Card } from '../shared/Card';
import { DecideCandidate } from './DecideCandidate';

type Review = ReviewResponse['data'];

interface CandidatesProps {
  review: Review;
  /** Whether decisions can still be recorded by who is at the screen. */
  isOpen: boolean;
}

/** Whom the system proposes for the year's awards and why, near misses and why not, and what was decided. */
export const Candidates = ({ isOpen, review }: CandidatesProps) => {
  const { formatMessage } = useIntl();
  return (
    <Card title={formatMessage({ id: trId('review.candidates'), defaultMessage: 'Awards' })}>
      {AWARD_CLASSES.map((awardClass) => (
        <CandidateTable
          key={awardClass}
          caption={formatMessage({
            id: trId(`review.class.${awardClass}`),
            defaultMessage: awardClass,
          })}
          candidates={review.outcome.candidates.filter((each) => each.class === awardClass)}
          isOpen={isOpen}
          review={review}
        />
      ))}
    </Card>
  );
};

interface CandidateTableProps extends CandidatesProps {
  caption: string;
  candidates: readonly AwardCandidate[];
}

const CandidateTable = ({ candidates, caption, isOpen, review }: CandidateTableProps) => {
  const { formatMessage } = useIntl();
  if (candidates.length === 0) return null;
  return (
    <ListTable
      caption={caption}
      headings={[
        formatMessage({ id: trId('report.rank'), defaultMessage: 'Place' }),
        caption,
        formatMessage({ id: trId('report.total'), defaultMessage: 'Points' }),
        formatMessage({ id: trId('review.proposal'), defaultMessage: 'Proposal' }),
        formatMessage({ id: trId('review.why'), defaultMessage: 'Why, or why not' }),
        formatMessage({ id: trId('review.base-content'), defaultMessage: 'Base content' }),
        formatMessage({ id: trId('review.decision'), defaultMessage: 'Decision' }),
      ]}
    >
      {candidates.map((candidate) => (
        <Line key={candidate.subject} candidate={candidate} isOpen={isOpen} review={review} />
      ))}
    </ListTable>
  );
};

const VARIANTS = {
  proposed: 'success',
  head: 'success',
  tie: 'warning',
  not: 'neutral',
} as const;

const COLOURS = {
  success: { backgroundColor: 'success100', textColor: 'success700' },
  warning: { backgroundColor: 'warning100', textColor: 'warning700' },
  neutral: { backgroundColor: 'neutral150', textColor: 'neutral700' },
} as const;

const Line = ({ candidate, isOpen, review }: CandidatesProps & { candidate: AwardCandidate }) => {
  const { formatMessage } = useIntl();
  const { class: awardClass, name, note, rank, reason, unit, verdict } = candidate;
  return (
    <tr>
      <Rank>{rank ?? '–'}</Rank>
      <Name>
        {name}
        {awardClass === 'officer' ? <small>{unit.name}</small> : null}
      </Name>
      <Figure>{rank === null ? '–' : <Amount value={candidate} />}</Figure>
      <td>
        <Badge {...COLOURS[VARIANTS[verdict]]}>
          {formatMessage({ id: trId(`review.verdict.${verdict}`), defaultMessage: verdict })}
        </Badge>
      </td>
      <td>
        {formatMessage(
          { id: trId(`review.reason.${reason}`), defaultMessage: reason },
          reasonValues(candidate, review.content)
        )}
      </td>
      <td>{note}</td>
      <td>
        <Decision candidate={candidate} />
        {isOpen ? <DecideCandidate candidate={candidate} review={review} /> : null}
      </td>
    </tr>
  );
};

const Decision = ({ candidate: { decision } }: { candidate: AwardCandidate }) => {
  const { formatMessage } = useIntl();
  if (!decision) return null;
  const { awarded, day, decidedBy, reason } = decision;
  return (
    <>
      {formatMessage(
        awarded
          ? { id: trId('review.awarded'), defaultMessage: 'Awarded' }
          : { id: trId('review.not-awarded'), defaultMessage: 'Not awarded' }
      )}
      {` · ${decidedBy} · ${day}`}
      {reason === '' ? null : <small style={{ display: 'block' }}>{reason}</small>}
    </>
  );
};
