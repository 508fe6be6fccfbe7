import { SituationSkeleton } from './situation-skeleton';

export default SituationSkeleton;
