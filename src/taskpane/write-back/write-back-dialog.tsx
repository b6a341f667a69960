import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { placesOf } from '../../commands/analysis/place.ts';
import { PANE } from '../../core/texts/pane-texts.ts';
import { PlaceLinks } from '../shared/place-links.tsx';
import { useModel, usePane } from '../store/model-context.ts';
import { ChangeTable } from './change-table.tsx';

const useStyles = makeStyles({
  surface: {
    width: 'calc(100vw - 24px)',
    maxWidth: '560px',
    maxHeight: 'calc(100vh - 24px)',
    padding: tokens.spacingHorizontalL,
  },
  body: { maxHeight: 'calc(100vh - 24px - 2 * 16px)' },
  content: {
    borderRadius: tokens.borderRadiusSmall,
    ':focus-visible': { outline: `1px solid ${tokens.colorBrandStroke1}`, outlineOffset: '3px' },
  },
  // Side by side also in a narrow pane.
  actions: {
    flexDirection: 'row',
    justifyContent: 'flex-end',
    '@media screen and (max-width: 480px)': { flexDirection: 'row', justifyContent: 'flex-end' },
  },
  button: { width: 'auto', '@media screen and (max-width: 480px)': { width: 'auto' } },
  intro: { margin: `0 0 ${tokens.spacingVerticalS}`, color: tokens.colorNeutralForeground2 },
});

/** What a write-back would change, sheet by sheet, before it is done with one click. */
export function WriteBackDialog(): ReactNode {
  const styles = useStyles();
  const model = useModel();
  const preview = usePane((state) => state.preview);
  return (
    <Dialog
      open={preview !== undefined}
      onOpenChange={(_, { open }) => {
        if (!open) model.closePreview();
      }}
    >
      <DialogSurface className={styles.surface}>
        <DialogBody className={styles.body}>
          <DialogTitle>{PANE.writeBack.title}</DialogTitle>
          <DialogContent className={styles.content} tabIndex={0} role="region" aria-label={PANE.writeBack.title}>
            {preview !== undefined && (
              <>
                <p className={styles.intro}>
                  {preview.changes.length === 0 ? PANE.writeBack.nothing : PANE.writeBack.intro(preview.changes.length)}
                </p>
                {preview.kept.length > 0 && (
                  <p className={styles.intro}>
                    {PANE.writeBack.kept(preview.kept.length)} <PlaceLinks places={placesOf(preview.kept)} />
                  </p>
                )}
                <ChangeTable changes={preview.changes} />
              </>
            )}
          </DialogContent>
          <DialogActions className={styles.actions} fluid position="end">
            <Button
              className={styles.button}
              onClick={() => {
                model.closePreview();
              }}
            >
              {PANE.writeBack.cancel}
            </Button>
            <Button
              className={styles.button}
              appearance="primary"
              disabledFocusable={preview === undefined || preview.changes.length === 0}
              onClick={() => void model.writeBack()}
            >
              {PANE.writeBack.confirm}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
