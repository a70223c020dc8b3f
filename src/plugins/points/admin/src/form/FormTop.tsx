import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { unstable_useDocumentLayout as useDocumentLayout, useForm } from '@strapi/strapi/admin';
import { Flex } from '@strapi/design-system';
import { createPortal } from 'react-dom';
import { useParams } from 'react-router-dom';
import type { SubmissionDetail } from '../../../shared/contracts';
import { VerdictNotice } from '../submissions/VerdictNotice';
import { marksIn, type FormMarks } from './form-marks';
import { KeptTexts } from './KeptTexts';
import { LockNotice } from './LockNotice';
import { useMarkFormMutation } from './marks-api';
import { missingFrom, typedFields, type TypedField } from './typed-texts';
import { usePieceOfForm } from './usePieceOfForm';

type Values = Readonly<Record<string, unknown>>;

/** Keeps the layout of the form marked as it is to be drawn. */
const useMarks = (model: string, { hidden, isLocked }: FormMarks): void => {
  const { edit, isLoading } = useDocumentLayout(model);
  const [mark] = useMarkFormMutation();
  const now = marksIn(edit.settings);
  const names = hidden.join();
  const isMarked = now.hidden.join() === names && now.isLocked === isLocked;
  // Before the browser paints: what is locked is never seen as if it were not.
  useLayoutEffect(() => {
    if (!isLoading && !isMarked)
      void mark({ model, marks: { hidden: names.split(',').filter(Boolean), isLocked } });
  }, [names, isLoading, isLocked, isMarked, mark, model]);
};

/** A place above the fields of the form, for which Strapi has none. */
const usePlaceAbove = () => {
  const anchor = useRef<HTMLSpanElement>(null);
  const [place, setPlace] = useState<HTMLElement | null>(null);
  useEffect(() => {
    // On a telephone what stands beside the form is drawn outside of it.
    const form = anchor.current?.closest('form') ?? document.querySelector('main form');
    const fields = form?.querySelector('[role="tabpanel"]');
    if (!fields?.parentElement) return undefined;
    const made = document.createElement('div');
    fields.parentElement.prepend(made);
    setPlace(made);
    return () => made.remove();
  }, []);
  return { anchor, place };
};

/**
 * Above a form of the Content Manager: why a piece came back, why it cannot be changed now, and what
 * was typed into it before that.
 */
export const FormTop = ({ slug = '' }: { slug?: string }) => {
  const { id = '' } = useParams();
  // The address of a form that is only being filled in says so in place of the document.
  const documentId = id === 'create' ? '' : id;
  return <TopOfForm key={`${slug}:${documentId}`} model={slug} documentId={documentId} />;
};

const TopOfForm = ({ model, documentId }: { model: string; documentId: string }) => {
  const { hidden, isAwaited, isOfUnit, piece } = usePieceOfForm(model, documentId);
  const isLocked = isAwaited || (isOfUnit && piece !== undefined && !piece.editable);
  const { anchor, place } = usePlaceAbove();
  useMarks(model, { isLocked, hidden });
  return (
    <>
      <span ref={anchor} hidden />
      {place && piece
        ? createPortal(<Above model={model} piece={piece} isLocked={isLocked} />, place)
        : null}
    </>
  );
};

interface AboveProps {
  model: string;
  piece: SubmissionDetail;
  isLocked: boolean;
}

/** What was typed before the form was locked; it stays after it was taken back and read anew. */
const useKept = (isLocked: boolean) => {
  const values = useForm('FormTop', (state) => state.values) as Values;
  const initial = useForm('FormTop', (state) => state.initialValues) as Values;
  const [kept, setKept] = useState<readonly TypedField[]>([]);
  useEffect(() => {
    const typed = isLocked ? typedFields(values, initial) : [];
    if (typed.length > 0) setKept(typed);
  }, [initial, isLocked, values]);
  return { kept: isLocked ? kept : missingFrom(kept, values), forget: () => setKept([]) };
};

const Above = ({ model, piece, isLocked }: AboveProps) => {
  const onChange = useForm('FormTop', (state) => state.onChange);
  const { kept, forget } = useKept(isLocked);
  if (!piece.verdict && !isLocked && kept.length === 0) return null;
  return (
    <Flex direction="column" alignItems="stretch" gap={3} paddingBottom={4} data-testid="form-top">
      {piece.verdict ? <VerdictNotice verdict={piece.verdict} /> : null}
      {isLocked ? <LockNotice piece={piece} /> : null}
      {kept.length > 0 ? (
        <KeptTexts
          model={model}
          fields={kept}
          onPutBack={
            isLocked ? undefined : () => kept.forEach(({ name, value }) => onChange(name, value))
          }
          onForget={isLocked ? undefined : forget}
        />
      ) : null}
    </Flex>
  );
};
