import { DATABASE, SERVICES } from './services';

/** What `npm run platform` says when it is asked nothing. */
export const HELP = `Breaks and mends the stand-in for the platform, so that you can watch the console.

  npm run platform -- minio down          a service, at both instances
  npm run platform -- blue minio down     at one instance only
  npm run platform -- green hang          a whole instance: takes requests, never answers
  npm run platform -- green off           its port is shut
  npm run platform -- green slow 3000     answers after 3000 ms
  npm run platform -- green 500           answers an error
  npm run platform -- green html          answers a web page
  npm run platform -- flag recommender false   a key that no catalogue knows, beside the checks
  npm run platform -- green on            behaves again
  npm run platform -- reset               everything as usual
  npm run platform -- status              what is broken now

Services  ${DATABASE}, ${SERVICES.map(({ name }) => name).join(', ')}
Words     ok, degraded, down, disabled (${DATABASE}: ok, down)
`;
