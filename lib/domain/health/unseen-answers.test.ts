import { describe, expect, it } from 'vitest';
import { readHealthAnswer } from './read-health-answer';

/**
 * One answer per line: HTTP code ~ expected level ~ expected components (all of them, `name=status@latencyMs`) ~ body.
 * ⏎ stands for a line end. Written for this test in the manner of the product named in the comment line above.
 */
const ANSWERS = `
# flat booleans and words
200 ~ ok ~ db=ok;redis=ok;coturn=ok ~ {"status":"ok","db":true,"redis":true,"coturn":true,"version":"1.2","uptime":12}
503 ~ down ~ db=down;redis=ok ~ {"db":false,"redis":true}
200 ~ down ~ ~ {"ok":false}
200 ~ ok ~ ~ {"healthy":true,"timed_out":false,"debug":false}
503 ~ down ~ ~ {"health":"false","reason":"RAFT NO LEADER"}
200 ~ ok ~ database_status=ok;filestore_status=ok ~ {"AndroidLatestVersion":"","CanReceiveNotifications":"true","database_status":"OK","filestore_status":"OK","status":"OK"}
200 ~ degraded ~ postgres=ok;redis=down ~ {"status":"degraded","postgres":"ok","redis":"Connection to 10.0.0.4:6379 failed"}
200 ~ ok ~ redis=ok@3;db=ok@12.5 ~ {"status":"ok","redis":"ok","redis_latency_ms":3,"db":"up","db_response_time_ms":12.5}
200 ~ unknown ~ ~ {"status":"healthly"}
503 ~ down ~ ~ {"status":"wobbly"}
200 ~ ok ~ db=ok ~ {"status":"ok","db":"ok","sealed":false,"maintenance":false,"errors":[],"storage":"s3","cache_driver":"redis"}
200 ~ ok ~ api=ok;worker=ok ~ {"overall":"operational","api":"operational","worker":"idle","replicas":3,"mode":"active"}
# envelopes
200 ~ degraded ~ db=ok;mail=degraded ~ {"success":true,"data":{"status":"degraded","checks":{"db":"ok","mail":"slow"}},"message":null}
200 ~ down ~ database=down;cache=ok ~ {"code":200,"message":"success","data":{"database":"disconnected","cache":"connected"}}
200 ~ ok ~ ~ {"status":"success","data":{"status":"UP"}}
200 ~ down ~ ~ {"status":"success","data":{"status":"unhealthy"}}
503 ~ down ~ ~ {"statusCode":503,"message":"Service Unavailable","error":"Service Unavailable"}
# IETF health+json
200 ~ degraded ~ redis:connections=degraded;db:responseTime=ok@4.2 ~ {"status":"warn","version":"1","notes":["x"],"checks":{"redis:connections":[{"componentId":"a","observedValue":75,"status":"warn","output":"too many","affectedEndpoints":["/a"]}],"db:responseTime":[{"observedValue":4.2,"observedUnit":"ms","status":"pass"}]},"links":{"about":"http://x"}}
200 ~ ok ~ cpu:utilization=ok ~ {"status":"pass","checks":{"cpu:utilization":[{"node":1,"status":"pass","observedValue":85,"observedUnit":"percent"}]},"serviceId":"x"}
200 ~ ok ~ ~ {"name":"influxdb","message":"ready for queries and writes","status":"pass","checks":[],"version":"2.7"}
# Spring, Micronaut, Quarkus
503 ~ down ~ db=down;ping=ok ~ {"status":"DOWN","components":{"db":{"status":"DOWN","details":{"error":"org.postgresql.util.PSQLException: refused"}},"ping":{"status":"UP"}}}
200 ~ ok ~ db=ok;db.primary=ok;db.replica=ok;livenessState=ok ~ {"status":"UP","components":{"db":{"status":"UP","components":{"primary":{"status":"UP","details":{"database":"PostgreSQL"}},"replica":{"status":"UP"}}},"livenessState":{"status":"UP"}}}
200 ~ ok ~ jdbc=ok;jdbc.jdbc:h2=ok;diskSpace=ok ~ {"name":"app","status":"UP","details":{"jdbc":{"name":"app","status":"UP","details":{"jdbc:h2":{"name":"app","status":"UP"}}},"diskSpace":{"name":"app","status":"UP","details":{"total":1,"free":1}}}}
200 ~ ok ~ Database connections health check=ok ~ {"status":"UP","checks":[{"name":"Database connections health check","status":"UP","data":{"<default>":"UP"}}]}
200 ~ ok ~ circuit=ok ~ {"status":"UP","components":{"circuit":{"status":"UP","details":{"state":"CLOSED","failureRate":"-1.0%"}}}}
# ASP.NET
200 ~ degraded ~ redis=degraded@5;sql=ok@50.5 ~ {"status":"Degraded","totalDuration":"00:00:00.05","results":{"redis":{"status":"Degraded","description":"slow","duration":"00:00:00.0050000","data":{}},"sql":{"status":"Healthy","description":null,"duration":"00:00:00.0505000"}}}
503 ~ down ~ API=down;API.db=down@1000 ~ [{"id":1,"name":"API","status":"Unhealthy","lastExecuted":"2025-01-01T00:00:00Z","entries":[{"id":7,"name":"db","status":"Unhealthy","duration":"00:00:01","description":"no"}]}]
# Terminus
503 ~ down ~ db=ok;redis=down ~ {"status":"error","info":{"db":{"status":"up"}},"error":{"redis":{"status":"down","message":"ECONNREFUSED"}},"details":{"db":{"status":"up"},"redis":{"status":"down","message":"ECONNREFUSED"}}}
200 ~ ok ~ db=ok ~ {"status":"ok","info":{"db":{"status":"up"}},"error":{},"details":{"db":{"status":"up"}}}
# Go libraries
200 ~ degraded ~ rabbitmq=down ~ {"status":"Partially Available","timestamp":"2024-01-01T00:00:00Z","failures":{"rabbitmq":"Failed during RabbitMQ health check"},"system":{"version":"go1.22","goroutines_count":4,"alloc_bytes":1},"component":{"name":"svc","version":"v1"}}
503 ~ down ~ db=down;cache=ok ~ {"status":"down","details":{"db":{"status":"down","timestamp":"2024-01-01T00:00:00Z","error":"x"},"cache":{"status":"up"}}}
503 ~ down ~ database=down@2000;redis=ok@0.8 ~ {"checks":[{"name":"database","status":"timeout","duration":2000000000},{"name":"redis","status":"ok","duration":800000}]}
200 ~ ok ~ client=ok;server=ok ~ {"client":{"message":"ok","ok":true},"server":{"message":"ok","ok":true}}
# Rust and protobuf durations
200 ~ ok ~ db=ok@1500;mq=ok@0.25;s3=ok@9 ~ {"status":"ok","checks":{"db":{"healthy":true,"elapsed":{"secs":1,"nanos":500000000}},"mq":{"healthy":true,"response_time_us":250},"s3":{"healthy":true,"durationNanos":9000000}}}
200 ~ ok ~ a=ok@50;b=ok@90500;c=ok@12 ~ {"status":"ok","checks":{"a":{"status":"ok","duration":"PT0.05S"},"b":{"status":"ok","took":"1m30.5s"},"c":{"status":"ok","latency":{"value":12,"unit":"ms"}}}}
# PHP: Liip, Symfony, Spatie
200 ~ ok ~ PHP Extensions=ok;Disk=degraded ~ {"checks":[{"checkName":"PHP Extensions","message":"loaded","status":0,"status_name":"check_result_ok"},{"checkName":"Disk","message":"80%","status":1,"status_name":"check_result_warning"}],"globalStatus":"OK"}
200 ~ ok ~ Database=ok ~ {"finishedAt":1759482720,"checkResults":[{"name":"Database","label":"Database","status":"ok","meta":[]}]}
# Ruby: OkComputer, Rails
200 ~ ok ~ default=ok;database=ok ~ {"default":{"message":"Application is running","success":true,"time":0.0},"database":{"message":"Schema version: 2015","success":true,"time":0.001}}
# Elasticsearch, Kibana
200 ~ degraded ~ ~ {"cluster_name":"c","status":"yellow","timed_out":false,"number_of_nodes":1,"unassigned_shards":5}
503 ~ down ~ ~ {"cluster_name":"c","status":"red","timed_out":true,"number_of_nodes":1,"active_shards_percent_as_number":50.0}
200 ~ ok ~ shards_availability=ok;disk=ok ~ {"status":"green","cluster_name":"c","indicators":{"shards_availability":{"status":"green","symptom":"fine","details":{"started":3}},"disk":{"status":"green","symptom":"enough"}}}
200 ~ ok ~ core.elasticsearch=ok;core.savedObjects=degraded ~ {"name":"kibana","version":{"number":"8"},"status":{"overall":{"level":"available","summary":"All services are available"},"core":{"elasticsearch":{"level":"available","summary":"x"},"savedObjects":{"level":"degraded","summary":"y"}}},"metrics":{"requests":{"total":1}}}
# Vault, Consul, etcd, Ceph
200 ~ ok ~ ~ {"initialized":true,"sealed":false,"standby":false,"performance_standby":false,"server_time_utc":1516639589,"version":"1.15"}
501 ~ down ~ ~ {"initialized":false,"sealed":true,"standby":true}
429 ~ degraded ~ a=degraded ~ {"AggregatedStatus":"warning","Checks":[{"Name":"a","Status":"warning","Output":"hot"}]}
200 ~ ok ~ service:redis=ok ~ {"service:redis":{"Node":"n","CheckID":"service:redis","Name":"Service 'redis' check","Status":"passing","Output":"","ServiceTags":null}}
200 ~ degraded ~ OSD_DOWN=degraded ~ {"health":{"status":"HEALTH_WARN","checks":{"OSD_DOWN":{"severity":"HEALTH_WARN","summary":{"message":"1 osds down"},"status":"HEALTH_WARN"}}}}
200 ~ ok ~ etcd-0=ok ~ {"kind":"ComponentStatusList","items":[{"metadata":{"name":"etcd-0"},"conditions":[{"type":"Healthy","status":"True","message":"ok"}]}]}
# Artifactory, Kong, Sentry, GitLab, RabbitMQ, Airflow, Financial Times
200 ~ ok ~ router=ok;jfac-1=ok ~ {"router":{"node_id":"n","state":"HEALTHY","message":"OK"},"services":[{"service_id":"jfac-1","node_id":"n","state":"HEALTHY","message":"OK"}]}
200 ~ ok ~ database=ok ~ {"database":{"reachable":true},"server":{"connections_active":1,"total_requests":3},"memory":{"lua_shared_dicts":{"kong":{"capacity":"5MiB"}}}}
500 ~ down ~ CeleryAliveCheck=down ~ {"problems":[{"id":"ad","message":"Background workers haven't checked in recently.","severity":"critical","url":null}],"healthy":{"CeleryAliveCheck":false}}
503 ~ down ~ db_check=ok;redis_check=down ~ {"status":"failed","db_check":[{"status":"ok"}],"redis_check":[{"status":"failed","message":"Error connecting"}]}
200 ~ down ~ ~ {"status":"failed","reason":"There are alarms in effect in the cluster","alarms":[{"node":"rabbit@a","resource":"disk"}]}
200 ~ down ~ metadatabase=ok;scheduler=down ~ {"metadatabase":{"status":"healthy"},"scheduler":{"latest_scheduler_heartbeat":"2023-10-11T06:33:05+00:00","status":"unhealthy"}}
200 ~ down ~ Mongo reachable=down;Disk=ok ~ {"schemaVersion":1,"name":"app","description":"an app","ok":false,"checks":[{"name":"Mongo reachable","ok":false,"severity":1,"checkOutput":"no"},{"name":"Disk","ok":true,"severity":2}]}
# Kafka Connect, Statuspage, gRPC
200 ~ degraded ~ connector=ok;tasks.0=ok;tasks.1=disabled ~ {"name":"c","connector":{"state":"RUNNING"},"tasks":[{"id":0,"state":"RUNNING"},{"id":1,"state":"PAUSED"}],"warnings":["lag"],"type":"sink"}
200 ~ ok ~ ~ {"page":{"id":"x","name":"Y"},"status":{"indicator":"none","description":"All Systems Operational"}}
200 ~ down ~ ~ {"page":{"id":"x"},"status":{"indicator":"critical","description":"Major System Outage"}}
503 ~ down ~ ~ {"status":"NOT_SERVING"}
# German and French
200 ~ degraded ~ datenbank=ok;suche=disabled;mail=down ~ {"zustand":"beeinträchtigt","datenbank":"verbunden","suche":"deaktiviert","mail":"nicht verfügbar"}
200 ~ ok ~ bdd=ok@4;cache=unknown ~ {"statut":"opérationnel","composants":{"bdd":{"statut":"connectée","latence_ms":4},"cache":{"statut":"non vérifié"}}}
503 ~ down ~ base=down ~ {"état":"en panne","services":[{"nom":"base","état":"indisponible","raison":"délai dépassé"}]}
# lists, number maps, lists by status, groups
200 ~ down ~ db=ok;mail=down ~ [{"service":"db","status":"up"},{"service":"mail","status":"down"}]
200 ~ down ~ db=ok;cache=ok;mail=down ~ {"healthy":["db","cache"],"unhealthy":["mail"]}
200 ~ down ~ auth=ok;pay=down ~ {"services":{"auth":200,"pay":503}}
200 ~ down ~ db.primary=ok;db.replica=down ~ {"db":{"primary":"ok","replica":"unreachable"},"uptime":"3 days"}
200 ~ ok ~ a=ok;b=disabled;c=disabled ~ {"checks":{"a":{"status":"ok"},"b":{"status":null},"c":{"enabled":false,"status":"down"}}}
200 ~ ok ~ default=ok@3.5 ~ {"status":"ok","checks":{"default":{"ok":true,"latency_ms":3.5,"threshold_ms":100,"p95_ms":80}}}
# libraries of Python, Go, Java, .NET, Node
200 ~ down ~ databases.default=ok;caches.default=down;storage=ok ~ {"databases":[{"default":{"ok":true}}],"caches":[{"default":{"ok":false,"error":"no","stacktrace":"x"}}],"storage":{"ok":true}}
500 ~ down ~ mongo_available=ok;redis_available=down ~ {"hostname":"h","status":"failure","timestamp":1752225147.5,"results":[{"checker":"mongo_available","output":"mongo ok","passed":true,"timestamp":1752225147,"expires":1752225174,"response_time":0.002},{"checker":"redis_available","output":"no","passed":false}]}
503 ~ down ~ google-dns=ok;redis=down;goroutine-threshold=unknown ~ {"google-dns":"OK","redis":"dial tcp 10.0.0.1:6379: connect: connection refused","goroutine-threshold":"too many goroutines (12 > 10)"}
200 ~ ok ~ metastore=ok;kafka=ok ~ {"isHealthy":true,"details":{"metastore":{"isHealthy":true},"kafka":{"isHealthy":true}},"serverState":"READY"}
200 ~ ok ~ db=ok;mq=ok ~ {"status":"Healthy","errors":[{"key":"db","value":"Healthy"},{"key":"mq","value":"Healthy"}]}
200 ~ ok ~ websocket=ok ~ {"status":"healthy","service":"chat","model":"small","websocket":"enabled","features":{"a":true,"b":false},"version":"1"}
200 ~ ok ~ ~ {"ok":1,"info":{"total":5}}
200 ~ ok ~ db=ok ~ {"status":"ok","checks":{"db":"ok","memory":{"heap_used":1,"heap_total":2}},"active_incidents":[{"name":"x","status":"down"}]}
200 ~ degraded ~ Apps=ok;Data=degraded ~ {"status":[{"system":"Apps","status":"green"},{"system":"Data","status":"yellow"}],"incidents":[],"scheduled":[]}
200 ~ down ~ Service redis check=ok;Serf=down ~ [{"Node":{"ID":"x","Node":"foobar"},"Service":{"ID":"redis","Service":"redis","Port":8000},"Checks":[{"Node":"foobar","Name":"Service redis check","Status":"passing"},{"Node":"foobar","Name":"Serf","Status":"critical"}]}]
200 ~ ok ~ ~ {"message":"pong"}
200 ~ ok ~ ~ <?xml version="1.0"?><hash><healthy type="boolean">true</healthy><message>success</message></hash>
503 ~ down ~ ~ <h1>Server Error (500)</h1>
200 ~ ok ~ ~ LIVE
200 ~ degraded ~ ~ WARN: inconsistent objects in schema
200 ~ unknown ~ ~ {'status': 'ok', 'db': 'down'}
200 ~ unknown ~ ~ # HELP up x⏎# TYPE up gauge⏎up 1
200 ~ ok ~ ~ "{\\"status\\":\\"ok\\"}"
200 ~ down ~ db=ok;redis=down ~ db=ok⏎redis=down
200 ~ degraded ~ redis=down;db=ok ~ {"status":"degraded","failed_components":["redis"],"healthy_components":["db"]}
200 ~ ok ~ db=ok;stripe=down ~ {"status":"ok","component_statuses":{"db":"up"},"external_services":{"stripe":false}}
# refusals, redirects, rate limits
401 ~ unknown ~ ~ {"error":"Unauthorized"}
403 ~ unknown ~ ~ {"status":"error","message":"Forbidden"}
404 ~ unknown ~ ~ {"timestamp":"2025-01-01T00:00:00Z","status":404,"error":"Not Found","path":"/health"}
404 ~ unknown ~ ~ default backend - 404
429 ~ unknown ~ ~ {"message":"Too many requests"}
302 ~ unknown ~ ~ <html><head><title>302 Found</title></head><body>moved</body></html>
# plain text
200 ~ ok ~ ~ OK
200 ~ ok ~ ~ pong⏎
200 ~ ok ~ ~ "OK"
200 ~ ok ~ ~ true
200 ~ ok ~ ~ Ok.
200 ~ ok ~ ~ Prometheus Server is Healthy.
200 ~ ok ~ ~ Agent alive and reachable
200 ~ ok ~ ~ status: ok
200 ~ down,unknown ~ ~ Ingester not ready: waiting for 15s after being ready
503 ~ down ~ ~ Unhealthy
503 ~ down ~ ~ no available server
503 ~ down ~ ~ upstream connect error or disconnect/reset before headers. reset reason: connection failure
200 ~ unknown ~ ~ Hello World
500 ~ down ~ ping=ok;etcd=down;log=disabled ~ [+]ping ok⏎[-]etcd failed: reason withheld⏎[+]log excluded: ok⏎livez check failed⏎
200 ~ down ~ database=ok;redis=down ~ database: ok⏎redis: FAIL⏎version: 1.2
200 ~ ok ~ database=ok;cache=disabled ~ status: ok⏎checks:⏎  database: ok⏎  cache: disabled
200 ~ down ~ Cache backend=ok;DatabaseBackend=down ~ Cache backend ... working⏎DatabaseBackend ... unavailable: boom
200 ~ down ~ database=ok;redis=down ~ ✅ database⏎❌ redis: refused
# markup
200 ~ ok ~ ~ <!DOCTYPE html><html><body style="background-color: green"></body></html>
500 ~ down ~ ~ <!DOCTYPE html><html><body style="background-color: red"></body></html>
200 ~ ok ~ ~ <html><body><h1>200 OK</h1>Service ready.</body></html>
504 ~ down ~ ~ <html><head><title>504 Gateway Time-out</title></head><body><center><h1>504 Gateway Time-out</h1></center></body></html>
522 ~ down ~ ~ <!DOCTYPE html><html><head><title>x | 522: Connection timed out</title><script>var ok=1</script></head><body><h1>Connection timed out</h1></body></html>
200 ~ unknown ~ ~ <html><head><title>Sign in</title></head><body><form>User Password</form></body></html>
200 ~ unknown ~ ~ <html><head><title>Welcome to nginx!</title></head><body><h1>Welcome to nginx!</h1><p>If you see this page, the nginx web server is successfully installed and working. Further configuration is required.</p></body></html>
200 ~ down ~ db=ok;mq=down ~ <?xml version="1.0"?><health><status>DOWN</status><checks><check name="db" status="UP"/><check name="mq" status="DOWN"/></checks></health>
200 ~ ok ~ ~ <pingdom_http_custom_check><status>OK</status><response_time>96.777</response_time></pingdom_http_custom_check>
503 ~ down ~ ~ <html><head><title>Maintenance</title></head><body><h1>We are working on it, up again soon</h1></body></html>
200 ~ unknown ~ ~ <html><head><title>Veza</title></head><body><h1>Stay connected</h1></body></html>
200 ~ degraded ~ ~ <html><head><title>Site under maintenance</title></head><body>Back soon</body></html>
503 ~ down ~ ~ Everything was fine a minute ago
# odd JSON
200 ~ ok ~ db=ok ~ ${'\uFEFF'}{"status":"ok","db":"ok"}
200 ~ unknown ~ ~ {"status":"ok","db":tr
200 ~ unknown ~ ~ null
200 ~ unknown ~ ~ []
200 ~ unknown ~ ~ 42
200 ~ ok ~ db=ok ~ {"status":"ok","checks":{"db":{"status":"ok","latency":NaN}}}
200 ~ down ~ a=ok;b=down ~ {"name":"a","status":"ok"}⏎{"name":"b","status":"down"}
200 ~ ok ~ ~
503 ~ down ~ ~
503 ~ down ~ ~ {}
`;

const rows = ANSWERS.split('\n')
  .filter((line) => line.trim() !== '' && !line.startsWith('#'))
  .map((line) => {
    const [code = '', overall = '', components = '', ...body] = line.split('~').map((part) => part.trim());
    return { code: Number(code), overall: overall.split(','), components, body: body.join('~').replaceAll('⏎', '\n') };
  });

describe('readHealthAnswer, on answers in the manner of many products', () => {
  it.each(rows)('[H2] $code $body', ({ code, overall, components, body }) => {
    const reading = readHealthAnswer({ httpStatus: code, contentType: 'text/plain', body });
    const about = JSON.stringify(reading);
    const expected = components === '' ? [] : components.split(';').map((part) => part.split('@')[0]);
    expect(overall, about).toContain(reading.overall);
    expect(reading.components.map(({ key, status }) => `${key}=${status}`).toSorted(), about).toEqual(
      expected.toSorted(),
    );
    for (const part of components.split(';').filter((timed) => timed.includes('@'))) {
      const [name = '', ms] = part.split(/=[a-z]+@/);
      expect(reading.components.find(({ key }) => key === name)?.latencyMs, about).toBeCloseTo(Number(ms), 6);
    }
  });
});
