-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "session_version" INTEGER NOT NULL DEFAULT 1,
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "session_version" INTEGER NOT NULL,
    "id_token" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "health_current" (
    "target_id" TEXT NOT NULL,
    "snapshot" JSONB NOT NULL,
    "polled_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "health_current_pkey" PRIMARY KEY ("target_id")
);

-- CreateTable
CREATE TABLE "health_sample" (
    "target_id" TEXT NOT NULL,
    "polled_at" TIMESTAMPTZ(3) NOT NULL,
    "status" TEXT NOT NULL,
    "latency_ms" DOUBLE PRECISION,
    "components" JSONB NOT NULL,

    CONSTRAINT "health_sample_pkey" PRIMARY KEY ("target_id","polled_at")
);

-- CreateTable
CREATE TABLE "health_minute" (
    "target_id" TEXT NOT NULL,
    "component" TEXT NOT NULL,
    "minute" TIMESTAMPTZ(0) NOT NULL,
    "ok" INTEGER NOT NULL,
    "degraded" INTEGER NOT NULL,
    "down" INTEGER NOT NULL,
    "unknown" INTEGER NOT NULL,
    "latency_avg_ms" DOUBLE PRECISION,
    "latency_max_ms" DOUBLE PRECISION,

    CONSTRAINT "health_minute_pkey" PRIMARY KEY ("target_id","component","minute")
);

-- CreateTable
CREATE TABLE "health_transition" (
    "id" BIGSERIAL NOT NULL,
    "target_id" TEXT NOT NULL,
    "component" TEXT NOT NULL,
    "from_status" TEXT NOT NULL,
    "to_status" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "message" TEXT,

    CONSTRAINT "health_transition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "incident" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "commander" TEXT,
    "declared_at" TIMESTAMPTZ(3) NOT NULL,
    "state" JSONB NOT NULL,
    "last_seq" INTEGER NOT NULL,
    "last_hash" BYTEA NOT NULL,

    CONSTRAINT "incident_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "incident_counter" (
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "incident_counter_pkey" PRIMARY KEY ("year")
);

-- CreateTable
CREATE TABLE "command" (
    "id" UUID NOT NULL,
    "actor_id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "body_hash" BYTEA NOT NULL,
    "outcome" JSONB,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "command_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event" (
    "incident_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "actor" JSONB NOT NULL,
    "command_id" UUID NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "event_pkey" PRIMARY KEY ("incident_id","seq")
);

-- CreateIndex
CREATE UNIQUE INDEX "person_issuer_subject_key" ON "person"("issuer", "subject");

-- CreateIndex
CREATE INDEX "sign_in_person_id_idx" ON "sign_in"("person_id");

-- CreateIndex
CREATE INDEX "health_sample_polled_at_idx" ON "health_sample"("polled_at");

-- CreateIndex
CREATE INDEX "health_minute_minute_idx" ON "health_minute"("minute");

-- CreateIndex
CREATE INDEX "health_transition_target_id_component_at_idx" ON "health_transition"("target_id", "component", "at");

-- CreateIndex
CREATE UNIQUE INDEX "incident_number_key" ON "incident"("number");

-- CreateIndex
CREATE INDEX "incident_status_declared_at_idx" ON "incident"("status", "declared_at" DESC);

-- CreateIndex
CREATE INDEX "incident_declared_at_id_idx" ON "incident"("declared_at" DESC, "id");

-- AddForeignKey
ALTER TABLE "sign_in" ADD CONSTRAINT "sign_in_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The log only grows (rule K6): no UPDATE, no DELETE, no TRUNCATE, whoever asks.
CREATE FUNCTION "refuse_change_of_event"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the event log is append-only: % refused', TG_OP USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER "event_is_append_only" BEFORE UPDATE OR DELETE ON "event"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_event"();

CREATE TRIGGER "event_is_never_truncated" BEFORE TRUNCATE ON "event"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_event"();
