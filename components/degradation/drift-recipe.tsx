import { Panel } from '../ui/panel';

const steps = [
  {
    title: 'Write the row',
    body: (
      <>
        Add the service to <code className="mono">catalog/services.yaml</code>: what users feel when it is degraded and
        when it is down, what still works, what fails, the severity of each, and the runbook.
      </>
    ),
  },
  {
    title: 'Report it',
    body: (
      <>
        Let <code className="mono">/api/v1/health/deep</code> answer for it under a key of its own, and name that key in
        the row’s <code className="mono">healthKeys</code>. From then on the row is live.
      </>
    ),
  },
  {
    title: 'Point the alert at the runbook',
    body: (
      <>
        Give each alert rule about it a <code className="mono">runbook_url</code> annotation whose runbook is in{' '}
        <code className="mono">catalog/runbooks</code>.
      </>
    ),
  },
  {
    title: 'Say it in the code',
    body: (
      <>
        Where the code handles its failure, write a comment that names the service:{' '}
        <code className="mono">FAIL-SOFT</code> when requests go on without it, <code className="mono">FAIL-LOUD</code>{' '}
        when those that need it are refused.
      </>
    ),
  },
];

/** How a new way to degrade gets into the matrix, so that it is known everywhere at once. */
export function DriftRecipe() {
  return (
    <div id="recipe" className="scroll-mt-4">
      <Panel title="How to add a degradation mode" aside="four steps">
        <ol className="grid gap-3 px-3.5 py-3">
          {steps.map(({ title, body }, index) => (
            <li key={title} className="grid grid-cols-[1.5rem_1fr]">
              <span aria-hidden="true" className="text-faint">
                {index + 1}
              </span>
              <div>
                <strong className="font-semibold">{title}</strong>
                <p className="max-w-prose text-dim">{body}</p>
              </div>
            </li>
          ))}
        </ol>
      </Panel>
    </div>
  );
}
