import { useForm } from '@strapi/strapi/admin';
import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Button, Flex } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { DEFAULT_TEMPLATES } from '../../../domain/bulletin-wording';
import { UID } from '../constants';
import { PanelSection } from '../shared/PanelSection';
import { trId } from '../shared/translations';
import { VariableList } from './VariableList';

/** The side panel of a bulletin's template: its variables, and the built-in words to begin from. */
export const TemplatePanel: PanelComponent = ({ document, model }) => {
  const { formatMessage } = useIntl();
  if (model !== UID.bulletinTemplate) return null;
  return {
    title: formatMessage({ id: trId('bulletin.variables'), defaultMessage: 'Variables' }),
    content: <TemplateHelp isNew={document?.documentId === undefined} />,
  };
};

const TemplateHelp = ({ isNew }: { isNew: boolean }) => {
  const { formatMessage } = useIntl();
  const onChange = useForm('TemplateHelp', (state) => state.onChange);
  const fillIn = () => {
    onChange('kind', 'month');
    for (const [name, value] of Object.entries(DEFAULT_TEMPLATES.month)) onChange(name, value);
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={4} width="100%">
      {isNew ? (
        <Button variant="secondary" fullWidth onClick={fillIn}>
          {formatMessage({
            id: trId('bulletin.built-in'),
            defaultMessage: 'Begin with the built-in words',
          })}
        </Button>
      ) : null}
      <PanelSection
        title={formatMessage({
          id: trId('bulletin.variables-hint'),
          defaultMessage: 'A text can name in braces',
        })}
      >
        <VariableList />
      </PanelSection>
    </Flex>
  );
};
