import 'server-only';
import { log } from '../observability/log';
import { keepCatalogueVersion } from './catalogue-versions';
import { getCatalogue } from './get-catalogue';

const lookEveryMs = 1_000;

/** Sees to it that the catalogue in use is kept, also after a change or a dead database. Answers what ends it. */
export function keepVersions(): () => void {
  let kept = '';
  let isBusy = false;
  const look = async () => {
    const catalogue = getCatalogue();
    if (isBusy || catalogue.version === kept) return;
    isBusy = true;
    try {
      await keepCatalogueVersion(catalogue);
      kept = catalogue.version;
    } catch (error) {
      const reason = error instanceof Error ? error.message : 'unknown';
      log().warn({ reason }, 'the version of the catalogue is not kept yet');
    }
    isBusy = false;
  };
  void look();
  const timer = setInterval(() => void look(), lookEveryMs);
  return () => clearInterval(timer);
}
