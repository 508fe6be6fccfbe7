'use client';

import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { SubmitHint, submitOnCtrlEnter } from '../ui/submit-keys';
import { TextField } from '../ui/text-field';
import type { DeclareChoices, DeclareStart } from './declare-choices';
import { DeclareMore } from './declare-more';
import { AlreadyOpen, MatrixNews, Silence } from './declare-notices';
import { ServicesField } from './services-field';
import { SeverityField } from './severity-field';
import { useDeclareForm } from './use-declare-form';
import { useDeclaring } from './use-declaring';
import { useLiveDeclaration } from './use-live-declaration';

interface DeclareDialogProps {
  choices: DeclareChoices;
  start: DeclareStart;
  onClose: () => void;
}

type Form = ReturnType<typeof useDeclareForm>;

/** What is said and chosen. */
function Fields({ form, choices, nowMs }: { form: Form; choices: DeclareChoices; nowMs: number }) {
  const { base, title, setTitle, severity, services, more, change } = form;
  return (
    <>
      <TextField
        label="What is wrong, in a few words"
        value={title}
        onChange={(event) => setTitle(event.target.value)}
        maxLength={200}
        required
        autoComplete="off"
      />
      <SeverityField
        severities={choices.severities}
        proposal={base.proposal}
        value={severity}
        onChange={(id) => change({ severity: id })}
      />
      <ServicesField
        services={choices.matrix.services}
        rows={base.rows}
        value={services}
        nowMs={nowMs}
        onChange={(ids) => change({ services: ids })}
      />
      <DeclareMore value={more} onChange={change} />
    </>
  );
}

/** Opens an incident from what the matrix knows. What is typed stays until the console has it. Loaded late. */
export function DeclareDialog({ choices, start, onClose }: DeclareDialogProps) {
  const { proposed, incidents, nowMs } = useLiveDeclaration(choices, start.serviceId);
  const form = useDeclareForm(choices, start, proposed);
  const { title, severity, services, more } = form;
  const { declare, isBusy, words } = useDeclaring({ title, severity, services, more, start }, () => {
    form.clear();
    onClose();
  });
  return (
    <Dialog title="Declare an incident" description={proposed.sentence} onClose={onClose}>
      <form onSubmit={declare} onKeyDown={submitOnCtrlEnter} className="grid gap-4" noValidate>
        <Silence />
        <AlreadyOpen rows={proposed.rows} {...{ services, incidents }} />
        <MatrixNews news={form.news} onTakeOver={form.takeOver} />
        <Fields {...{ form, choices, nowMs }} />
        <div className="sticky -bottom-5 -mb-5 flex flex-wrap items-center justify-end gap-2 border-line border-t bg-panel py-3">
          <p role="alert" className="mr-auto text-down empty:hidden">
            {words}
          </p>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="loud" aria-disabled={isBusy}>
            {isBusy ? 'Declaring…' : `Declare ${severity}`}
            <SubmitHint />
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
