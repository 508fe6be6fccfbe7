import { commsPhases } from '../../../lib/domain/catalogue/comms-guide';
import { functionRows } from '../../../lib/domain/degradation/function-rows';
import type { MatrixRow } from '../../../lib/domain/degradation/matrix';
import { prepareUpdate } from '../../../lib/server/comms/prepare-update';
import { shippedCatalogue } from '../archive/shipped-catalogue';
import { monotonicMs } from '../clock';
import type { Figure, Row } from '../report/figure';
import { percentileFigures } from '../report/percentile';
import { progress } from '../report/progress';

const ROUNDS = 500;
const AT = '2026-11-22T03:04:00.000Z';

/** The texts of all channels for one update, while everything that can be broken is. */
export const commsText: Row = {
  name: 'comms-text',
  intervalMs: null,
  measure: async (stage): Promise<Figure[]> => {
    const catalogue = shippedCatalogue(stage.root);
    const { comms, services, functions, severities, platform } = catalogue;
    const rows = services.map(({ id, name }): MatrixRow => {
      return { serviceId: id, name, status: 'down', since: AT, users: '', severity: null, instances: [] };
    });
    const situation = {
      rows,
      functions: functionRows(functions, services, new Map(rows.map((row) => [row.serviceId, row]))),
    };
    progress(`comms-text: ${ROUNDS} updates`);
    const samples = Array.from({ length: ROUNDS }, (_, round) => {
      const words = comms.words[round % comms.words.length];
      const phase = commsPhases[round % commsPhases.length];
      if (!words || !phase) throw new Error('the catalogue has no words');
      const began = monotonicMs();
      prepareUpdate({
        guide: comms,
        isPrivate: false,
        destinationsOf: () => ['webhook'],
        facts: {
          ...{ platform, phase, words, services, situation, impactStarted: AT },
          holdingOf: () => ({ by: 'own' }),
          ...{ doing: 'We are moving. '.repeat(60), nextUpdateAt: AT, endedAt: null, previousHeadline: null },
        },
        internals: {
          ...{ number: 'INC-2026-0001', severity: severities[0]?.id ?? '', commander: 'A', commsLead: null },
          ...{ failureClass: null, openSteps: 9, owesPostmortem: true, isResolved: false },
          ...{ cause: 'A drive died. '.repeat(60), mitigation: 'It was replaced. '.repeat(60) },
        },
      });
      return monotonicMs() - began;
    });
    return percentileFigures('texts of all channels', 'ms', samples, { 50: {}, 95: { budget: 50 }, 100: {} });
  },
};
