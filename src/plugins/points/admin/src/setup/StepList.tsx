import { Badge, Box, Flex, Link, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { Link as RouterLink } from 'react-router-dom';
import type { SetupState, SetupStepView } from '../../../shared/contracts';
import { ACTIONS } from '../constants';
import { useAllowed } from '../shared/permissions';
import { trId } from '../shared/translations';
import { InstallRuleSet } from './InstallRuleSet';
import { SendTestMail } from './SendTestMail';

interface StepListProps {
  steps: readonly SetupStepView[];
  /** Name of the rule set that can be put in force; `null` where there is none. */
  ruleSet: string | null;
}

/** The steps in the order in which they are taken. */
export const StepList = ({ ruleSet, steps }: StepListProps) => (
  <Flex tag="ol" direction="column" alignItems="stretch" gap={3}>
    {steps.map((step, index) => (
      <Box
        key={step.key}
        id={step.key}
        tag="li"
        background="neutral0"
        hasRadius
        borderColor="neutral200"
        padding={5}
      >
        <Step step={step} number={index + 1} ruleSet={ruleSet} />
      </Box>
    ))}
  </Flex>
);

interface StepProps extends Pick<StepListProps, 'ruleSet'> {
  step: SetupStepView;
  number: number;
}

const Step = ({ number, ruleSet, step }: StepProps) => {
  const { formatMessage } = useIntl();
  const { isRequired, page, progress, state, title, why } = step;
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Flex gap={3} wrap="wrap">
        <Typography variant="delta" tag="h2">
          {number}. {title}
        </Typography>
        <StateBadge state={state} />
        {isRequired ? null : (
          <Typography variant="pi" textColor="neutral600">
            {formatMessage({ id: trId('setup.optional'), defaultMessage: 'can wait' })}
          </Typography>
        )}
        {progress ? (
          <Typography variant="pi" textColor="neutral600">
            {progress.have} / {progress.need}
          </Typography>
        ) : null}
      </Flex>
      <Typography>{why}</Typography>
      <Tool step={step} ruleSet={ruleSet} />
      <Link tag={RouterLink} to={page}>
        {formatMessage({ id: trId('setup.open-page'), defaultMessage: 'Open the page' })}
      </Link>
    </Flex>
  );
};

const COLOURS = {
  done: { backgroundColor: 'success100', textColor: 'success700' },
  open: { backgroundColor: 'warning100', textColor: 'warning700' },
  hindered: { backgroundColor: 'neutral150', textColor: 'neutral700' },
} as const;

const StateBadge = ({ state }: { state: SetupState }) => {
  const { formatMessage } = useIntl();
  return (
    <Badge {...COLOURS[state]}>
      {formatMessage({ id: trId(`setup.state.${state}`), defaultMessage: state })}
    </Badge>
  );
};

/** What can be done of a step on this page. */
const Tool = ({ ruleSet, step }: Pick<StepProps, 'ruleSet' | 'step'>) => {
  const mayWrite = useAllowed(ACTIONS.writeSetup);
  if (!mayWrite) return null;
  if (step.key === 'mail') return <SendTestMail />;
  if (step.key !== 'rule-set' || step.state === 'done' || ruleSet === null) return null;
  return <InstallRuleSet name={ruleSet} />;
};
