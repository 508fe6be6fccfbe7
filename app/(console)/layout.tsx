import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { DeclareButton } from '@/components/incident/declare-button';
import { DeclareProvider } from '@/components/incident/declare-provider';
import { Shell } from '@/components/shell/shell';
import { WithoutScripts } from '@/components/shell/without-scripts';
import { Banner } from '@/components/ui/banner';
import { ClientRoot } from '@/lib/client/client-root';
import { KeepRunbooks } from '@/lib/client/offline/keep-runbooks';
import type { AccessRole } from '@/lib/domain/access/role';
import { isAllowed } from '@/lib/domain/access/who-may';
import type { Catalogue } from '@/lib/domain/catalogue/catalogue';
import { toMatrixCatalogue } from '@/lib/domain/degradation/matrix-catalogue';
import { requireActor } from '@/lib/server/access/current-actor';
import { getCatalogue } from '@/lib/server/catalogue/get-catalogue';
import { catalogueTrouble } from '@/lib/server/catalogue/watch-catalogue';
import { env } from '@/lib/server/env';
import { getHealth } from '@/lib/server/health/get-health';
import { buildId } from '@/lib/server/kernel/build-id';
import { DeclareEntry } from './declare-entry';

export const dynamic = 'force-dynamic';

async function declareChoices(role: AccessRole, catalogue: Catalogue) {
  if (!isAllowed(role, 'incident.declare')) return null;
  const { severities, defaultSeverity } = catalogue;
  return { severities, defaultSeverity, matrix: toMatrixCatalogue(catalogue), health: await getHealth() };
}

/** Leads are told that the files are broken; everybody goes on with the last good ones. */
function CatalogueTrouble({ role }: { role: AccessRole }) {
  const trouble = role === 'lead' ? catalogueTrouble() : null;
  if (!trouble) return null;
  return (
    <Banner look="warn">
      <strong className="font-semibold">The catalogue has mistakes; the last good one is in use.</strong>
      <span>{trouble.mistakes[0]}</span>
    </Banner>
  );
}

/** A development server has no build whose files could be kept. */
function Kept({ person, catalogue: { version, runbooks } }: { person: string; catalogue: Catalogue }) {
  return <KeepRunbooks person={person} build={buildId()} version={version} runbookIds={runbooks.map(({ id }) => id)} />;
}

/** Read from the address: what arrives piece by piece, as pages do, a browser without scripts never shows. */
async function incidentOfAddress(): Promise<string | null> {
  const path = (await headers()).get('x-console-path') ?? '';
  return /^\/incidents\/(INC-\d{4}-\d{4,9})(?![^/?])/.exec(path)?.[1] ?? null;
}

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor();
  const catalogue = getCatalogue();
  const choices = await declareChoices(actor.role, catalogue);
  const number = await incidentOfAddress();
  return (
    <ClientRoot actor={actor} faroUrl={env().FARO_URL ?? null} buildId={buildId()}>
      <DeclareProvider choices={choices}>
        {choices && <DeclareEntry />}
        <Shell platform={catalogue.platform} actor={actor} nowMs={Date.now()} declare={choices && <DeclareButton />}>
          <WithoutScripts number={number} />
          <CatalogueTrouble role={actor.role} />
          {children}
        </Shell>
        {env().NODE_ENV === 'production' && <Kept person={actor.id} catalogue={catalogue} />}
      </DeclareProvider>
    </ClientRoot>
  );
}
