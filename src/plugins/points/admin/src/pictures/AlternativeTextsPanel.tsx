import { useState, type ChangeEvent } from 'react';
import { useFetchClient, useForm, useNotification } from '@strapi/strapi/admin';
import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Box, Button, Field, Flex, TextInput, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { languageHeaders } from '../../../../../admin/shared/requests';
import { ACTIONS } from '../constants';
import { ErrorNotice } from '../shared/ErrorNotice';
import { useAllowed } from '../shared/permissions';
import { trId } from '../shared/translations';
import { namelessPictures, withTexts, type NamelessPicture } from './nameless-pictures';

type Values = Readonly<Record<string, unknown>>;

/** The side panel that asks for the alternative texts of all pictures of a form at once, while one has none. */
export const AlternativeTextsPanel: PanelComponent = ({ activeTab }) => {
  const { formatMessage } = useIntl();
  const mayUpdate = useAllowed(ACTIONS.updateFiles);
  const values = useForm('AlternativeTextsPanel', (state) => state.values as Values, false);
  const isLocked = useForm('AlternativeTextsPanel', ({ disabled }) => disabled, false);
  const pictures = values ? namelessPictures(values) : [];
  if (!mayUpdate || isLocked || activeTab === 'published' || pictures.length === 0) return null;
  return {
    title: formatMessage(
      {
        id: trId('pictures.title'),
        defaultMessage: '{count, plural, one {# picture} other {# pictures}} without a text',
      },
      { count: pictures.length }
    ),
    content: <Texts pictures={pictures} />,
  };
};

const Texts = ({ pictures }: { pictures: readonly NamelessPicture[] }) => {
  const { formatMessage } = useIntl();
  const { toggleNotification } = useNotification();
  const { post } = useFetchClient();
  const values = useForm('Texts', (state) => state.values as Values);
  const onChange = useForm('Texts', (state) => state.onChange);
  const [typed, setTyped] = useState<ReadonlyMap<number, string>>(new Map());
  const [isSaving, setIsSaving] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const given = pictures.flatMap(({ id }): Array<[number, string]> => {
    const text = typed.get(id)?.trim() ?? '';
    return text === '' ? [] : [[id, text]];
  });

  /** What stands in the form says so too: rich text keeps its pictures' texts itself. */
  const tellForm = (saved: ReadonlyMap<number, string>): void => {
    for (const [name, value] of Object.entries(values)) {
      if (namelessPictures(value).some(({ id }) => saved.has(id))) {
        onChange(name, withTexts(value, saved));
      }
    }
  };

  const save = async (): Promise<void> => {
    setIsSaving(true);
    setError(null);
    const saved = new Map<number, string>();
    try {
      for (const [id, alternativeText] of given) {
        const body = new FormData();
        body.append('fileInfo', JSON.stringify({ alternativeText }));
        await post(`/upload?id=${id}`, body, { headers: languageHeaders() });
        saved.set(id, alternativeText);
      }
      toggleNotification({
        type: 'success',
        message: formatMessage(
          {
            id: trId('pictures.saved'),
            defaultMessage:
              'The texts of {count, plural, one {# picture} other {# pictures}} are saved.',
          },
          { count: saved.size }
        ),
      });
    } catch (failure) {
      setError(failure as Error);
    } finally {
      tellForm(saved);
      setIsSaving(false);
    }
  };

  return (
    <Flex
      direction="column"
      alignItems="stretch"
      gap={4}
      width="100%"
      data-testid="alternative-texts"
    >
      <Typography variant="pi" textColor="neutral600">
        {formatMessage({
          id: trId('pictures.why'),
          defaultMessage:
            'Say in a sentence what each shows, for those who cannot see it. Without it the entry is not published.',
        })}
      </Typography>
      {error ? (
        <ErrorNotice
          error={error}
          fallback={formatMessage({
            id: trId('pictures.failed'),
            defaultMessage: 'The texts could not be saved.',
          })}
        />
      ) : null}
      {pictures.map(({ id, name, url }) => (
        <Flex key={id} gap={3} alignItems="flex-start">
          <Box
            tag="img"
            src={url}
            alt=""
            width="6.4rem"
            height="6.4rem"
            hasRadius
            style={{ objectFit: 'cover', flex: 'none' }}
          />
          <Box style={{ flex: 1, minWidth: 0 }}>
            <Field.Root>
              <Field.Label style={{ overflowWrap: 'anywhere' }}>{name}</Field.Label>
              <TextInput
                value={typed.get(id) ?? ''}
                maxLength={255}
                onChange={(event: ChangeEvent<HTMLInputElement>) =>
                  setTyped(new Map(typed).set(id, event.target.value))
                }
              />
            </Field.Root>
          </Box>
        </Flex>
      ))}
      <Button
        type="button"
        variant="secondary"
        disabled={given.length === 0}
        loading={isSaving}
        onClick={() => void save()}
      >
        {formatMessage({ id: trId('pictures.save'), defaultMessage: 'Save the texts' })}
      </Button>
    </Flex>
  );
};
