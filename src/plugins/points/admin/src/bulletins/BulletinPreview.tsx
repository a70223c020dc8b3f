import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { MAX_RUNNING_TEXT, textLength, type BulletinText } from '../../../domain/bulletin-wording';
import { Notice } from '../shared/Notice';
import { trId } from '../shared/translations';

/** A bulletin's text as it will be printed. */
export const BulletinPreview = ({ text }: { text: BulletinText }) => {
  const { formatMessage } = useIntl();
  const length = textLength(text);
  const label = formatMessage({ id: trId('bulletin.preview'), defaultMessage: 'Preview' });
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Flex justifyContent="space-between" alignItems="baseline">
        <Typography variant="delta" tag="h2">
          {label}
        </Typography>
        <Typography variant="pi" textColor="neutral600">
          {formatMessage(
            {
              id: trId('bulletin.length'),
              defaultMessage: '{length} of {maximum} characters',
            },
            { length, maximum: MAX_RUNNING_TEXT }
          )}
        </Typography>
      </Flex>
      {length > MAX_RUNNING_TEXT ? (
        <Notice variant="warning">
          {formatMessage({
            id: trId('bulletin.too-long'),
            defaultMessage: 'The text is longer than a paper of this kind may be.',
          })}
        </Notice>
      ) : null}
      <Box
        tag="article"
        lang="zh-Hans"
        aria-label={label}
        background="neutral0"
        borderColor="neutral200"
        hasRadius
        padding={6}
      >
        <Flex direction="column" alignItems="stretch" gap={2}>
          <Typography variant="beta" tag="h3" textAlign="center">
            {text.titleLines.map((line) => (
              <span key={line} style={{ display: 'block' }}>
                {line}
              </span>
            ))}
          </Typography>
          {text.number === '' ? null : <Typography textAlign="center">{text.number}</Typography>}
          <Typography>{`${text.addressees}：`}</Typography>
          {text.blocks.map(({ kind, text: words }, index) => (
            <Typography
              key={`${index} ${words}`}
              tag={kind === 'heading' ? 'h4' : 'p'}
              fontWeight={kind === 'heading' ? 'bold' : undefined}
              style={{ textIndent: '2em', lineHeight: 1.6 }}
            >
              {words}
            </Typography>
          ))}
          <Typography textAlign="right">{text.signature}</Typography>
          <Typography textAlign="right" style={{ whiteSpace: 'pre' }}>
            {text.date}
          </Typography>
        </Flex>
      </Box>
    </Flex>
  );
};
