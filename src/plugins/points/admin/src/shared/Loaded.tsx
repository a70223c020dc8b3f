import type { ReactNode } from 'react';
import { EmptyStateLayout, Flex, Loader, Modal, Typography } from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';
import type { sentenceOf } from './errors';
import { ErrorNotice } from './ErrorNotice';

/**
 * Where something is shown, by which it has more or less room; `form` is a dialog whose content
 * brings its own body.
 */
type Place = 'page' | 'dialog' | 'form' | 'panel';

interface LoadedProps<Data> {
  place: Place;
  /** What was read: absent until it is there. */
  data: Data | undefined;
  error: Parameters<typeof sentenceOf>[0];
  /** What is said when reading failed and the server gave no sentence of its own. */
  failed: string;
  /** What is said while it is being read. */
  loading: string;
  /** When there is nothing to show, and what is said of it. */
  empty?: { when: (data: Data) => boolean; text: string };
  /** Offers to read again after a failure. */
  onRetry?: () => void;
  children: (data: Data) => ReactNode;
}

/** What the server is asked for, on its way: that it failed, is awaited, is empty, or the thing itself. */
export const Loaded = <Data,>({
  place,
  data,
  error,
  failed,
  loading,
  empty,
  onRetry,
  children,
}: LoadedProps<Data>) => {
  if (error) {
    return (
      <Frame place={place}>
        <ErrorNotice error={error} fallback={failed} onRetry={onRetry} />
      </Frame>
    );
  }
  if (data === undefined) {
    return (
      <Frame place={place}>
        <Awaited place={place}>{loading}</Awaited>
      </Frame>
    );
  }
  if (empty?.when(data)) {
    return (
      <Frame place={place}>
        <Nothing place={place}>{empty.text}</Nothing>
      </Frame>
    );
  }
  return <>{children(data)}</>;
};

/** What stands around a sentence in place of the content. */
const Frame = ({ place, children }: { place: Place; children: ReactNode }) =>
  place === 'form' ? <Modal.Body>{children}</Modal.Body> : <>{children}</>;

interface SentenceProps {
  place: Place;
  children: string;
}

const PADDING = { page: 8, dialog: 6, form: 0 } as const;

const Awaited = ({ place, children }: SentenceProps) =>
  place === 'panel' ? (
    <Loader small>{children}</Loader>
  ) : (
    <Flex justifyContent="center" padding={PADDING[place]}>
      <Loader>{children}</Loader>
    </Flex>
  );

const Nothing = ({ place, children }: SentenceProps) =>
  place === 'page' ? (
    <EmptyStateLayout icon={<EmptyDocuments width="16rem" />} content={children} />
  ) : (
    <Typography variant={place === 'panel' ? 'pi' : undefined} textColor="neutral600">
      {children}
    </Typography>
  );
