import { Layouts, Page, useQueryParams } from '@strapi/strapi/admin';
import { Box, Tabs } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { trId } from '../shared/translations';
import { stateOf, type AdoptionsState, type RawState } from './adoptions-state';
import { ChosenPiece } from './ChosenPiece';
import { ImportTab } from './ImportTab';
import { PieceSearch } from './PieceSearch';

/** Recording adoptions by hand (§七.1–6): of one piece, step by step, or of many from a workbook. */
export const AdoptionsPage = () => {
  const { formatMessage } = useIntl();
  const [{ query }, setQuery] = useQueryParams<RawState>();
  const state = stateOf(query);
  const change = (values: Partial<AdoptionsState>) => setQuery({ ...state, ...values });
  const title = formatMessage({ id: trId('recording.title'), defaultMessage: 'Record adoptions' });
  return (
    <Page.Main>
      <Page.Title>{title}</Page.Title>
      <Layouts.Header
        title={title}
        subtitle={formatMessage({
          id: trId('recording.subtitle'),
          defaultMessage:
            'What the paper, the city, the province, the centre and leaders made of a piece (regulation §七.1–6)',
        })}
      />
      <Layouts.Content>
        <Tabs.Root
          variant="simple"
          value={state.tab}
          onValueChange={(tab) => change({ tab: tab === 'import' ? 'import' : 'record' })}
        >
          <Tabs.List>
            <Tabs.Trigger value="record">
              {formatMessage({ id: trId('recording.one'), defaultMessage: 'One piece' })}
            </Tabs.Trigger>
            <Tabs.Trigger value="import">
              {formatMessage({ id: trId('recording.many'), defaultMessage: 'Import' })}
            </Tabs.Trigger>
          </Tabs.List>
          <Tabs.Content value="record">
            <Box paddingTop={4}>
              {state.submission === '' ? (
                <PieceSearch state={state} onChange={change} />
              ) : (
                <ChosenPiece
                  key={state.submission}
                  documentId={state.submission}
                  onChoose={(submission) => change({ submission })}
                />
              )}
            </Box>
          </Tabs.Content>
          <Tabs.Content value="import">
            <Box paddingTop={4}>
              <ImportTab />
            </Box>
          </Tabs.Content>
        </Tabs.Root>
      </Layouts.Content>
    </Page.Main>
  );
};
