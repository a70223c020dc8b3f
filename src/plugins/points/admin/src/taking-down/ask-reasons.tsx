import { useCallback, useRef } from 'react';
import { unstable_useDocumentLayout as useDocumentLayout } from '@strapi/strapi/admin';
import type {
  BulkActionComponent,
  DocumentActionComponent,
} from '@strapi/content-manager/strapi-admin';
import { useIntl } from 'react-intl';
import { ACTIONS } from '../constants';
import { useAllowed } from '../shared/permissions';
import { trId } from '../shared/translations';
import { type Doing, ReasonToTakeDown } from './ReasonToTakeDown';

const isDoing = (type: string | undefined): type is Doing =>
  type === 'unpublish' || type === 'delete';

const UP: ReadonlySet<unknown> = new Set(['published', 'modified']);

/** Whether an entry is on the site, as the Content Manager says. */
const isUp = (document: object | undefined): boolean =>
  document !== undefined && 'status' in document && UP.has(document.status);

/** Whether entries of a type earn points, and whoever looks may see which. */
const useEarns = (model: string): boolean => {
  const { edit } = useDocumentLayout(model);
  const canRead = useAllowed(ACTIONS.readEntry);
  return canRead && 'points' in edit.options;
};

const useTitle = () => {
  const { formatMessage } = useIntl();
  return (doing: Doing): string =>
    doing === 'delete'
      ? formatMessage({ id: trId('take-down.title.delete'), defaultMessage: 'Delete: why?' })
      : formatMessage({ id: trId('take-down.title.unpublish'), defaultMessage: 'Unpublish: why?' });
};

/** Strapi's action on an entry, which asks for a reason where the entry is on the site. */
const asking = (Action: DocumentActionComponent, doing: Doing): DocumentActionComponent => {
  const AskingAction: DocumentActionComponent = (props) => {
    const { document, documentId, model } = props;
    const action = Action(props);
    const titleOf = useTitle();
    const earns = useEarns(model);
    const latest = useRef(action);
    latest.current = action;
    // One identity while the dialog is open: a new one would mount it afresh and lose what is typed.
    const Content = useCallback(
      ({ onClose }: { onClose: () => void }) => {
        const dialog = latest.current?.dialog;
        const own = dialog?.type === 'dialog' ? dialog : undefined;
        const confirm = async (): Promise<void> => {
          if (own?.onConfirm) await own.onConfirm();
          else await latest.current?.onClick?.({} as React.SyntheticEvent);
        };
        return (
          <ReasonToTakeDown
            doing={doing}
            uid={model}
            documentIds={documentId === undefined ? [] : [documentId]}
            onConfirm={confirm}
            onClose={onClose}
          >
            {doing === 'unpublish' ? own?.content : null}
          </ReasonToTakeDown>
        );
      },
      [documentId, model]
    );
    if (!action || !earns || documentId === undefined || !isUp(document)) return action;
    return {
      ...action,
      onClick: undefined,
      dialog: { type: 'modal', title: titleOf(doing), content: Content },
    };
  };
  AskingAction.type = Action.type;
  AskingAction.position = Action.position;
  return AskingAction;
};

/** Strapi's action on many entries, which asks for one reason for all of them. */
const askingOfMany = (Action: BulkActionComponent, doing: Doing): BulkActionComponent => {
  const AskingAction: BulkActionComponent = (props) => {
    const { documents, model } = props;
    const action = Action(props);
    const titleOf = useTitle();
    const earns = useEarns(model);
    const latest = useRef({ action, documents });
    latest.current = { action, documents };
    const Content = useCallback(
      ({ onClose }: { onClose: () => void }) => {
        const dialog = latest.current.action?.dialog;
        const confirm = async (): Promise<void> => {
          if (dialog?.type === 'dialog') await dialog.onConfirm?.();
        };
        return (
          <ReasonToTakeDown
            doing={doing}
            uid={model}
            documentIds={latest.current.documents.map(({ documentId }) => documentId)}
            onConfirm={confirm}
            onClose={onClose}
          />
        );
      },
      [model]
    );
    if (!action || !earns || !documents.some(isUp)) return action;
    return {
      ...action,
      dialog: { type: 'modal', title: titleOf(doing), content: Content },
    };
  };
  AskingAction.type = Action.type;
  return AskingAction;
};

/** Has those of Strapi's actions ask for a reason by which points end. */
export const askReasons = (actions: DocumentActionComponent[]): DocumentActionComponent[] =>
  actions.map((action) => (isDoing(action.type) ? asking(action, action.type) : action));

/** The same of actions on many entries. */
export const askReasonsOfMany = (actions: BulkActionComponent[]): BulkActionComponent[] =>
  actions.map((action) => (isDoing(action.type) ? askingOfMany(action, action.type) : action));
