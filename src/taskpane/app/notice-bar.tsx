import { Button, MessageBar, MessageBarActions, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import type { ReactNode } from 'react';
import { PANE } from '../../core/texts/pane-texts.ts';
import { PlaceLinks } from '../shared/place-links.tsx';
import { useModel, usePane } from '../store/model-context.ts';

const INTENTS = { done: 'success', attention: 'warning', failed: 'error' } as const;

const useStyles = makeStyles({
  bar: { margin: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} 0` },
});

/** What a person is told once: what was written, what failed. */
export function NoticeBar(): ReactNode {
  const styles = useStyles();
  const model = useModel();
  const notice = usePane((state) => state.notice);
  if (notice === undefined) return null;
  const close = (
    <Button
      size="small"
      appearance="transparent"
      icon={<Dismiss16Regular />}
      aria-label={PANE.notice.putAway}
      onClick={() => {
        model.putAwayNotice();
      }}
    />
  );
  return (
    <MessageBar className={styles.bar} intent={INTENTS[notice.kind]} layout="multiline">
      <MessageBarBody>
        {notice.text}
        <PlaceLinks places={notice.places} />
      </MessageBarBody>
      <MessageBarActions containerAction={close}>
        {notice.retry && (
          <Button size="small" onClick={() => void model.recalculate()}>
            {PANE.notice.retry}
          </Button>
        )}
      </MessageBarActions>
    </MessageBar>
  );
}
