import type { ReactNode } from 'react';
import { DeclareButton } from '@/components/incident/declare-button';
import { DeclareProvider } from '@/components/incident/declare-provider';
import { Shell } from '@/components/shell/shell';
import { ClientRoot } from '@/lib/client/client-root';
import type { AccessRole } from '@/lib/domain/access/role';
import { isAllowed } from '@/lib/domain/access/who-may';
import type { Catalogue } from '@/lib/domain/catalogue/catalogue';
import { requireActor } from '@/lib/server/access/current-actor';
import { getCatalogue } from '@/lib/server/catalogue/get-catalogue';
import { env } from '@/lib/server/env';
import { buildId } from '@/lib/server/kernel/build-id';

export const dynamic = 'force-dynamic';

function declareChoices(role: AccessRole, { severities, defaultSeverity, services }: Catalogue) {
  if (!isAllowed(role, 'incident.declare')) return null;
  return { severities, defaultSeverity, services: services.map(({ id, name }) => ({ id, name })) };
}

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor();
  const catalogue = getCatalogue();
  const choices = declareChoices(actor.role, catalogue);
  return (
    <ClientRoot actor={actor} faroUrl={env().FARO_URL ?? null} buildId={buildId()}>
      <DeclareProvider choices={choices}>
        <Shell platform={catalogue.platform} actor={actor} nowMs={Date.now()} declare={choices && <DeclareButton />}>
          {children}
        </Shell>
      </DeclareProvider>
    </ClientRoot>
  );
}
