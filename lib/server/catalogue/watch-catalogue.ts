import 'server-only';
import { log } from '../observability/log';
import type { CatalogueKeeper, CatalogueTrouble } from './catalogue-keeper';
import { catalogueKeeper } from './get-catalogue';
import { type WatchTimes, watchFolder } from './watch-folder';

const usualTimes: WatchTimes = { debounceMs: 300, lookEveryMs: 15_000 };

interface WatchOptions extends Partial<WatchTimes> {
  keeper?: CatalogueKeeper;
  /** Told after each reading: whether the catalogue in use has changed. */
  onReload?: (outcome: ReturnType<CatalogueKeeper['reload']>) => void;
}

/** Reads the catalogue again when its folder changes and on SIGHUP. Answers what ends it. */
export function watchCatalogue({ keeper = catalogueKeeper(), onReload, ...times }: WatchOptions = {}): () => void {
  const reload = () => {
    const outcome = keeper.reload();
    const { current, trouble } = keeper;
    if (trouble) log().warn({ mistakes: trouble.mistakes }, 'the catalogue has mistakes; the last good one stays');
    else if (outcome === 'changed') log().info({ version: current.version }, 'the catalogue has changed');
    onReload?.(outcome);
  };
  const stop = watchFolder(keeper.folder, { ...usualTimes, ...times }, reload);
  process.on('SIGHUP', reload);
  return () => {
    process.off('SIGHUP', reload);
    stop();
  };
}

/** What is wrong with the files on disk since when, while the last good catalogue is in use; null when all is well. */
export function catalogueTrouble(): CatalogueTrouble | null {
  return catalogueKeeper().trouble;
}
