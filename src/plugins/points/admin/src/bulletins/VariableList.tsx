import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { VARIABLES, type Variable } from '../../../domain/bulletin-wording';
import { trId } from '../shared/translations';

interface VariableListProps {
  /** What each stands for, where a month is known. */
  values?: Readonly<Record<Variable, string>>;
}

/** The variables that a text may name, with what they mean. */
export const VariableList = ({ values }: VariableListProps) => {
  const { formatMessage } = useIntl();
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={1}>
      {VARIABLES.map((name) => (
        <li key={name}>
          <Typography variant="pi" tag="code" fontWeight="semiBold">{`{${name}}`}</Typography>{' '}
          <Typography variant="pi" textColor="neutral600">
            {formatMessage({ id: trId(`bulletin.variable.${name}`), defaultMessage: name })}
            {values ? ` ${values[name]}` : ''}
          </Typography>
        </li>
      ))}
    </Flex>
  );
};
