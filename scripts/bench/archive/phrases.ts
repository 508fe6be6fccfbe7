type Some = readonly [string, ...string[]];

export const people: Some = [
  ...(['Ada Nkemelu', 'Bo Lindgren', 'Chiara Conti', 'Dmitri Orlov', 'Elif Yılmaz', 'Farid Haddad'] as const),
  ...(['Greta Holm', 'Hugo Marchand', 'Inés Robledo', 'Jun Watanabe', 'Kofi Mensah', 'Leila Rahimi'] as const),
];

export const troubles: Some = [
  ...(['is slow', 'answers with errors', 'is down', 'loses connections', 'runs out of disk', 'is full'] as const),
  ...(['times out', 'flaps between nodes', 'rejects writes', 'has a stale cache', 'has a growing backlog'] as const),
  ...(['uses all its memory', 'fails over again and again', 'lags behind its primary', 'drops requests'] as const),
];

export const where: Some = [
  ...(['for some users', 'after the deploy', 'since midnight', 'in one region', 'on one node', 'at peak'] as const),
  ...(['after the certificate changed', 'during the backup', 'under load', 'for mobile users'] as const),
];

export const observations: Some = [
  ...(['saw the error rate climb', 'restarted the worker', 'checked the pool of connections'] as const),
  ...(['compared with yesterday', 'read the slow query log', 'found a panic in the trace'] as const),
  ...(['drained the node', 'rolled the image back', 'asked the data centre', 'raised the limit'] as const),
  ...(['flushed the cache', 'replayed the queue', 'measured the replication lag', 'captured a heap dump'] as const),
  ...(['blocked an abusive range', 'rotated the credentials', 'moved traffic to the standby'] as const),
];

export const causes: Some = [
  ...([
    'a migration that locked the table',
    'a firmware bug of the drives',
    'a certificate that nobody renewed',
  ] as const),
  ...(['a retry storm of the clients', 'a memory leak of the last release', 'a full log partition'] as const),
  ...(['a network partition', 'a missing index', 'an expired secret', 'a config that was half rolled out'] as const),
];

export const cures: Some = [
  ...([
    'rolled back',
    'replaced the node',
    'added an index',
    'renewed the certificate',
    'cleared the partition',
  ] as const),
  ...(['shed load at the edge', 'failed over by hand', 'rotated the secret', 'scaled the workers'] as const),
];
