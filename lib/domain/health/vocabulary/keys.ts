function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/).filter((word) => word !== ''));
}

/** All sets hold joined keys (`isHealthy`, `is_healthy` → `ishealthy`) unless they say words. */

/** The answer's, or a record's, own word. */
export const STATUS_KEYS =
  setOf(`status statut etat etatglobal statutglobal zustand gesamtstatus gesamtzustand estado stato situacao health
  healthstatus overall overallstatus overallhealth overallstate globalstatus systemstatus appstatus applicationstatus servicestatus
  serverstatus clusterstatus clusterhealth aggregatedstatus aggregatestatus indicator sante gesundheit systemhealth currentstatus
  checkstatus statusname healthstate availabilitystatus availabilitystate targethealth`);
/** Booleans and words that answer the question in the key. */
export const YES_KEYS =
  setOf(`healthy ishealthy ok isok up isup alive isalive ready isready live islive available isavailable operational
  running isrunning connected isconnected reachable isreachable online isonline working passing passed pass valid serving accessible
  responding allhealthy saludable gesund erreichbar verbunden disponible accessible joignable connecte`);
/** Less certain words for the same. */
export const STATE_KEYS = setOf(
  'state level result condition outcome phase active isactive currentstate serverstate systemstate appstate nodestate clusterstate servicestate instancestate lifecycle lbstatus connectionstate connectionstatus verdict resultat ergebnis',
);
/** Says that the request worked, which is less than that the service does. */
export const REQUEST_KEYS = setOf(
  'success issuccess succeeded successful code statuscode httpstatus httpcode responsecode httpstatuscode ping pong succes erfolg',
);
/** Booleans where true is the bad news. */
export const NO_KEYS = setOf(
  'unhealthy down isdown failed failing error haserror haserrors iserror broken unreachable unavailable timedout crashed',
);

/** Hold components under their own names. */
export const CHECKS_KEYS =
  setOf(`checks check components services dependencies deps entries results checkresults healthchecks subsystems
  systems modules indicators contributors statuses resources backends upstreams providers integrations externalservices infrastructure
  probes tests verifications composants controles dependances komponenten dienste prufungen pruefungen abhangigkeiten abhaengigkeiten
  componentes verificacoes dependencias servicos servicios servizi componenti controlli servicestatuses componentstatus dependencystatus
  checkdetails healthindicators items`);
/** So do longer keys that end so (`external_services`). */
export const CHECKS_ENDINGS = setOf('checks statuses components services dependencies healthchecks');
/** May hold components, or just facts. */
export const DETAILS_KEYS = setOf('details detail info component');
/** Wrap the whole answer. */
export const ENVELOPE_KEYS = setOf(
  'data result response payload body attributes value content report healthreport healthcheck donnees daten ergebnis resultat health resource properties',
);
/** Name what went wrong. */
export const PROBLEM_KEYS =
  setOf(`error errors failure failures failed failing problems problem issues causes cause alarms faults exceptions
  erreurs erreur fehler probleme failedchecks failingchecks warnings warning avertissements warnungen`);
/** Never about the present state of a component, whatever they hold. */
export const NEVER_KEYS =
  setOf(`alerts alert incidents incident scheduledmaintenances maintenances events history incidentupdates labels tags links
  previous laststatus previousstatus oldstatus logs threshold thresholds config configuration settings headers request features featureflags flags
  capabilities responseheader groups actions versions metadata meta page examples schema performance conditions stats statistics metrics limits`);
/** The same, as the last word of a longer key. */
export const NEVER_ENDINGS = setOf(
  'incidents alerts events maintenances notifications logs history incident thresholds',
);
/** Describe the answer; their words are no statuses even when they look so. */
export const DESCRIPTOR_KEYS =
  setOf(`name servicename serviceid version versionstring release releaseid schemaversion env environment appenv commit
  build branch sha revision host hostname platform os arch language runtime region zone datacenter cluster clustername id uuid type kind role
  mode edition product productname license author url uri href path documentation docs title channel stage profile color colour
  componenttype componentid severity criticality priority importance impact token nodeversion timezone locale currency operator
  provider driver engine strategy policy scope category group tier plan buildtime starttime startedat uptime description businessimpact
  technicalsummary panicguide owner team contact loglevel lastevent lastmodified`);
/** As the last word of a longer key they describe too (words). */
export const DESCRIPTOR_ENDINGS =
  setOf(`version mode name id type url uri path env environment role host port region zone commit build hash sha key
  token edition count total size bytes percent percentage format color locale timezone tz strategy policy plan license uptime age by at gb mb kb
  interval timeout limit rate ratio number address ip`);

/** Texts that say why, the best first. */
export const ERROR_TEXT_KEYS =
  setOf(`error errormessage errormsg exception exceptionmessage lasterror failure rootcause cause causes errors issues
  problems failures warnings erreur erreurs fehler fehlermeldung raison grund ursache motivo reason failurereason reasons trace stacktrace
  problem warning symptom errordetails errordetail failuremessage err`);
export const MESSAGE_TEXT_KEYS =
  setOf(`message msg output checkoutput notificationmessage description details detail info summary shortsummary note
  notes hint text statusmessage statusdescription statustext statusdetail comment explanation meldung nachricht beschreibung mensagem mensaje
  messaggio descricao messages additionalinfo responsemessage diagnosis`);

/** When it looked. */
export const TIME_KEYS =
  setOf(`timestamp time ts datetime date now horodatage zeitstempel zeit zeitpunkt checkedat lastcheckedat lastchecked
  lastcheck lastcheckat lastchecktime checktime observedat finishedat generatedat evaluatedat measuredat sampledat reportedat servertime
  servertimeutc currenttime timeutc utc asof lastupdated lastrun lastrunat lastexecuted lastexecutedat collectedat testedat probedat heure
  dateheure verifiele derniereverification geprueftam gepruftam letztepruefung letzteprufung fechahora datahora lastsuccess lastfailure
  lastheartbeat heartbeat lastseen lastping  timestamputc utctime lastprobe lastprobetime lastverified verifiedat`);
/** How long it took, without its unit. */
export const LATENCY_NAMES =
  setOf(`latency duration responsetime elapsed elapsedtime took roundtrip roundtriptime rtt checkduration queryduration
  executiontime querytime pingtime latence duree tempsreponse tempsdereponse dauer antwortzeit latenz latencia duracion duracao
  temporesposta tempoderesposta tiemporespuesta tempo timetaken timing connecttime connectiontime checktime processingtime
  totaltime responselatency pinglatency querylatency timeelapsed durationtime ping`);
/** Words that make a duration a statistic or a limit rather than this check's own. */
export const STATISTIC_WORDS = setOf(
  'max min p50 p75 p90 p95 p99 p999 avg mean median threshold limit timeout uptime interval ttl age total since lag',
);

/** Booleans that are settings or roles (words). */
export const SETTING_WORDS =
  setOf(`debug gpu cuda production prod dev test testing verbose cached showcase group ssl tls https secure secured leader master
  standby enabled enable configured feature flag critical required optional mandatory skipped authenticated public private beta experimental
  demo registration signup signups dryrun simulated mock mocked cors compression docs swagger telemetry tracing profiling autoscaling
  upgrade update updates rate limit ratelimit limiting initializing can has allow allows allowed use uses using show should supports supported
  support needs need requires include includes hidden visible default readonly current anonymous open legacy preview
  installable muted silent strict async dry first cluster clustered`);
/** Booleans that say the thing is set up (joined): true is mildly good, false is bad. */
export const SET_UP_KEYS = setOf(
  'installed isinstalled initialized initialised isinitialized bootstrapped started isstarted',
);
/** Booleans that are trouble when true (words) and how bad. */
export const DEGRADING_WORDS = setOf(
  'maintenance degraded fallback stale draining overloaded throttled lagging outdated backlog readonly partial expiring warning warnings paused',
);
export const BREAKING_WORDS =
  setOf(`sealed down unhealthy failed failing failure error errors shutdown shutting locked expired broken blocked stuck panic
  unreachable unavailable crashed deadlocked timedout corrupted`);

/** Words of a key that name something a platform depends on. */
export const DEPENDENCY_WORDS =
  setOf(`db database databases postgres postgresql mysql mariadb mongo mongodb sqlite sql redis cache memcached queue
  queues rabbitmq kafka nats broker amqp mq minio s3 storage bucket blob elasticsearch opensearch search solr qdrant smtp mail mailer email
  clamav antivirus av coturn turn stun stream streaming websocket websockets ws worker workers scheduler celery sidekiq horizon cron jobs api
  auth ldap oidc sso keycloak vault consul etcd zookeeper payment payments stripe hyperswitch gateway proxy haproxy nginx disk network dns ntp
  grpc http sentinel replica llm openai ollama model gpu frontend backend app server service node web datenbank speicher warteschlange suche
  zahlungen base bdd donnees stockage recherche paiements paiement file messages fichiers banco cola almacenamiento armazenamento fila
  transcoder chat indexer embeddings pubsub eventbus filesystem memory cpu`);
/** Words of a key whose text is rather a name than a status (`service`, `model`). */
export const IDENTITY_WORDS = setOf(
  'app service server node web backend frontend model api auth file base storage bucket gpu llm embeddings stream http proxy queue',
);
/** What a dependency is made of, not how it is (folded values). */
export const PRODUCT_WORDS =
  setOf(`postgres postgresql mysql mariadb sqlite sqlite3 mongodb mongo redis memory inmemory file local s3 minio disk
  memcached rabbitmq kafka nats database db filesystem h2 mssql oracle cockroachdb elasticsearch opensearch smtp sendgrid openai gemini
  anthropic mistral ollama gpt gcs azure aws none default sync async array jwt ldap oidc linux docker kubernetes production development staging`);
/** Endings that only repeat the question: `redis_available` is about `redis` (words). */
export const QUESTION_ENDINGS = setOf(
  'connected available active enabled ok up healthy reachable ready status online alive connection',
);

/** Keys that name a record in a list, the best first. */
export const NAME_KEYS: readonly string[] = (
  'name componentname checkname checker servicename displayname component check service title label key system module nom bezeichnung nombre nome ' +
  'checkid serviceid id identifier dependency target instance hostname host node address endpoint url queue region'
).split(' ');
