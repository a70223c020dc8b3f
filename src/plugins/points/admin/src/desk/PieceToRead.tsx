import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';
import type { Attachment, Paragraph, SubmissionReading } from '../../../shared/contracts';
import { useChoiceLabel } from '../shared/choices';
import { trId } from '../shared/translations';
import { useFileSize } from '../shared/useFileSize';
import { StateBadge } from '../submissions/StateBadge';

/** A page as it is printed: lines of some thirty characters, room between them, paragraphs indented. */
const Sheet = styled.article`
  font-size: 1.7rem;
  line-height: 1.9;
  color: ${({ theme }) => theme.colors.neutral800};
  overflow-wrap: anywhere;

  p,
  h3,
  blockquote,
  ul {
    margin: 0 0 1em;
  }

  p {
    text-align: justify;
    text-indent: 2em;
  }

  h3 {
    font-size: 1.9rem;
    font-weight: 600;
  }

  blockquote {
    padding-left: 1.6rem;
    border-left: 3px solid ${({ theme }) => theme.colors.neutral300};
  }

  ul {
    padding-left: 2em;
    list-style: disc;
  }

  figure {
    margin: 0 0 1.6rem;
  }

  figure img {
    display: block;
    width: 100%;
    max-height: 90vh;
    object-fit: contain;
    background: ${({ theme }) => theme.colors.neutral100};
    border-radius: ${({ theme }) => theme.borderRadius};
  }

  figcaption {
    font-size: 1.4rem;
    color: ${({ theme }) => theme.colors.neutral600};
    text-align: center;
  }
`;

interface PictureProps {
  url: string;
  /** What it shows. */
  text: string;
  name: string;
}

const Picture = ({ url, text, name }: PictureProps) => (
  <figure>
    <a href={url} target="_blank" rel="noreferrer">
      <img src={url} alt={text === '' ? name : text} loading="lazy" />
    </a>
    <figcaption>{text === '' ? name : text}</figcaption>
  </figure>
);

const Part = ({ paragraph: { kind, text, url } }: { paragraph: Paragraph }) => {
  if (kind === 'picture') return url === null ? null : <Picture url={url} text={text} name="" />;
  if (kind === 'heading') return <h3>{text}</h3>;
  if (kind === 'quote') return <blockquote>{text}</blockquote>;
  if (kind === 'item') {
    return (
      <ul>
        <li>{text}</li>
      </ul>
    );
  }
  return <p>{text}</p>;
};

const isPicture = ({ mime }: Attachment): boolean => mime.startsWith('image/');

/** What stands in the words already is not shown once more below them. */
const besideWords = ({ files, paragraphs }: SubmissionReading): Attachment[] =>
  files.filter(({ url }) => !paragraphs.some((paragraph) => paragraph.url === url));

const AttachedFiles = ({ files }: { files: readonly Attachment[] }) => {
  const { formatMessage } = useIntl();
  const sizeOf = useFileSize();
  if (files.length === 0) return null;
  return (
    <Flex tag="section" direction="column" alignItems="stretch" gap={2}>
      <Typography tag="h2" variant="sigma" textColor="neutral600">
        {formatMessage(
          { id: trId('reading.files'), defaultMessage: 'Files ({count})' },
          { count: files.length }
        )}
      </Typography>
      {files.map(({ id, name, size, url }) => (
        <Flex key={id} gap={3} justifyContent="space-between" alignItems="baseline">
          <Link href={url} isExternal style={{ overflowWrap: 'anywhere', minWidth: 0 }}>
            {name}
          </Link>
          <Typography variant="pi" textColor="neutral600" style={{ flex: 'none' }}>
            {sizeOf(size)}
          </Typography>
        </Flex>
      ))}
    </Flex>
  );
};

const Facts = ({ piece }: { piece: SubmissionReading }) => {
  const { formatMessage } = useIntl();
  const labelOf = useChoiceLabel();
  const { category, contributors, eventDate } = piece;
  const facts = [
    ...contributors.map(({ unit, officers }) =>
      [unit.name, ...officers.map(({ name }) => name)].join(' ')
    ),
    ...(category ? [labelOf(category)] : []),
    ...(eventDate
      ? [
          formatMessage(
            { id: trId('life.event-date'), defaultMessage: 'event on {date}' },
            { date: eventDate }
          ),
        ]
      : []),
  ];
  return <Typography textColor="neutral600">{facts.join(' · ')}</Typography>;
};

/** What somebody sends in, whole: who wrote it, the words, the pictures large, the files by name and size. */
export const PieceToRead = ({ piece }: { piece: SubmissionReading }) => {
  const { formatMessage } = useIntl();
  const files = besideWords(piece);
  return (
    <Box
      background="neutral0"
      borderColor="neutral200"
      hasRadius
      padding={{ initial: 4, medium: 7 }}
    >
      <Flex
        direction="column"
        alignItems="stretch"
        gap={5}
        maxWidth="76rem"
        marginLeft="auto"
        marginRight="auto"
      >
        <Flex direction="column" alignItems="stretch" gap={2}>
          <Typography tag="h2" variant="alpha" style={{ overflowWrap: 'anywhere' }}>
            {piece.title}
          </Typography>
          <Facts piece={piece} />
          <Flex>
            <StateBadge
              state={piece.state}
              awaitsSignature={piece.signature.requestedAt !== null}
            />
          </Flex>
        </Flex>
        <Sheet data-testid="reading-text">
          {piece.paragraphs.map((paragraph, index) => (
            <Part key={index} paragraph={paragraph} />
          ))}
          {piece.paragraphs.length === 0 ? (
            <Typography textColor="neutral600">
              {formatMessage({ id: trId('life.no-text'), defaultMessage: 'No text of its own.' })}
            </Typography>
          ) : null}
          {files.filter(isPicture).map(({ id, alternativeText, name, url }) => (
            <Picture key={id} url={url} text={alternativeText ?? ''} name={name} />
          ))}
        </Sheet>
        <AttachedFiles files={files} />
      </Flex>
    </Box>
  );
};
