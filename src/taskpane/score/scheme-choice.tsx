import { Field, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { PANE } from '../../core/texts/pane-texts.ts';
import { Tag } from '../shared/tag.tsx';
import { useModel, usePane } from '../store/model-context.ts';
import { Choice } from '../shared/choice.tsx';

const useStyles = makeStyles({
  choice: { paddingBottom: tokens.spacingVerticalS },
  hint: { display: 'block', overflowWrap: 'anywhere' },
});

/** Which scheme the score goes by, and whether it was held against the official document. */
export function SchemeChoice(): ReactNode {
  const styles = useStyles();
  const model = useModel();
  const schemes = usePane(({ analysis }) => analysis?.schemes) ?? [];
  const own = usePane(({ analysis }) => analysis?.ownScheme);
  const inForce = usePane(({ analysis }) => analysis?.score?.scheme);
  const chosen = usePane((state) => state.scheme);
  const isBusy = usePane(({ work }) => work !== undefined);
  const standard = own === undefined ? (schemes[0]?.name ?? '') : PANE.score.ownScheme(own);
  return (
    <div className={styles.choice}>
      <Field
        label={PANE.score.scheme}
        size="small"
        hint={
          inForce === undefined || inForce.verified
            ? null
            : {
                children: (
                  <span className={styles.hint}>
                    <Tag kind="attention">{PANE.score.unverified}</Tag>{' '}
                    {inForce.checked > 0 && `${PANE.score.checkedPart(inForce.checked, inForce.indicators)}；`}
                    {PANE.score.unverifiedTip(inForce.source)}
                  </span>
                ),
              }
        }
      >
        <Choice
          value={chosen ?? ''}
          disabled={isBusy}
          onChange={(_, { value }) => void model.chooseScheme(value === '' ? undefined : value)}
        >
          <option value="">{`${standard}（${PANE.score.standard}）`}</option>
          {schemes
            .filter(({ name }) => name !== standard)
            .map(({ id, name, verified }) => (
              <option key={id} value={id}>
                {verified ? name : `${name}（${PANE.score.unverified}）`}
              </option>
            ))}
        </Choice>
      </Field>
    </div>
  );
}
